import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartFile, type Theme } from "../../dashboards/charts/public/chart-file.js";
import { embedPage } from "../../dashboards/residents/embed/embed-page.js";
import type { PublicChart } from "../../dashboards/charts/public/public-chart.js";
import { publicCharts, townName } from "../../dashboards/charts/public/public-charts.js";
import { publicModel } from "../../dashboards/charts/public/public-model.js";
import { sharePicture } from "../../dashboards/charts/public/share-picture.js";
import { breakText, shorten, widthInEm } from "../../dashboards/charts/public/text-width.js";
import { bandOf, formOf, rateOf, rateText } from "../../dashboards/charts/public/rates.js";
import { wordsIn } from "../../dashboards/charts/public/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { DEFAULT_SETTINGS, LANGUAGES, type Language } from "../../data/contract/town-settings.js";
import { chartDocument, xmlFault } from "./drawing.js";
import { triedRelease, type TriedTown } from "./public-release.js";

const THEMES: readonly Theme[] = ["light", "print"];
const HALF_MADE = ["NaN", "undefined", "Infinity", "[object", "null%"];

const chartsOf = (release: PublicRelease, language: Language = "ja"): Map<string, PublicChart> =>
  new Map(publicCharts(publicModel(release, language)).map((chart) => [chart.id, chart]));

function fileOf(release: PublicRelease, id: string, theme: Theme, language: Language = "ja"): string {
  const model = publicModel(release, language);
  const document = chartDocument();
  const { synthetic } = release;
  return chartFile(chartsOf(release, language).get(id)!, {
    document,
    theme,
    language,
    town: townName(model),
    synthetic,
  });
}

const allFiles = (release: PublicRelease): string[] =>
  LANGUAGES.flatMap((language) =>
    [...chartsOf(release, language).keys()].flatMap((id) =>
      THEMES.map((theme) => fileOf(release, id, theme, language)),
    ),
  );

/** A town small enough that some districts are told with a neighbour. */
const SMALL: TriedTown = { size: 9, months: 14 };

const town = fc.record(
  {
    months: fc.integer({ min: 1, max: 15 }),
    names: fc.array(fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), {
      maxLength: 5,
      minLength: 1,
    }),
    size: fc.integer({ min: 0, max: 60 }),
    without: fc.subarray(["applications", "issued", "held"] as const),
    synthetic: fc.boolean(),
  },
  { requiredKeys: ["months"] },
);

describe("the charts of a release", () => {
  it("are well-formed, whole and the same every time, for any town", () => {
    fc.assert(
      fc.property(town, (values) => {
        const release = triedRelease(values);
        const files = allFiles(release);
        expect(allFiles(release)).toEqual(files);
        const shares = LANGUAGES.map((language) => sharePicture(publicModel(release, language)) ?? "");
        for (const svg of files) {
          expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img"/);
          expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
        }
        for (const svg of [...files, ...shares.filter(Boolean)]) {
          expect(xmlFault(svg.trimEnd())).toBeNull();
          for (const word of HALF_MADE) expect(svg).not.toContain(word);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("say with each number what it is compared with", () => {
    const ja = chartsOf(triedRelease());
    expect([...ja.keys()]).toEqual(["progress", "remaining", "ages", "districts", "flow"]);
    expect(ja.get("progress")!.title).toMatch(/保有枚数率は\d\d\.\d%、2025年10月末から\+\d\.\dポイント/);
    expect(ja.get("remaining")!.title).toMatch(/あと[\d,]+人、2025年10月末から[\d,]+人減/);
    expect(ja.get("ages")!.title).toMatch(/の\d\d〜\d\d%、全体は\d\d\.\d%/);
    expect(ja.get("districts")!.title).toMatch(/の約\d+0人\(保有枚数率\d\d〜\d\d%、全体は\d\d\.\d%\)/);
    expect(ja.get("flow")!.title).toMatch(/申請済・未交付は\d+\(2025年10月末は\d+\)/);
    const en = [...chartsOf(triedRelease(), "en").values()];
    for (const { title, reading, source } of en) expect(title + reading + source).not.toMatch(/[ぁ-んァ-ヶ]/);
    const easy = [...chartsOf(triedRelease(), "easy").values()].map((chart) => chart.title);
    for (const title of easy) expect(title).toMatch(/です/);
  });

  it("mark the plan's line and the milestones", () => {
    const svg = fileOf(triedRelease({ months: 60, size: 34 }), "progress", "light");
    for (const words of ["計画の88%", "90%", "95%", "保有枚数率が88%に"]) expect(svg).toContain(words);
    expect(fileOf(triedRelease(), "remaining", "light")).toMatch(/95%まで あと[\d,]+人/);
  });

  it("say in every picture that the figures are made up, and only then", () => {
    for (const svg of allFiles(triedRelease({ months: 2 }))) expect(svg).toContain("サンプル・合成データ");
    for (const svg of allFiles(triedRelease({ months: 2, synthetic: false })))
      expect(svg).not.toContain("サンプル");
  });

  it("use no colour on paper", () => {
    const release = triedRelease(SMALL);
    for (const id of chartsOf(release).keys()) {
      const colours = fileOf(release, id, "print").match(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/g)!;
      expect(colours.length).toBeGreaterThan(3);
      for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/);
    }
  });

  it("have a drawing of its own for paper where light tells by colour", () => {
    const release = triedRelease();
    for (const id of ["ages", "districts"]) {
      expect(fileOf(release, id, "light")).toContain("#c74700");
      expect(fileOf(release, id, "print")).toContain('fill="#6b6b6b"');
    }
  });
});

describe("what is told in tens", () => {
  const about = { ja: /^約[\d,]*0人/, easy: /^だいたい[\d,]*0人/, en: /^about [\d,]*0/ };

  it.each(LANGUAGES)("is said to be so beside every number of a district (%s)", (language) => {
    for (const release of [triedRelease(), triedRelease(SMALL)]) {
      const svg = fileOf(release, "districts", "light", language);
      const rows = chartsOf(release, language).get("districts")!.table.rows;
      const said = [...svg.matchAll(/>([^<>]+)</g)].filter(([, text]) => about[language].test(text!));
      expect(said).toHaveLength(rows.length);
    }
  });

  it("has its rates as bands where a decimal would say too much, drawn as lines", () => {
    const [small, city] = [triedRelease({ months: 1 }), triedRelease({ months: 1, size: 900 })];
    for (const id of ["ages", "districts"]) {
      const [narrow, wide] = [chartsOf(small).get(id)!, chartsOf(city).get(id)!];
      for (const row of narrow.table.rows) expect(row[3]).toMatch(/^\d+〜\d+%$/);
      expect(narrow.table.columns[3]).toBe("保有枚数率の幅(95%)");
      for (const row of wide.table.rows) expect(row[3]).toMatch(/^\d+\.\d%$/);
      expect(wide.table.columns[3]).toBe("保有枚数率(約)");
      const lines = (release: PublicRelease) =>
        fileOf(release, id, "light").match(/stroke-width="1.5"/g) ?? [];
      expect(lines(small).length).toBeGreaterThan(lines(city).length);
    }
  });

  it("adds up to nothing, and the table of districts says so once", () => {
    const charts = chartsOf(triedRelease({ months: 1 }));
    expect(charts.get("districts")!.table.note).toMatch(
      /^地区の枚数を足しても、町全体の枚数とぴったりにはなりません/,
    );
    for (const id of ["remaining", "ages", "flow"]) expect(charts.get(id)?.table.note).toBeUndefined();
  });

  it("has no change over time, and a town that tells its own totals in tens has none either", () => {
    const policy = { ...DEFAULT_SETTINGS.policy, totals: "tens" as const };
    const release = triedRelease({ settings: { policy } });
    for (const language of LANGUAGES) {
      const charts = chartsOf(release, language);
      for (const id of ["progress", "remaining", "flow"])
        expect(charts.get(id)!.title).toMatch({ ja: /約/, easy: /だいたい/, en: /about/i }[language]);
      for (const { title } of charts.values()) expect(title).not.toMatch(/2025|ポイント|points/);
    }
    expect(fileOf(release, "flow", "light")).toMatch(/>申請済・未交付 約[\d,]*0</);
    expect(fileOf(release, "remaining", "light")).toMatch(/95%まで あと約[\d,]*0人/);
    // Whether the line was reached on a date, tens cannot say.
    const long = triedRelease({ months: 60, size: 34, settings: { policy } });
    expect(fileOf(long, "progress", "light")).not.toContain("保有枚数率が88%に");
  });

  it("says for nobody that numbers are kept back", () => {
    for (const language of LANGUAGES) {
      for (const chart of chartsOf(triedRelease(SMALL), language).values()) {
        const svg = fileOf(triedRelease(SMALL), chart.id, "print", language);
        expect(svg).not.toContain("<pattern");
        const said = JSON.stringify(chart) + svg.replaceAll(/<[^>]*>/g, " ");
        expect(said).not.toMatch(/秘匿|ひみつ|withheld|hidden/i);
      }
    }
  });

  it("leaves a step out of the flow, and what lies between the others is called a difference", () => {
    const svg = fileOf(triedRelease({ without: ["issued"] }), "flow", "light");
    expect(svg).toMatch(/>差 [\d,]+</);
    expect(svg).not.toContain("未交付");
    expect(fileOf(triedRelease(), "flow", "light")).toMatch(/>申請済・未交付 [\d,]+</);
  });
});

describe("districts that are told as one", () => {
  it("are named so, whether the town or their size asks for it", () => {
    const merges = [{ code: "M1", name: "西浦・西海", members: ["14", "15"] }];
    const policy = { ...DEFAULT_SETTINGS.policy, merges };
    const merged = triedRelease({ settings: { policy } });
    expect(fileOf(merged, "districts", "light")).toContain(">西浦・西海(合算)<");
    expect(chartsOf(merged, "en").get("districts")!.table.note).toMatch(
      /Districts published together: 西浦・西海 \(combined\)$/,
    );
    const small = publicModel(triedRelease(SMALL), "ja").districts.filter((row) => row.merged);
    expect(small.length).toBeGreaterThan(0);
    for (const { name } of small)
      expect(chartsOf(triedRelease(SMALL)).get("districts")!.table.note).toContain(`${name}(合算)`);
  });

  it("of three and more go by the first, in titles, drawings and tables", () => {
    const release = triedRelease({ size: 4, months: 2 });
    const chart = chartsOf(release).get("districts")!;
    expect(chart.table.rows.map((row) => row[0])).toContain("堀松など14地区");
    expect(chart.title + fileOf(release, "districts", "light")).not.toContain("上熊野・加茂");
    expect(chart.table.note).toContain("堀松・上熊野・加茂・");
  });
});

describe("what a title names", () => {
  /** A release whose counts on its one date are replaced: any tens that its residents can have. */
  const shares = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 26, maxLength: 26 });
  const withShares = (release: PublicRelease, twentieths: readonly number[]): PublicRelease => {
    let i = 0;
    const rows = release.tables.rows.map((row) => {
      if (row.margin === 0) return row;
      const held = Math.floor((row.population * (0.5 + twentieths[i++ % 26]! / 40)) / 10) * 10;
      return { ...row, held };
    });
    return { ...release, tables: { ...release.tables, rows } };
  };
  const tried = triedRelease({ months: 1, size: 25 });

  it("leads beyond the noise, and what is level is named with it or not at all", () => {
    fc.assert(
      fc.property(shares, (twentieths) => {
        const release = withShares(tried, twentieths);
        const model = publicModel(release, "ja");
        const charts = chartsOf(release);
        const districts = model.districts.map((r) => ({
          name: r.name,
          value: Math.max(0, r.population - r.held!),
          margin: r.margin,
        }));
        const ages = model.ages.map((r) => ({
          name: ageBandLabel(r.age_band),
          value: -r.held! / r.population,
          margin: r.margin / r.population,
        }));
        for (const [id, rows] of [
          ["districts", districts],
          ["ages", ages],
        ] as const) {
          const first = rows.reduce((a, b) => (b.value > a.value ? b : a));
          const level = rows.filter((r) => first.value - r.value <= Math.hypot(first.margin, r.margin));
          const { title } = charts.get(id)!;
          const named =
            /(?:最も(?:多い|低い)のは|は)([^は]+?)(?:の(?:約|\d)|がほぼ並んで)/
              .exec(title)?.[1]
              ?.split("と") ?? [];
          const expected = level.length <= 3 && level.length < rows.length ? level.map((r) => r.name) : [];
          expect({ title, named: [...named].sort() }).toEqual({ title, named: expected.sort() });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(LANGUAGES)("is nobody where all are level (%s)", (language) => {
    const names = ["一", "二", "三"];
    const release = triedRelease({ months: 1, size: 20, names });
    const rows = release.tables.rows.map((r) =>
      r.kind === "district" ? { ...r, population: 300, held: 200 } : r,
    );
    const level = { ...release, tables: { ...release.tables, rows } };
    const title = chartsOf(level, language).get("districts")!.title;
    for (const name of names) expect(title).not.toContain(name);
    expect(title).toMatch(
      { ja: /1地区あたり約100人/, easy: /1つの 地区に だいたい100人/, en: /each district: about 100/ }[
        language
      ],
    );
  });
});

describe("a rate in tens", () => {
  it("has a band of whole percents that holds its own band, not below 0", () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 60 }),
        (tens, population, margin) => {
          const rate = rateOf(tens * 10, population, margin)!;
          const { low, high } = bandOf([rate]);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low * population).toBeLessThanOrEqual(Math.max(0, tens * 10 - margin) * 100);
          expect(high * population).toBeGreaterThanOrEqual((tens * 10 + margin) * 100);
        },
      ),
    );
    expect(rateText(rateOf(440, 600, 11)!, "band", wordsIn("ja"))).toBe("71〜76%");
    expect(formOf([rateOf(440, 600, 0)!])).toBe("exact");
  });
});

describe("a chart for frames", () => {
  it("is a page of its own without scripts, its numbers set right", () => {
    const release = triedRelease(SMALL);
    const model = publicModel(release, "en");
    const { page: html, heights } = embedPage(
      chartsOf(release, "en").get("districts")!,
      model,
      chartDocument(),
    );
    expect(Math.min(heights.narrow, heights.wide)).toBeGreaterThan(100);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|\bon\w+=/);
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toMatch(/<td class="number">\d+–\d+%<\/td>/);
  });
});

describe("lines of text", () => {
  it("lose nothing and keep numbers, words and katakana whole", () => {
    const sentence = "マイナンバーカードの保有枚数率は79.6%、2025年10月末から+7.0ポイント";
    for (const limit of [6, 9, 14, 20, 40]) {
      const lines = breakText(sentence, limit);
      expect(lines.join("")).toBe(sentence);
      for (const line of lines) expect(line).not.toMatch(/^[、%ー.,]|^イント/);
    }
    const english = "3,145 residents still without a card, 1,081 fewer than at the end of October 2025";
    expect(breakText(english, 20).join(" ")).toBe(english);
    for (const line of breakText(english, 20)) expect(widthInEm(line)).toBeLessThanOrEqual(20);
  });

  it("prefer to end where a part of the sentence ends", () => {
    expect(breakText("申請13,294件のうち交付は12,738枚、申請済・未交付は556(2025年10月末は522)", 34)).toEqual(
      ["申請13,294件のうち交付は12,738枚、申請済・未交付は556", "(2025年10月末は522)"],
    );
  });

  it("are cut in the middle, and never to nothing", () => {
    expect(shorten("中之島東天満橋筋", 5)).toBe("中之…橋筋");
    expect(shorten("中之島東天満橋筋13丁目", 9)).toBe("中之島東…13丁目");
    expect(shorten("高浜", 5)).toBe("高浜");
    expect(shorten("高浜", 0)).toBe("高…");
  });
});

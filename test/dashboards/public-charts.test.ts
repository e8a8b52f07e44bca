import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartFile, type Theme } from "../../dashboards/charts/public/chart-file.js";
import { embedPage } from "../../dashboards/charts/public/embed-page.js";
import type { PublicChart } from "../../dashboards/charts/public/public-chart.js";
import { publicCharts, townName } from "../../dashboards/charts/public/public-charts.js";
import { publicModel } from "../../dashboards/charts/public/public-model.js";
import { sharePicture } from "../../dashboards/charts/public/share-picture.js";
import { breakText, shorten, widthInEm } from "../../dashboards/charts/public/text-width.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { LANGUAGES, type Language } from "../../data/contract/town-settings.js";
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

/** A town small enough that some districts and ages are withheld. */
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
    expect(ja.get("ages")!.title).toMatch(/の\d\d\.\d%、全体は\d\d\.\d%/);
    expect(ja.get("districts")!.title).toMatch(/の\d+人\(保有枚数率\d\d\.\d%、全体は\d\d\.\d%\)/);
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

describe("what is withheld", () => {
  const release = triedRelease(SMALL);
  const hidden = new Set(
    release.tables.rows
      .filter(
        (r) =>
          r.kind === "district" &&
          r.as_of === release.through &&
          r.held !== null &&
          typeof r.held === "object",
      )
      .map((r) => r.place),
  );

  it("is hatched, named, and nowhere a number", () => {
    expect(hidden.size).toBeGreaterThan(0);
    const chart = chartsOf(release).get("districts")!;
    const svg = fileOf(release, "districts", "light");
    expect(svg.match(/fill="url\(#withheld-districts-wide\)"/g)?.length).toBe(1);
    expect(svg.match(/>秘匿</g)?.length).toBe(hidden.size);
    const rows = chart.table.rows.filter((row) => row.includes("秘匿"));
    expect(rows.map((row) => row.slice(2))).toEqual([...hidden].map(() => ["秘匿", "秘匿", "秘匿"]));
    expect(chart.reading).toContain("秘匿");
    expect(chartsOf(release, "en").get("districts")!.table.rows.flat()).toContain("withheld");
  });

  it("has no place in a title, and where all is withheld the title says so", () => {
    const policy = { ...DEFAULT_POLICY, smallestCount: 200 };
    const tiny = triedRelease({ size: 8, months: 2, names: ["一", "二", "三"], settings: { policy } });
    const charts = chartsOf(tiny);
    expect(charts.get("districts")!.title).toBe("人数が少ないため、どの区分の数字も公表していません");
  });

  it("is not passed over: what stands out does so among those that are told", () => {
    const [ja, en] = [chartsOf(release), chartsOf(release, "en")];
    expect(ja.get("districts")!.title).toMatch(/^公表できる地区のうちカードのない人が最も多いのは/);
    expect(en.get("districts")!.title).toMatch(/^Most residents without a card among published districts: /);
    expect(chartsOf(triedRelease()).get("districts")!.title).not.toContain("公表できる");
  });

  it("leaves a step out of the flow, and what lies between the others is called a difference", () => {
    const svg = fileOf(triedRelease({ without: ["issued"] }), "flow", "light");
    expect(svg).toMatch(/>差 [\d,]+</);
    expect(svg).not.toContain("未交付");
    expect(fileOf(triedRelease(), "flow", "light")).toMatch(/>申請済・未交付 [\d,]+</);
  });

  it("names districts that are published as one", () => {
    const merges = [{ code: "M1", name: "西浦・西海", members: ["14", "15"] }];
    const merged = triedRelease({ settings: { policy: { ...DEFAULT_POLICY, merges } } });
    expect(fileOf(merged, "districts", "light")).toContain(">西浦・西海(合算)<");
    expect(chartsOf(merged, "en").get("districts")!.table.note).toBe(
      "Districts published together: 西浦・西海 (combined)",
    );
  });
});

describe("a chart for frames", () => {
  it("is a page of its own without scripts, its drawings' patterns told apart", () => {
    const release = triedRelease(SMALL);
    const model = publicModel(release, "en");
    const html = embedPage(chartsOf(release, "en").get("districts")!, model, chartDocument());
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|\bon\w+=/);
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("withheld-districts-narrow");
    expect(html).toContain('<td class="number">withheld</td>');
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

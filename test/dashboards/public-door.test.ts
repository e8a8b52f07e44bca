import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { districtsLead } from "../../dashboards/charts/districts/lead.js";
import { rankingCard } from "../../dashboards/charts/districts/ranking-card.js";
import { pageModel } from "../../dashboards/charts/page-model.js";
import type { PageSource } from "../../dashboards/charts/page-source.js";
import { PRINT_NOTE } from "../../dashboards/charts/print-note.js";
import { EXAMPLES, examplesFor } from "../../dashboards/queries/examples.js";
import { LEAVES } from "../../data/disclosure/leaves.js";
import { printMargin } from "../../data/disclosure/noise.js";
import { judge } from "../../data/indicators/reliability/verdict.js";
import { sampleFigures } from "../../scripts/disclosure/sample-figures.js";
import { chartDocument, paintPages, shownAt } from "./drawing.js";
import { publicTown } from "./public-town.js";
import { district, figure, town } from "./towns.js";

const sample = sampleFigures();
const inside: PageSource = {
  municipality: { code: sample.municipality, name: "志賀町", prefecture: "石川県" },
  figures: sample.figures,
  districts: sample.districts,
  synthetic: true,
};
const outside = publicTown(inside);
const slotsOf = (source: PageSource) => paintPages(source);
const said = (markup: string): string => markup.replaceAll(/<[^>]+>/g, "");

/** The parts of the first paint that show districts or ages. */
const places = (slots: Record<string, string>): [string, string][] =>
  Object.entries(slots).filter(([name]) => /^(districts?|ages)-/.test(name));

describe("the notebooks at the public door", () => {
  const slots = slotsOf(outside);

  it("withhold nothing", () => {
    for (const [name, text] of Object.entries(slots))
      expect([name, text.includes("秘匿")]).toEqual([name, false]);
    expect(slots["districts-map"]).not.toContain("数字なし");
  });

  it("say on each page of districts or ages, once, how rough its numbers are", () => {
    expect(PRINT_NOTE).toContain(`地区で±${printMargin(LEAVES)}枚ほど`);
    const notes = places(slots).filter(([, text]) => text.includes(PRINT_NOTE));
    expect(notes.map(([name]) => name).sort()).toEqual(["ages-lead", "district-lead", "districts-lead"]);
    for (const [, text] of notes) expect(text.split(PRINT_NOTE)).toHaveLength(2);
    for (const text of Object.values(slotsOf(inside))) expect(text).not.toContain(PRINT_NOTE);
  });

  it("tell of no district what a month or a year brought", () => {
    for (const [name, text] of places(slots)) {
      // 約1,230人, 84.2%: but no +3 and no ポイント, no 先月 and no 前回.
      expect([
        name,
        /前回|先月|1年前|ポイント|増えた|[±+][\d]+[人枚件]/.exec(said(text.replace(PRINT_NOTE, ""))),
      ]).toEqual([name, null]);
    }
    expect(slots["district-places"]).toBeUndefined();
    expect(slots["pickup-districts"]).toBeUndefined();
    expect(slots["progress-headline"]).toContain("前回(");
  });

  it("count everybody without by the town's own number, and the districts roughly", () => {
    const { held, population } = pageModel(inside).totals.at(-1)!;
    const without = (population - held!).toLocaleString("en");
    expect(said(slots["districts-lead"]!)).toContain(`まだ持っていない人が${without}人`);
    expect(said(slots["ages-tiles"]!)).toContain(`全体${without}人の約`);
    expect(said(slots["district-lead"]!)).toMatch(/\d人のうち約[\d,]*0人が持っていない/);
    expect(slots["districts-table"]).toContain("保有枚数(約)");
  });

  it("tell the town itself as the other door does", () => {
    const own = slotsOf(inside);
    for (const name of ["progress-lead", "progress-headline", "pickup-lead", "outlook-lead"])
      expect(slots[name]).toBe(own[name]);
  });

  it("ask no question that would compare two months of a district", () => {
    const offered = examplesFor(["figures", "district_figures", "town_ages"]).map(({ example }) => example);
    const overTime = offered.filter((e) => /district_figures/.test(e.sql) && /lag\(|before/.test(e.sql));
    expect(overTime).toEqual([]);
    expect(offered.length).toBeLessThan(EXAMPLES.length);
  });
});

/** Districts of a release by their prints, beside the town's own row. */
const printed = (held: readonly number[], population = 1000): PageSource & { isPublic: true } => ({
  isPublic: true,
  ...town([
    figure({ population: population * held.length, held: held.reduce((a, b) => a + b, 0) }),
    ...held.map((h, i) =>
      figure({ district: `0${i + 1}`, population, held: h, issued: 900, applications: 950 }),
    ),
  ]),
  townAges: [],
});

describe("what is first among prints", () => {
  const titleOf = (held: readonly number[]) => rankingCard(pageModel(printed(held))).title;

  it("is named alone where the next lies beyond the noise", () => {
    expect(titleOf([700, 740, 800, 850])).toBe(
      "持っていない人がいちばん多いのは地区01の約300人(保有枚数率約70%)",
    );
  });

  it("is one of several where ties or the noise leave it open", () => {
    expect(titleOf([700, 710, 700, 850])).toBe(
      "持っていない人が多いのは地区01、地区03、地区02(約300人)。その中の順は、数の幅の中で決められない",
    );
    expect(titleOf([700, 710, 700, 710, 700])).toContain("地区01、地区03、地区05など5地区(約300人)");
  });

  it("marks a district as below the town only with all of its band", () => {
    // The town has 80%; 790 may be 801.
    const svg = rankingCard(pageModel(printed([790, 780, 800, 830]))).draw!({
      document: chartDocument(),
      size: "wide",
      palette: { behind: "orange" } as never,
    });
    expect(String(svg.textContent).match(/▼/g)).toHaveLength(1);
  });

  it("names the three that make up most only where it is certain who they are", () => {
    const lead = (held: readonly number[]) => said(districtsLead(pageModel(printed(held))).text);
    expect(lead([600, 700, 750, 900, 950])).toContain("多い3地区(地区01、地区02、地区03)で、そのうち約86%");
    expect(lead([600, 700, 750, 760, 950])).toContain("多い方から3地区で、そのうち約");
  });
});

describe("a district's course at the public door", () => {
  it("is a band, and no line of its steps", () => {
    const code = outside.districts[0]!.code;
    const { cards } = shownAt("district", outside, { district: code });
    expect(cards.map((c) => c.slot)).toEqual(["district-series", "district-ages", "district-sessions"]);
    const [series] = cards;
    expect(series!.title).toMatch(/^保有枚数率は約[\d.]+%\(95%の幅[\d.]+～[\d.]+%\)。全体の84\.2%/);
    expect(series!.table!.columns).not.toContain("順位");
    expect(series!.table!.columns).not.toContain("判定");
    const draw = (size: "narrow" | "wide") =>
      series!.draw!({ document: chartDocument(), size, palette: { town: "blue", context: "grey" } as never });
    expect(draw("wide").querySelectorAll('[data-mark="area"] path')).toHaveLength(1);
    expect(draw("wide").querySelectorAll('[data-mark="line"] path')).toHaveLength(1);
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("districts whose people are as the town's", () => {
  /** So many districts of chance alone: each resident has a card with the town's probability. */
  const chanceTown = (population: number, percent: number, random: () => number): PageSource => {
    const codes = Array.from({ length: 60 }, (_, i) => String(i + 1).padStart(3, "0"));
    const figures = codes.map((code) => {
      let held = 0;
      for (let i = 0; i < population; i++) if (100 * random() < percent) held++;
      return figure({ district: code, population, held, issued: held, applications: held });
    });
    return town(
      figures,
      codes.map((code) => district(code)),
    );
  };

  it("are called behind no more often than 1 in 1,000, whatever noise they carry", () => {
    const called = { behind: 0, ahead: 0, naive: 0, districts: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 400 }),
        fc.integer({ min: 60, max: 97 }),
        fc.nat(1_000_000),
        (population, percent, seed) => {
          const released = publicTown(chanceTown(population, percent, chance(seed)), seed);
          const { standings, reliability } = pageModel(released).districts;
          standings.forEach((s, i) => {
            const { verdict } = reliability.districts[i]!.judgement!;
            called.districts += 1;
            if (verdict === "behind") called.behind += 1;
            if (verdict === "ahead") called.ahead += 1;
            if (judge(s.count, s.population, reliability.townRate)!.verdict === "behind") called.naive += 1;
          });
        },
      ),
      { numRuns: 50 },
    );
    expect(called.districts).toBe(3000);
    // Three in 3,000 would be the most that is expected; ten have a probability of 1 in 1,000.
    expect(called.behind).toBeLessThan(10);
    expect(called.ahead).toBeLessThan(10);
    expect(called.naive).toBeGreaterThan(2 * Math.max(10, called.behind));
  });
});

import { describe, expect, it } from "vitest";
import { outlookCards } from "../../dashboards/charts/outlook/cards.js";
import { outlookLead, outlookTiles } from "../../dashboards/charts/outlook/lead.js";
import { outlookModel, type OutlookParts } from "../../dashboards/charts/outlook/model.js";
import { planJa, rangeJa, shareJa, whenJa } from "../../dashboards/charts/outlook/words.js";
import { viewFrom } from "../../dashboards/charts/outlook/view.js";
import type { Total } from "../../data/indicators/totals.js";
import { addDays } from "../../data/indicators/forecast/office-days.js";
import type { Card } from "../../dashboards/charts/card.js";
import type { ChartSize } from "../../dashboards/charts/chart.js";
import { PAPER_PALETTE } from "../../dashboards/charts/palette.js";
import { serializeChart } from "../../dashboards/charts/serialize.js";
import { addressOf } from "../../dashboards/pages/controls.js";
import { chartDocument, shownAt } from "./drawing.js";
import { figure, town } from "./towns.js";

const TOWN = { code: "173843", name: "志賀町", prefecture: "石川県" };
const total = (as_of: string, held: number | null, applications: number | null = null): Total => ({
  as_of,
  population_as_of: null,
  population: 1000,
  applications,
  issued: null,
  held,
});
const model = (totals: Total[], view?: OutlookParts["view"]) =>
  outlookModel({ municipality: TOWN, synthetic: true, totals, ...(view && { view }) });
const draw = (card: Card, size: ChartSize): string =>
  card.draw ? serializeChart(card.draw({ document: chartDocument(), size, palette: PAPER_PALETTE })) : "";
const months = (counts: number[]): Total[] =>
  counts.map((held, i) => total(addDays("2025-01-01", 30 * i), held));

describe("見通し's words", () => {
  const milestone = {
    percent: 90,
    missing: 5,
    date: "2027-06-10",
    earliest: "2027-03-01",
    latest: "2028-01-09",
  };
  it("name months, and say where an end is open", () => {
    expect(whenJa(milestone)).toBe("2027年6月ごろ");
    expect(rangeJa(milestone)).toBe("2027年3月〜2028年1月");
    expect(rangeJa({ ...milestone, latest: null })).toBe("早くて2027年3月、遅ければ3年より先");
    expect(rangeJa({ ...milestone, latest: "2027-03-31" })).toBe("2027年3月");
    expect(whenJa({ ...milestone, date: null })).toBe("3年では届かない");
    expect(whenJa({ ...milestone, missing: 0 })).toBe("達成");
  });
  it("never call 100% what lacks somebody", () => {
    expect(shareJa(99_999, 100_000)).toBe("99.9%");
    expect(shareJa(100_000, 100_000)).toBe("100.0%");
    expect(shareJa(1013, 1000)).toBe("101.3%");
  });
  it("name a plan by what it changes", () => {
    expect(planJa({ pace: 1.5, peopleAMonth: 20, months: 12 })).toBe("ペース1.5倍・月20人を12か月");
    expect(planJa({ pace: 1, peopleAMonth: 20, months: 3 })).toBe("月20人を3か月");
  });
});

describe("見通し's address", () => {
  const read = (text: string) => {
    const values = new URLSearchParams(text);
    return viewFrom((key) => values.get(key));
  };
  it("is read within bounds", () => {
    const { plan, measure, asOf } = read("pace=1.54&extra=20.4&months=99&measure=held&date=2026-01-31");
    expect({ plan, measure, asOf }).toEqual({
      plan: { pace: 1.5, peopleAMonth: 20, months: 36 },
      measure: "held",
      asOf: "2026-01-31",
    });
    expect(read("pace=&extra=x&months=%20").plan).toEqual({ pace: 1, peopleAMonth: 0, months: 12 });
  });
  it("is written back as little as it needs", () => {
    const source = town([figure({ as_of: "2026-09-30", held: 700 }), figure({ as_of: "2026-10-31" })]);
    const written = (asked: Record<string, string>) => addressOf(shownAt("outlook", source, asked).controls);
    expect(
      written({ pace: "1.54", extra: "20.4", months: "99", date: "2026-10-31", measure: "held" }),
    ).toEqual({
      pace: "1.5",
      extra: "20",
      months: "36",
      measure: "held",
    });
    expect(written({ pace: "", extra: "x", months: " ", measure: "issued" })).toEqual({ measure: "issued" });
  });
});

describe("見通し's states", () => {
  it("says how many dates are needed, and shows no fan", () => {
    const one = model([total("2025-01-01", 800)]);
    expect(outlookLead(one).text).toContain("基準日が2つ以上必要です(今は1つ)");
    expect(outlookTiles(one).text).toBe("");
    expect(outlookCards(one).map((c) => c.slot)).toEqual(["outlook-past", "outlook-backtest"]);
  });
  it("looks ahead from two dates", () => {
    const two = model(months([800, 820]));
    expect(outlookCards(two).map((c) => c.slot)).toEqual([
      "outlook-fan",
      "outlook-left",
      "outlook-past",
      "outlook-backtest",
    ]);
    expect(outlookLead(two).text).toContain("今のペースなら");
  });
  it("takes another measure where the nearest to holding has one date only", () => {
    expect(model([total("2025-01-01", null, 700), total("2025-02-01", 600, 720)]).measure).toBe(
      "applications",
    );
  });
  it("has no figures at all", () => {
    expect(outlookLead(model([])).text).toContain("数字はまだありません");
    expect(outlookCards(model([]))).toEqual([]);
  });
  it("says that nobody is left where the count is above the population", () => {
    const over = model(months([1000, 1010]));
    expect(outlookLead(over).text).toContain("もう100%に達しています");
  });
  it("puts what came beside what would have been said", () => {
    const back = model(months([800, 810, 820, 835]), { asOf: addDays("2025-01-01", 30) });
    expect(back.observed).toHaveLength(2);
    expect(back.later.map((o) => o.count)).toEqual([820, 835]);
    const fan = outlookCards(back)[0]!;
    expect(fan.table!.rows.map((row) => row.at(-2))).toEqual(["820", "835"]);
    expect(fan.reading).toContain("実際に来た数字");
  });
  it("keeps what would be without the plan beside the plan", () => {
    const plan = { pace: 2, peopleAMonth: 5, months: 12 };
    const planned = model(months([800, 810, 820]), { plan });
    expect(planned.path).not.toEqual(planned.usual);
    expect(outlookLead(planned).text).toContain("ペース2倍・月5人を12か月なら");
    expect(outlookTiles(planned).text).toContain("何もし");
  });
});

describe("見通し's drawings", () => {
  const cases = {
    usual: model(months([700, 720, 760, 800, 810, 815, 819])),
    planned: model(months([700, 720, 760]), { plan: { pace: 3, peopleAMonth: 30, months: 36 } }),
    low: model(months([10, 12, 13])),
    over: model(months([990, 1005, 1020])),
    back: model(months([500, 600, 700, 800, 900, 990]), { asOf: addDays("2025-01-01", 30) }),
  };
  it.each(Object.entries(cases))("hold no number that is none: %s", (_, shown) => {
    for (const card of outlookCards(shown)) {
      for (const size of ["narrow", "wide"] as const) {
        expect(draw(card, size)).not.toMatch(/NaN|Infinity|undefined/);
      }
      expect(JSON.stringify(card.table)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
  it("name the milestones on their lines", () => {
    const text = draw(outlookCards(cases.usual)[0]!, "wide");
    for (const name of ["計画の88%", "90%", "95%", "100%(全住民)", "80%の上"]) expect(text).toContain(name);
  });
});

import { describe, expect, it } from "vitest";
import { checkGrain } from "../../../worker/intake/check-grain.js";
import { checkHistory, type DistrictTotal } from "../../../worker/intake/check-history.js";
import type { ColumnPlan } from "../../../worker/intake/columns.js";
import type { ReadFigure } from "../../../worker/intake/read-rows.js";
import { figureOf } from "./rows.js";

const PLAN: ColumnPlan = {
  as_of: { indexes: [0], header: "基準日" },
  district: { indexes: [1], header: "地区" },
  population: { indexes: [2], header: "人口" },
  applications: { indexes: [3], header: "申請件数" },
  issued: { indexes: [4], header: "交付枚数" },
};

const known = (as_of: string, part: Partial<DistrictTotal> = {}): DistrictTotal => ({
  as_of,
  district: "01",
  population: 100,
  population_as_of: null,
  applications: null,
  issued: 50,
  held: null,
  ...part,
});

/** Findings as row, column and code; all of them are warnings. */
function findings(figures: readonly ReadFigure[], history: readonly DistrictTotal[], listed = ["01"]) {
  const issues = checkHistory(checkGrain(figures, PLAN).dates, history, listed, PLAN);
  for (const found of issues) expect(found.severity).toBe("warning");
  return issues.map((i) => [i.row, i.column, i.code]);
}

describe("a district list", () => {
  it("whose districts are all there gives no alarm; one that is not there gives one", () => {
    const both = [figureOf({ district: "01" }), figureOf({ district: "02", row: 3 })];
    expect(findings(both, [], ["01", "02"])).toEqual([]);
    expect(findings(both, [], ["01", "02", "03", "04"])).toEqual([[null, "地区", "district_missing"]]);
  });

  it("is filled up by what is known of that very date, not of another", () => {
    const one = [figureOf({ district: "01" })];
    const other = (as_of: string) => known(as_of, { district: "02" });
    expect(findings(one, [other("2026-10-31")], ["01", "02"])).toEqual([]);
    expect(findings(one, [other("2026-09-30")], ["01", "02"])).toEqual([[null, "地区", "district_missing"]]);
  });

  it("is of no matter to a file that has no districts", () => {
    expect(findings([figureOf({ district: "all" })], [], ["01", "02"])).toEqual([]);
  });
});

describe("an as-of date", () => {
  const now = [figureOf({ row: 7 })];
  const dates = (...list: string[]) =>
    findings(
      now,
      list.map((d) => known(d)),
    );

  it("between two known ones is told at the date's first row", () => {
    expect(dates("2026-09-30", "2026-11-30")).toEqual([[7, "基準日", "between_known_dates"]]);
  });

  it("before all, after all, or known already is not", () => {
    expect(dates("2026-11-30", "2026-12-31")).toEqual([]);
    expect(dates("2026-08-31", "2026-09-30")).toEqual([]);
    expect(dates("2026-09-30", "2026-10-31", "2026-11-30")).toEqual([]);
    expect(dates()).toEqual([]);
  });
});

describe("a cumulative count", () => {
  const history = [known("2026-09-30", { applications: 60, issued: 50 })];

  it("that falls is told in its column, at the district's first row of the date", () => {
    expect(findings([figureOf({ row: 4, applications: 59, issued: 49 })], history)).toEqual([
      [4, "申請件数", "count_falls"],
      [4, "交付枚数", "count_falls"],
    ]);
  });

  it("that stays or rises does not, and one that is not supplied says nothing", () => {
    expect(findings([figureOf({ applications: 60, issued: 50 })], history)).toEqual([]);
    expect(findings([figureOf({ applications: null, issued: 51 })], history)).toEqual([]);
    expect(findings([figureOf({ applications: 1 })], [known("2026-09-30")])).toEqual([]);
  });

  it("over one of a later date is told", () => {
    const later = [known("2026-11-30", { applications: 60, issued: 50 })];
    expect(findings([figureOf({ row: 4, applications: 61, issued: 51 })], later)).toEqual([
      [4, "申請件数", "count_over_later"],
      [4, "交付枚数", "count_over_later"],
    ]);
    expect(findings([figureOf({ applications: 60, issued: 50 })], later)).toEqual([]);
    expect(findings([figureOf({ applications: 90 })], [known("2026-11-30")])).toEqual([]);
  });

  it("of held cards may fall: cards are given back", () => {
    expect(findings([figureOf({ held: 10 })], [known("2026-09-30", { held: 20 })])).toEqual([]);
  });

  it("is that of the whole district: its cells are summed", () => {
    const halves = [
      figureOf({ row: 4, sex: "male", population: 50, issued: 24 }),
      figureOf({ row: 5, sex: "female", population: 50, issued: 25 }),
    ];
    expect(findings(halves, history)).toEqual([[4, "交付枚数", "count_falls"]]);
    expect(
      findings(
        halves.map((half) => ({ ...half, issued: 25 })),
        history,
      ),
    ).toEqual([]);
  });

  it("is compared with the date next to it, of its own district, known or in the file", () => {
    expect(
      findings([figureOf({ issued: 49 })], [known("2026-08-31"), known("2026-09-30", { issued: 49 })]),
    ).toEqual([]);
    expect(
      findings([figureOf({ issued: 49 })], [known("2026-09-30", { issued: 49 }), known("2026-08-31")]),
    ).toEqual([]);
    expect(findings([figureOf({ issued: 49 })], [known("2026-09-30", { district: "02" })])).toEqual([]);
    const inFile = [
      figureOf({ row: 2, as_of: "2026-10-31", issued: 49 }),
      figureOf({ row: 3, as_of: "2026-09-30", issued: 50 }),
    ];
    expect(findings(inFile, [])).toEqual([
      [3, "交付枚数", "count_over_later"],
      [2, "交付枚数", "count_falls"],
    ]);
  });

  it("is not compared with what the file replaces", () => {
    expect(findings([figureOf({ issued: 10 })], [known("2026-10-31", { issued: 90 })])).toEqual([]);
  });

  it("of a whole town says nothing here: the districts do", () => {
    expect(
      findings([figureOf({ district: "all", issued: 1 })], [known("2026-09-30", { district: "all" })]),
    ).toEqual([]);
  });
});

describe("a population", () => {
  const change = (before: number, now: number) =>
    findings(
      [figureOf({ population: now, issued: null, row: 6 })],
      [known("2026-09-30", { population: before, issued: null })],
    );
  const told = [[6, "人口", "population_jump"]];

  it("that changes by more than a tenth is told, up or down", () => {
    expect(change(1000, 1101)).toEqual(told);
    expect(change(1000, 899)).toEqual(told);
    expect(change(1000, 1100)).toEqual([]);
    expect(change(1000, 900)).toEqual([]);
  });

  it("of a hamlet has to change by more than ten people", () => {
    expect(change(20, 31)).toEqual(told);
    expect(change(20, 30)).toEqual([]);
    expect(change(20, 10)).toEqual([]);
    expect(change(20, 9)).toEqual(told);
  });

  it("of a first date has nothing to change from", () => {
    expect(findings([figureOf({ population: 5000 })], [known("2026-11-30")])).toEqual([]);
  });
});

describe("a rise out of all habit", () => {
  /** Month ends from 2026-01-31 on, each thirty-odd cards above the one before. */
  const months = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31"];
  const history = (part: (i: number) => Partial<DistrictTotal>) =>
    months.map((day, i) => known(`2026-${day}`, { population: 5000, ...part(i) }));
  const august = (part: Partial<ReadFigure>) => [
    figureOf({ as_of: "2026-08-31", row: 3, population: 5000, ...part }),
  ];

  it("is told of issued cards and of applications, each from its own past", () => {
    const steady = history((i) => ({ issued: 1000 + 31 * i, applications: 1100 + 31 * i }));
    expect(findings(august({ issued: 1217, applications: 1317 }), steady)).toEqual([]);
    expect(findings(august({ issued: 1600, applications: 1317 }), steady)).toEqual([
      [3, "交付枚数", "unusual_change"],
    ]);
    expect(findings(august({ issued: 1217, applications: 1700 }), steady)).toEqual([
      [3, "申請件数", "unusual_change"],
    ]);
  });

  it("is measured a day, so that a gap of months is no jump", () => {
    const gap = history((i) => ({ issued: 1000 + 31 * i, applications: null })).filter((_, i) => i !== 6);
    // Two months of the usual rise in one interval.
    expect(findings(august({ issued: 1000 + 31 * 7 }), gap)).toEqual([]);
  });

  it("passes over dates on which the count was not supplied", () => {
    const holes = history((i) => ({ issued: i > 4 && i < 7 ? null : 1000 + 31 * i }));
    expect(findings(august({ issued: 1217 }), holes)).toEqual([]);
    expect(findings(august({ issued: 1900 }), holes)).toEqual([]);
    const enough = [known("2025-12-31", { population: 5000, issued: 969 }), ...holes];
    expect(findings(august({ issued: 1900 }), enough)).toEqual([[3, "交付枚数", "unusual_change"]]);
  });

  it("does not look at what comes after", () => {
    const later = [
      ...history((i) => ({ issued: 1000 + 31 * i })),
      known("2026-09-30", { population: 5000, issued: 4900 }),
    ];
    const found = findings(august({ issued: 1217 }), later);
    expect(found).toEqual([[3, "基準日", "between_known_dates"]]);
  });

  it("that is a fall is told as a fall alone", () => {
    const steady = history((i) => ({ issued: 1000 + 31 * i }));
    expect(findings(august({ issued: 100 }), steady)).toEqual([[3, "交付枚数", "count_falls"]]);
  });
});

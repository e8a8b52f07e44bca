import { describe, expect, it } from "vitest";
import { checkGrain } from "../../../worker/intake/check-grain.js";
import type { DistrictTotal } from "../../../worker/intake/check-history.js";
import { effectOf } from "../../../worker/intake/effect.js";
import type { ReadFigure } from "../../../worker/intake/read-rows.js";
import { figureOf } from "./rows.js";

const known = (as_of: string, district: string, issued: number | null, population = 100): DistrictTotal => ({
  as_of,
  district,
  population,
  population_as_of: null,
  applications: null,
  issued,
  held: null,
});
const counts = (population: number, issued: number | null) => ({
  population,
  applications: null,
  issued,
  held: null,
});
const effect = (figures: readonly ReadFigure[], history: readonly DistrictTotal[] = []) =>
  effectOf(checkGrain(figures, {}).dates, history);

const TWO = [
  figureOf({ district: "02", row: 2, issued: 60 }),
  figureOf({ district: "01", row: 3, issued: 50 }),
];

describe("the effect of a file", () => {
  it("against nothing is what it says, districts in the order of their codes", () => {
    expect(effect(TWO)).toEqual({
      as_of: "2026-10-31",
      previous_as_of: null,
      town: { before: null, previous: null, after: counts(200, 110) },
      districts: [
        { district: "01", before: null, previous: null, after: counts(100, 50) },
        { district: "02", before: null, previous: null, after: counts(100, 60) },
      ],
      other_dates: [],
    });
  });

  it("is seen from its newest date; the others are named, oldest first", () => {
    const dates = ["2026-09-30", "2026-10-31", "2026-08-31"].map((as_of) => figureOf({ as_of }));
    expect(effect(dates)).toMatchObject({ as_of: "2026-10-31", other_dates: ["2026-08-31", "2026-09-30"] });
  });

  it("is set beside the same date and the latest one before it", () => {
    const history = [
      known("2026-10-31", "01", 40),
      known("2026-08-31", "01", 20),
      known("2026-09-30", "01", 30),
      known("2026-11-30", "01", 90),
      known("2026-07-31", "02", 10),
    ];
    const { previous_as_of, town, districts } = effect(TWO, history);
    expect(previous_as_of).toBe("2026-09-30");
    expect(town).toEqual({ before: counts(100, 40), previous: counts(100, 30), after: counts(200, 110) });
    expect(districts).toEqual([
      { district: "01", before: counts(100, 40), previous: counts(100, 30), after: counts(100, 50) },
      { district: "02", before: null, previous: null, after: counts(100, 60) },
    ]);
  });

  it("leaves districts of that date that it does not name as they are", () => {
    const { town, districts } = effect(TWO, [known("2026-10-31", "03", 7, 10), known("2026-10-31", "01", 1)]);
    expect(town).toMatchObject({ before: counts(110, 8), after: counts(210, 117) });
    expect(districts.map((d) => [d.district, d.after.issued])).toEqual([
      ["01", 50],
      ["02", 60],
      ["03", 7],
    ]);
  });

  it("puts districts in the place of a total that the date had", () => {
    expect(effect(TWO, [known("2026-10-31", "all", 99, 190)]).town).toEqual({
      before: counts(190, 99),
      previous: null,
      after: counts(200, 110),
    });
  });

  it("of a whole town has no districts", () => {
    const { town, districts } = effect([figureOf({ district: "all" })], [known("2026-09-30", "all", 40)]);
    expect([districts, town]).toEqual([
      [],
      { before: null, previous: counts(100, 40), after: counts(100, 50) },
    ]);
  });

  it("sums a district's cells, and knows no sum where a part is not known", () => {
    const halves = (["male", "female"] as const).map((sex, i) =>
      figureOf({ sex, row: i + 2, population: 50, issued: 20, applications: i === 0 ? 30 : null }),
    );
    expect(effect(halves).districts[0]!.after).toEqual(counts(100, 40));
  });
});

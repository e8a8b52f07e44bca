import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { headline } from "../../../data/indicators/headline.js";
import { districtTotals, nearestToHolding, townTotals } from "../../../data/indicators/totals.js";

const figure = (more: Partial<Figure>): Figure => ({
  municipality: "173843",
  as_of: "2022-08-31",
  district: "01",
  age_band: "all",
  sex: "all",
  population: 100,
  population_as_of: "2022-01-01",
  applications: 60,
  issued: 50,
  held: null,
  ...more,
});

describe("townTotals", () => {
  it("sums each date, oldest first", () => {
    const totals = townTotals([
      figure({}),
      figure({ district: "02", population: 200, issued: 70 }),
      figure({ as_of: "2022-07-31", population_as_of: "2021-01-01" }),
    ]);
    expect(totals.map((t) => [t.as_of, t.population, t.issued, t.held, t.population_as_of])).toEqual([
      ["2022-07-31", 100, 50, null, "2021-01-01"],
      ["2022-08-31", 300, 120, null, "2022-01-01"],
    ]);
  });

  it("has no sum where one part was not supplied, and no population date where several are named", () => {
    const [total] = townTotals([
      figure({ held: 40 }),
      figure({ district: "02", population_as_of: "2021-01-01" }),
    ]);
    expect(total).toMatchObject({ held: null, population_as_of: null, issued: 100 });
  });
});

describe("districtTotals", () => {
  it("sums ages and sexes of one date, in code order", () => {
    const totals = districtTotals(
      [
        figure({ district: "02" }),
        figure({ age_band: "0-4" }),
        figure({ age_band: "5+" }),
        figure({ as_of: "2022-07-31" }),
      ],
      "2022-08-31",
    );
    expect(totals.map((t) => [t.district, t.population])).toEqual([
      ["01", 200],
      ["02", 100],
    ]);
  });
});

describe("nearestToHolding", () => {
  it("takes what comes nearest to having a card", () => {
    expect(nearestToHolding(figure({ held: 0 }))).toBe("held");
    expect(nearestToHolding(figure({}))).toBe("issued");
    expect(nearestToHolding(figure({ issued: null }))).toBe("applications");
    expect(nearestToHolding(figure({ issued: null, applications: null }))).toBeNull();
  });
});

describe("headline", () => {
  const totals = townTotals([
    figure({ as_of: "2022-07-31", population: 19_552, issued: 9_504, applications: null }),
    figure({ population: 19_178, issued: 10_117, applications: 11_000 }),
  ]);

  it("compares the latest date with the one before", () => {
    const result = headline("173843", totals)!;
    expect(result).toMatchObject({
      as_of: "2022-08-31",
      previous_as_of: "2022-07-31",
      applied_not_issued: 883,
    });
    expect(result.issued).toMatchObject({ count: 10_117, percent: "52.8", without: 9_061 });
    expect(result.issued!.previous).toMatchObject({ count: 9_504, percent: "48.6", points: "+4.2" });
    expect(result.issued!.milestones[0]).toEqual({ percent: 88, remaining: 6_760 });
    expect(result.applications!.previous).toBeNull();
    expect(result.held).toBeNull();
  });

  it("has nothing to compare with on the first date, and is null for a date that is not there", () => {
    expect(headline("173843", totals, "2022-07-31")).toMatchObject({ previous_as_of: null });
    expect(headline("173843", totals, "2022-06-30")).toBeNull();
    expect(headline("173843", [])).toBeNull();
  });
});

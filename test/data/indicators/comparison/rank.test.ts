import { describe, expect, it } from "vitest";
import { commonBands, nationAges } from "../../../../data/indicators/comparison/age-profile.js";
import { nearestDate } from "../../../../data/indicators/comparison/nearest-date.js";
import { isOfSize, jointSystems, neighboursOf } from "../../../../data/indicators/comparison/peers.js";
import { countsAmong, lowerMedian, rankOf } from "../../../../data/indicators/comparison/rank.js";
import { rankSeries, ratedDates } from "../../../../data/indicators/comparison/rank-series.js";
import {
  isMunicipality,
  isPrefectureOf,
  percentOfPermille,
  permilleHalfUp,
  type ReferencePlace,
} from "../../../../data/indicators/comparison/reference-place.js";
import { readReferenceCsv } from "../../../../scripts/reference/read-reference.js";
import { readFileSync } from "node:fs";

describe("a rank", () => {
  it("is shared by equals, and the next is counted on: 1, 2, 2, 4", () => {
    const values = [500, 480, 480, 460];
    expect(values.map((v) => rankOf(countsAmong(v, values))!.rank)).toEqual([1, 2, 2, 4]);
  });

  it("has the percentile rank of the mid-rank definition", () => {
    const values = [500, 480, 480, 460];
    // Below, and half of the equals: 3.5, 2, 2, 0.5 of 4.
    expect(values.map((v) => rankOf(countsAmong(v, values))!.percentile)).toEqual([
      "87.5",
      "50.0",
      "50.0",
      "12.5",
    ]);
    expect(rankOf(countsAmong(7, [7]))).toMatchObject({ rank: 1, of: 1, percentile: "50.0" });
    expect(rankOf({ of: 0, above: 0, equal: 0 })).toBeNull();
  });

  it("has a middle", () => {
    expect(lowerMedian([3, 1, 2])).toBe(2);
    expect(lowerMedian([4, 1, 2, 3])).toBe(2);
    expect(lowerMedian([])).toBeNull();
  });
});

describe("rates as published", () => {
  it("are rounded half up in whole numbers", () => {
    expect(permilleHalfUp(10_117, 19_178)).toBe(528);
    expect(permilleHalfUp(13_135, 19_178)).toBe(685);
    expect(permilleHalfUp(656_256, 1_124_501)).toBe(584);
    expect(permilleHalfUp(71_905_789, 125_927_902)).toBe(571);
    // An exact tie: 45.25%.
    expect(permilleHalfUp(181, 400)).toBe(453);
    expect(permilleHalfUp(null, 400)).toBeNull();
    expect(permilleHalfUp(1, 0)).toBeNull();
    expect(percentOfPermille(1004)).toBe("100.4");
    expect(percentOfPermille(7)).toBe("0.7");
  });
});

describe("groups", () => {
  it("are told by code", () => {
    expect(["173843", "011002", "170003", "000000", "type:other-cities"].map(isMunicipality)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isPrefectureOf("170003", "173843")).toBe(true);
    expect(isPrefectureOf("180009", "173843")).toBe(false);
    expect(isPrefectureOf("000000", "001234")).toBe(false);
  });

  it("of a size are within a fifth, both ends included", () => {
    expect([7999, 8000, 12_000, 12_001].map((p) => isOfSize(p, 10_000))).toEqual([false, true, true, false]);
  });

  it("of a joint system are the others of it", () => {
    const csv = readFileSync(
      new URL("../../../../data/reference/joint-systems.csv", import.meta.url),
      "utf8",
    );
    const systems = jointSystems(csv);
    expect(neighboursOf("173843", systems)).toEqual(["172073", "173860"]);
    expect(neighboursOf("172073", systems)).toEqual(["173843", "173860"]);
    expect(neighboursOf("172014", systems)).toEqual([]);
    const names = new Map(readReferenceCsv("municipalities.csv").map((m) => [m.code, m.name]));
    for (const row of readReferenceCsv("joint-systems.csv"))
      expect(names.get(row.municipality!)).toBe(row.name);
  });

  it("rank a town on each date", () => {
    const place = (
      code: string,
      population: number,
      issued: number | null,
      base = "2021-01-01",
    ): ReferencePlace => ({
      code,
      name: code,
      as_of: "2022-06-30",
      population,
      population_as_of: base,
      issued,
      held: null,
    });
    const towns = [
      place("173843", 10_000, 4500),
      place("172073", 12_000, 6000),
      place("172014", 90_000, 40_500),
      place("011002", 9000, 3600),
      place("012025", 9000, 8100, "2022-01-01"),
      place("012033", 9000, null),
    ];
    expect(rankSeries(ratedDates(towns, "issued"), "173843", "issued")).toEqual([
      {
        as_of: "2022-06-30",
        population: 10_000,
        population_as_of: "2021-01-01",
        count: 4500,
        permille: 450,
        nation: { of: 5, above: 2, equal: 2 },
        prefecture: { of: 3, above: 1, equal: 2 },
        size: { of: 3, above: 1, equal: 1 },
      },
    ]);
    expect(rankSeries(ratedDates(towns, "held"), "173843", "held")).toEqual([]);
    expect(rankSeries(ratedDates(towns, "issued"), "999999", "issued")).toEqual([]);
  });
});

describe("the nearest published date", () => {
  it("is the nearer, of two the earlier", () => {
    const dates = ["2022-05-01", "2022-06-01", "2022-06-30"];
    expect(nearestDate(dates, "2026-10-31")).toBe("2022-06-30");
    expect(nearestDate(dates, "2022-05-10")).toBe("2022-05-01");
    expect(nearestDate(["2022-06-11", "2022-06-01"], "2022-06-06")).toBe("2022-06-01");
    expect(nearestDate([], "2022-06-06")).toBeNull();
  });
});

describe("ages", () => {
  const counts = (age_band: string, population: number, count: number | null) => ({
    age_band,
    population,
    count,
  });

  it("of the nation are both sexes together, published or added", () => {
    const row = (
      age_band: string,
      sex: "male" | "female" | "all",
      population: number,
      issued: number | null,
    ) => ({
      as_of: "2022-06-30",
      age_band,
      sex,
      population,
      population_as_of: "2021-01-01",
      issued,
      held: null,
    });
    const ages = [
      row("65+", "male", 10, 5),
      row("65+", "female", 20, 6),
      row("0-64", "male", 40, 5),
      row("0-64", "female", 50, 7),
      row("0-64", "all", 91, 13),
      row("all", "all", 121, 24),
    ];
    expect(nationAges(ages, "2022-06-30", "issued")).toEqual([counts("0-64", 91, 13), counts("65+", 30, 11)]);
    expect(nationAges(ages, "2022-06-30", "held").every((a) => a.count === null)).toBe(true);
    expect(nationAges(ages, "2022-05-01", "issued")).toEqual([]);
  });

  it("are compared in the finest bands both lists can tell", () => {
    const nation = [
      counts("80-84", 50, 20),
      counts("85-89", 40, 10),
      counts("90-94", 30, 5),
      counts("95+", 9, 1),
    ];
    const town = [counts("80-89", 9, 4), counts("90+", 5, 1)];
    expect(commonBands(nation, town)).toEqual([
      { age_band: "80-89", first: counts("80-89", 90, 30), second: counts("80-89", 9, 4) },
      { age_band: "90+", first: counts("90+", 39, 6), second: counts("90+", 5, 1) },
    ]);
    expect(commonBands(nation, [counts("70-84", 1, 1)])).toEqual([]);
    expect(commonBands([], town)).toEqual([]);
  });
});

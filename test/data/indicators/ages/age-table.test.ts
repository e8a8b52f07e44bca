import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counts } from "../../../../data/contract/figure.js";
import { districtAgeCells, townAgeCells } from "../../../../data/indicators/ages/age-cells.js";
import { ageTable, coarser, ofSex, type AgeCell } from "../../../../data/indicators/ages/age-table.js";
import { sumOfCounts } from "../../../../data/indicators/totals.js";
import { figure, figuresArbitrary } from "../../../dashboards/towns.js";

const counts = (population: number, held: number | null): Counts => ({
  population,
  applications: null,
  issued: null,
  held,
});
const cell = (age_band: string, sex: AgeCell["sex"], population: number, held: number | null): AgeCell => ({
  age_band,
  sex,
  ...counts(population, held),
});

describe("a table of ages", () => {
  it("adds both sexes and all ages up, youngest first", () => {
    const table = ageTable([
      cell("65+", "female", 60, 50),
      cell("0-64", "male", 100, 80),
      cell("0-64", "female", 110, 99),
      cell("65+", "male", 40, 30),
    ]);
    expect(table.rows.map((r) => [r.age_band, r.both.population, r.both.held, r.male!.held])).toEqual([
      ["0-64", 210, 179, 80],
      ["65+", 100, 80, 30],
    ]);
    expect(table.total).toEqual({ ...counts(310, 259) });
  });

  it("takes margins that are told, though their parts do not make them up", () => {
    const table = ageTable([
      cell("all", "all", 310, 259),
      cell("all", "male", 140, null),
      cell("0-64", "all", 210, 179),
      cell("0-64", "male", 100, null),
      cell("0-64", "female", 110, null),
      cell("65+", "male", 40, 30),
      cell("65+", "female", 60, null),
    ]);
    expect(table.total.held).toBe(259);
    expect(table.rows.map((r) => [r.both.population, r.both.held])).toEqual([
      [210, 179],
      [100, null],
    ]);
    expect(table.rows[1]!.male!.held).toBe(30);
  });

  it("has no rows where ages are not told apart, and still the total", () => {
    expect(ageTable([cell("all", "male", 4, 3), cell("all", "female", 6, 5)])).toEqual({
      total: { population: 10, applications: null, issued: null, held: 8 },
      rows: [],
    });
    expect(ageTable([])).toMatchObject({ total: { population: 0 }, rows: [] });
  });

  it("of one sex has its people alone", () => {
    const table = ageTable([
      cell("0-64", "male", 100, 80),
      cell("0-64", "female", 110, 99),
      cell("65+", "all", 5, 5),
    ]);
    const women = ofSex(table, "female");
    expect(women.total).toEqual({ ...sumOfCounts([counts(110, 99)]) });
    expect(women.rows.map((r) => [r.age_band, r.both.held, r.male])).toEqual([["0-64", 99, null]]);
    expect(ofSex(table, "all")).toBe(table);
  });

  it("keeps every count when bands are added up", () => {
    const table = ageTable([
      cell("0-14", "male", 10, 9),
      cell("0-14", "female", 11, 8),
      cell("15-64", "all", 50, 45),
      cell("65+", "male", 20, 10),
      cell("65+", "female", 21, null),
    ]);
    const wide = coarser(table, [
      { key: "0-64", bands: ["0-14", "15-64"] },
      { key: "65+", bands: ["65+"] },
    ]);
    expect(wide.rows.map((r) => [r.age_band, r.both.population, r.both.held, r.male?.held ?? null])).toEqual([
      ["0-64", 71, 62, null],
      ["65+", 41, null, 10],
    ]);
    expect(wide.total).toBe(table.total);
  });
});

describe("cells of figures", () => {
  it("add up to the town, for any figures", () => {
    fc.assert(
      fc.property(figuresArbitrary, (figures) => {
        for (const asOf of new Set(figures.map((f) => f.as_of))) {
          const ofDate = figures.filter((f) => f.as_of === asOf);
          const population = ofDate.reduce((sum, f) => sum + f.population, 0);
          const town = ageTable(townAgeCells(figures, asOf));
          expect(town.total.population).toBe(population);
          const districts = districtAgeCells(figures, asOf);
          expect(districts.reduce((sum, c) => sum + c.population, 0)).toBe(population);
        }
      }),
    );
  });

  it("of one sex leave the other out, and both where none is named", () => {
    const rows = (["male", "female"] as const).map((sex, i) =>
      figure({ district: "01", age_band: "65+", sex, population: 30 + i, held: 20 + i }),
    );
    const held = (sex?: "male" | "female") =>
      districtAgeCells(rows, "2026-10-31", sex).map((c) => [c.district, c.age_band, c.population, c.held]);
    expect(held()).toEqual([["01", "65+", 61, 41]]);
    expect(held("female")).toEqual([["01", "65+", 31, 21]]);
    expect(districtAgeCells([figure({ district: "01", age_band: "65+" })], "2026-10-31", "male")).toEqual([]);
  });

  it("are the town's own rows where a date has such", () => {
    const rows = [
      figure({ district: "all", age_band: "65+", population: 30 }),
      figure({ district: "01", age_band: "all", population: 20 }),
    ];
    expect(townAgeCells(rows, "2026-10-31")).toMatchObject([{ age_band: "65+", population: 30 }]);
    expect(districtAgeCells(rows, "2026-10-31")).toEqual([]);
    expect(townAgeCells(rows, "2020-01-01")).toEqual([]);
  });
});

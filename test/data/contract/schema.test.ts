import { describe, expect, it } from "vitest";
import {
  count,
  districtSchema,
  figureSchema,
  isoDate,
  municipalityCode,
} from "../../../data/contract/schema.js";

const FIGURE = {
  municipality: "173843",
  as_of: "2026-10-31",
  district: "01",
  age_band: "85-89",
  sex: "female",
  population: 120,
  population_as_of: "2026-01-01",
  applications: 110,
  issued: 108,
  held: 99,
};

/** The columns at which a value is refused; none where it is right. */
const faults = (value: object) =>
  figureSchema.safeParse(value).error?.issues.map((found) => String(found.path[0])) ?? [];

describe("a figure's schema", () => {
  it("passes a figure on unchanged", () => {
    expect(figureSchema.parse(FIGURE)).toEqual(FIGURE);
    const spare = {
      ...FIGURE,
      population_as_of: null,
      applications: null,
      issued: null,
      held: 0,
      population: 0,
    };
    expect(figureSchema.parse(spare)).toEqual(spare);
  });

  it.each(["male", "female", "all"])("knows the sex %s", (sex) =>
    expect(faults({ ...FIGURE, sex })).toEqual([]),
  );
  it.each(["0-4", "90+", "all"])("knows the age %s", (age_band) =>
    expect(faults({ ...FIGURE, age_band })).toEqual([]),
  );

  it.each([
    ["municipality", "173844"],
    ["municipality", "17384"],
    ["as_of", "2026-10"],
    ["as_of", "2026-02-30"],
    ["as_of", null],
    ["district", ""],
    ["district", "区".repeat(201)],
    ["age_band", "85～89歳"],
    ["sex", "男"],
    ["sex", ""],
    ["population", -1],
    ["population", 1.5],
    ["population", "10"],
    ["population", null],
    ["population_as_of", "2026-1-1"],
    ["applications", -1],
    ["issued", 0.5],
    ["held", "99"],
  ])("refuses %s %j, and nothing else of the figure", (column, value) =>
    expect(faults({ ...FIGURE, [column]: value })).toEqual([column]),
  );

  it("refuses a figure that lacks a column, and names each", () => {
    expect(faults({})).toEqual(Object.keys(FIGURE));
  });

  it("takes names of districts up to 200 characters", () => {
    expect(faults({ ...FIGURE, district: "区".repeat(200) })).toEqual([]);
  });
});

describe("a count, a date, a code", () => {
  it("is whole and not negative; is a day; has its check digit", () => {
    expect([0, 1, -1, 0.1].map((n) => count.safeParse(n).success)).toEqual([true, true, false, false]);
    expect(["2024-02-29", "2023-02-29"].map((d) => isoDate.safeParse(d).success)).toEqual([true, false]);
    expect(["011002", "11002"].map((c) => municipalityCode.safeParse(c).success)).toEqual([true, false]);
  });
});

describe("a district's schema", () => {
  const parse = (value: object) => districtSchema.safeParse({ code: "01", name: "高浜", ...value });
  const full = {
    code: "01",
    name: "高浜",
    kana: "たかはま",
    name_en: "Takahama",
    area: "志賀",
    tile_x: 0,
    tile_y: 500,
  };

  it("passes a district on, and what it does not say as null", () => {
    expect(parse(full).data).toEqual(full);
    expect(parse({}).data).toEqual({
      code: "01",
      name: "高浜",
      kana: null,
      name_en: null,
      area: null,
      tile_x: null,
      tile_y: null,
    });
  });

  it("cuts the blanks around a text, and does not count them", () => {
    expect(parse({ code: " 01 ", name: ` ${"名".repeat(200)} ` }).data).toMatchObject({
      code: "01",
      name: "名".repeat(200),
    });
  });

  it("takes tiles from 0 to 500", () => {
    expect(parse({ tile_x: 500, tile_y: 0 }).success).toBe(true);
  });

  it.each([
    ["code", "all"],
    ["code", " "],
    ["code", "x".repeat(201)],
    ["name", ""],
    ["name", "名".repeat(201)],
    ["name", null],
    ["kana", " "],
    ["kana", "か".repeat(201)],
    ["name_en", ""],
    ["area", "志".repeat(201)],
    ["tile_x", -1],
    ["tile_x", 501],
    ["tile_x", 1.5],
    ["tile_y", -1],
    ["tile_y", 501],
    ["tile_y", "3"],
  ])("refuses %s %j", (column, value) => {
    expect(parse({ [column]: value }).error?.issues.map((found) => found.path)).toEqual([[column]]);
  });
});

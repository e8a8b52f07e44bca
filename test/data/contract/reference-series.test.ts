import { describe, expect, it } from "vitest";
import {
  compareReference,
  MUNICIPALITY_TYPES,
  REFERENCE_COLUMNS,
  REFERENCE_SERIES,
  referenceKey,
  referenceScope,
  type ReferenceFigure,
} from "../../../data/contract/reference-series.js";

const figure = (part: Partial<ReferenceFigure>): ReferenceFigure => ({
  series: "municipality",
  code: "173843",
  as_of: "2022-12-31",
  age_band: "all",
  sex: "all",
  population: 19_178,
  population_as_of: "2022-01-01",
  issued: 13_135,
  held: null,
  ...part,
});

describe("the order of reference figures", () => {
  const inOrder = [
    { code: "000000", as_of: "2022-12-31", age_band: "90+", sex: "all" },
    { code: "170003", as_of: "2022-11-30", age_band: "all", sex: "all" },
    { code: "170003", as_of: "2022-12-31", age_band: "5-9", sex: "female" },
    { code: "170003", as_of: "2022-12-31", age_band: "10-14", sex: "male" },
    { code: "170003", as_of: "2022-12-31", age_band: "10-14", sex: "female" },
    { code: "170003", as_of: "2022-12-31", age_band: "10-14", sex: "all" },
    { code: "170003", as_of: "2022-12-31", age_band: "all", sex: "male" },
    { code: "170003", as_of: "2022-12-31", age_band: "all", sex: "all" },
    { code: "173843", as_of: "2022-06-01", age_band: "0-4", sex: "male" },
    { code: "type:towns-and-villages", as_of: "2022-06-01", age_band: "all", sex: "all" },
  ] as const;

  it("is code, date, age with `all` last, sex with `all` last", () => {
    inOrder.forEach((a, i) =>
      inOrder.forEach((b, j) =>
        expect(Math.sign(compareReference(figure(a), figure(b))), `${i} and ${j}`).toBe(Math.sign(i - j)),
      ),
    );
  });
});

describe("the key of a reference figure", () => {
  it("tells code, date, age and sex apart, and nothing else", () => {
    const parts: Partial<ReferenceFigure>[] = [
      {},
      { code: "172073" },
      { as_of: "2022-11-30" },
      { age_band: "0-4" },
      { sex: "male" },
    ];
    expect(new Set(parts.map((part) => referenceKey(figure(part)))).size).toBe(parts.length);
    expect(referenceKey(figure({ series: "summary", population: 1, held: 3 }))).toBe(
      referenceKey(figure({})),
    );
  });
});

describe("what a file replaces", () => {
  const scope = (series: ReferenceFigure["series"], code: string, as_of = "2022-12-31") =>
    referenceScope({ series, code, as_of });

  it("is one prefecture's municipalities of one date", () => {
    expect(scope("municipality", "173843")).toBe(scope("municipality", "172073"));
    expect(scope("municipality", "173843")).not.toBe(scope("municipality", "271004"));
    expect(scope("municipality", "173843")).not.toBe(scope("municipality", "173843", "2022-11-30"));
  });

  it("is one prefecture, which is not its municipalities", () => {
    expect(scope("prefecture", "170003")).not.toBe(scope("prefecture", "270008"));
    expect(scope("prefecture", "170003")).not.toBe(scope("municipality", "173843"));
  });

  it.each(["summary", "age_sex"] as const)("is all of the nation's %s", (series) => {
    expect(scope(series, "000000")).toBe(scope(series, "type:other-cities"));
    expect(scope(series, "000000")).not.toBe(scope("prefecture", "000000"));
  });

  it("is never empty words: each series has a scope of its own", () => {
    expect(new Set(REFERENCE_SERIES.map((series) => scope(series, "170003"))).size).toBe(4);
    expect([...REFERENCE_SERIES].toSorted()).toEqual(["age_sex", "municipality", "prefecture", "summary"]);
    // Stored scopes are compared by their text.
    expect(scope("summary", "000000")).toBe("summary 2022-12-31 ");
    expect(scope("prefecture", "170003")).toBe("prefecture 2022-12-31 17");
  });
});

describe("the words of the series", () => {
  it("name each kind of municipality as the ministry's tables do", () => {
    expect(MUNICIPALITY_TYPES).toEqual({
      "type:special-wards": "特別区",
      "type:designated-cities": "指定都市",
      "type:other-cities": "市(指定都市を除く)",
      "type:wards-and-other-cities": "特別区・市(指定都市を除く)",
      "type:towns-and-villages": "町村",
    });
  });

  it("head the columns of every file in one order", () => {
    expect([...REFERENCE_COLUMNS]).toEqual(Object.keys(figure({})));
  });
});

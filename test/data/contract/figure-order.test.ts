import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFigures } from "../../../data/contract/figure-order.js";
import { figureKey, SEXES, type Figure, type Sex } from "../../../data/contract/figure.js";

const figure = (key: Partial<Figure>): Figure => ({
  municipality: "173843",
  as_of: "2026-10-31",
  district: "01",
  age_band: "all",
  sex: "all",
  population: 10,
  population_as_of: null,
  applications: null,
  issued: 5,
  held: null,
  ...key,
});

/** Keys from the first to the last in the canonical order; each differs from the next in one thing at least. */
const IN_ORDER = [
  { municipality: "172073", as_of: "2026-10-31", district: "02", age_band: "65+", sex: "all" },
  { municipality: "173843", as_of: "2022-06-01", district: "02", age_band: "65+", sex: "all" },
  { municipality: "173843", as_of: "2026-10-31", district: "01", age_band: "90+", sex: "female" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "5-9", sex: "all" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "10-14", sex: "male" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "10-14", sex: "female" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "10-14", sex: "all" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "90+", sex: "male" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "all", sex: "male" },
  { municipality: "173843", as_of: "2026-10-31", district: "02", age_band: "all", sex: "female" },
  { municipality: "173843", as_of: "2026-10-31", district: "A", age_band: "0-4", sex: "male" },
].map((key) => figure({ ...key, sex: key.sex as Sex }));

describe("the order of figures", () => {
  it("is municipality, date, district, age with `all` last, sex with `all` last", () => {
    IN_ORDER.forEach((a, i) =>
      IN_ORDER.forEach((b, j) =>
        expect(Math.sign(compareFigures(a, b)), `${i} and ${j}`).toBe(Math.sign(i - j)),
      ),
    );
  });

  it("does not depend on the order in which they came", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(IN_ORDER, { minLength: IN_ORDER.length, maxLength: IN_ORDER.length }),
        (shuffled) => {
          expect(shuffled.toSorted(compareFigures)).toEqual(IN_ORDER);
        },
      ),
    );
  });

  it("is that of the code's units: no machine's language has a say", () => {
    const districts = ["a", "B", "10", "2", "ｱ", "あ"].map((district) => figure({ district }));
    expect(districts.toSorted(compareFigures).map((f) => f.district)).toEqual([
      "10",
      "2",
      "B",
      "a",
      "あ",
      "ｱ",
    ]);
  });

  it("has the sexes in the order in which they stand there", () => {
    expect(SEXES).toEqual(["male", "female", "all"]);
  });

  it("throws for an age that is none, rather than sorting it anywhere", () => {
    expect(() => compareFigures(figure({ age_band: "old" }), figure({}))).toThrow("not an age band");
  });
});

describe("the key of a figure", () => {
  it("is the same for the same cell, whatever its counts", () => {
    expect(figureKey(figure({ population: 1, issued: null }))).toBe(figureKey(figure({ population: 2 })));
  });

  it("differs as soon as one part of it does, and where a district's name holds the separator", () => {
    const others = [
      {},
      { municipality: "172073" },
      { as_of: "2026-09-30" },
      { district: "02" },
      { age_band: "0-4" },
    ];
    const keys = [...others, { sex: "male" as const }, { district: "a|b" }, { district: "b" }].map((key) =>
      figureKey(figure(key)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

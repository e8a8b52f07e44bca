import { describe, expect, it } from "vitest";
import { checkGrain, grainOf, sameCells } from "../../../worker/intake/check-grain.js";
import type { ColumnPlan } from "../../../worker/intake/columns.js";
import type { ReadFigure } from "../../../worker/intake/read-rows.js";
import { figureOf } from "./rows.js";

const PLAN: ColumnPlan = {
  district: { indexes: [0], header: "地区" },
  age_band: { indexes: [1], header: "年齢" },
  sex: { indexes: [2], header: "性別" },
  population: { indexes: [3], header: "人口" },
  issued: { indexes: [4], header: "交付枚数" },
};

/** What is wrong, as row, column and code. */
const faults = (figures: readonly ReadFigure[]) =>
  checkGrain(figures, PLAN).issues.map((i) => [i.row, i.column, i.code]);

const cell = (row: number, district: string, age_band: string, sex: ReadFigure["sex"] = "all") =>
  figureOf({ row, district, age_band, sex });

describe("the dates of a file", () => {
  it("are told apart, oldest first, whatever the order of the rows", () => {
    const figures = ["2026-10-31", "2022-06-01", "2026-09-30", "2022-06-30"].map((as_of, i) =>
      figureOf({ as_of, row: i + 2 }),
    );
    const { dates, issues } = checkGrain(figures, PLAN);
    expect(issues).toEqual([]);
    expect(dates.map((d) => [d.as_of, d.figures.map((f) => f.row)])).toEqual([
      ["2022-06-01", [3]],
      ["2022-06-30", [5]],
      ["2026-09-30", [4]],
      ["2026-10-31", [2]],
    ]);
  });

  it("may be cut in different ways", () => {
    const { dates, issues } = checkGrain(
      [
        cell(2, "01", "all"),
        { ...cell(3, "01", "0-64"), as_of: "2026-09-30" },
        { ...cell(4, "01", "65+"), as_of: "2026-09-30" },
      ],
      PLAN,
    );
    expect(issues).toEqual([]);
    expect(dates.map((d) => d.grain.ageBands)).toEqual([["0-64", "65+"], ["all"]]);
  });

  it("of no rows are none", () => expect(checkGrain([], PLAN)).toEqual({ dates: [], issues: [] }));
});

describe("the grain", () => {
  it("is the distinct bands and sexes in one order, and whether there are districts", () => {
    const figures = [
      cell(2, "01", "65+", "male"),
      cell(3, "01", "0-64", "female"),
      cell(4, "02", "65+", "male"),
    ];
    expect(grainOf(figures)).toEqual({
      byDistrict: true,
      ageBands: ["0-64", "65+"],
      sexes: ["female", "male"],
    });
    expect(grainOf([cell(2, "all", "all")])).toEqual({
      byDistrict: false,
      ageBands: ["all"],
      sexes: ["all"],
    });
    expect(grainOf([cell(2, "all", "all"), cell(3, "01", "all")]).byDistrict).toBe(true);
  });

  it("has the same cells only where bands and sexes are the same", () => {
    const grain = { byDistrict: true, ageBands: ["0-64", "65+"], sexes: ["all"] };
    expect(sameCells(grain, { ...grain, byDistrict: false })).toBe(true);
    expect(sameCells(grain, { ...grain, ageBands: ["0-64"] })).toBe(false);
    expect(sameCells(grain, { ...grain, ageBands: ["0-646", "5+"] })).toBe(false);
    expect(sameCells(grain, { ...grain, sexes: ["female", "male"] })).toBe(false);
    expect(sameCells({ ...grain, sexes: ["a", "b"] }, { ...grain, sexes: ["ab"] })).toBe(false);
  });
});

describe("a key that is said twice", () => {
  it("is found in the order of the rows, whatever districts they are of", () => {
    const mixed = ["02", "01", "01", "02"].map((district, i) => cell(i + 2, district, "all"));
    expect(faults(mixed).map(([row]) => row)).toEqual([4, 5]);
  });

  it("is found at each repetition, in the district's column", () => {
    const twice = [cell(2, "01", "all"), cell(3, "02", "all"), cell(4, "01", "all"), cell(5, "01", "all")];
    expect(faults(twice)).toEqual([
      [4, "地区", "duplicate_key"],
      [5, "地区", "duplicate_key"],
    ]);
  });
});

describe("age bands", () => {
  it("with a gap or an overlap are found at the date's first row", () => {
    expect(faults([cell(7, "01", "0-4"), cell(8, "01", "10+")])).toEqual([[7, "年齢", "age_gap"]]);
    expect(faults([cell(7, "01", "0-9"), cell(8, "01", "5+")])).toEqual([[7, "年齢", "age_overlap"]]);
  });

  it("are told alone: what follows from them is not", () => {
    expect(faults([cell(2, "01", "0-4", "male"), cell(3, "02", "10+", "male")])).toEqual([
      [2, "年齢", "age_gap"],
    ]);
  });
});

describe("sexes", () => {
  it.each(["male", "female"] as const)("of %s alone are found in the column of the sex", (sex) => {
    expect(faults([cell(2, "01", "all", sex)])).toEqual([[2, "性別", "sex_incomplete"]]);
  });

  it("of both, or of neither, are whole", () => {
    expect(faults([cell(2, "01", "all", "male"), cell(3, "01", "all", "female")])).toEqual([]);
    expect(faults([cell(2, "01", "all", "all")])).toEqual([]);
  });
});

describe("a district", () => {
  it("that lacks cells of others is found at its first row, each by itself", () => {
    const whole = [cell(2, "01", "0-64"), cell(3, "01", "65+")];
    expect(faults([...whole, cell(4, "02", "0-64"), cell(5, "03", "65+")])).toEqual([
      [4, "地区", "incomplete_district"],
      [5, "地区", "incomplete_district"],
    ]);
  });
});

describe("a check total", () => {
  const parts = [
    figureOf({ row: 2, district: "01", sex: "male", population: 60, issued: 30, applications: 40 }),
    figureOf({ row: 3, district: "01", sex: "female", population: 40, issued: 20, applications: 35 }),
    figureOf({ row: 4, district: "02", sex: "male", population: 6, issued: 3, applications: 4 }),
    figureOf({ row: 5, district: "02", sex: "female", population: 4, issued: 2, applications: 3 }),
  ];
  const total = (part: Partial<ReadFigure>) => figureOf({ row: 9, sex: "all", ...part });

  it("may stand for a district, for a sex of the town, and for the whole", () => {
    const totals = [
      total({ district: "01", population: 100, issued: 50, applications: 75 }),
      total({ district: "all", sex: "male", population: 66, issued: 33, applications: 44 }),
      total({ district: "all", population: 110, issued: 55, applications: 82 }),
    ];
    const { dates, issues } = checkGrain([...totals, ...parts], PLAN);
    expect(issues).toEqual([]);
    expect(dates[0]).toMatchObject({ checkTotals: 3, figures: parts });
    expect(dates[0]!.grain).toEqual({ byDistrict: true, ageBands: ["all"], sexes: ["female", "male"] });
  });

  it("is held to the sum in every count it gives", () => {
    const wrong = total({ district: "01", population: 99, issued: 51, applications: 76 });
    expect(faults([...parts, wrong])).toEqual([
      [9, "人口", "check_total_mismatch"],
      [9, "applications", "check_total_mismatch"],
      [9, "交付枚数", "check_total_mismatch"],
    ]);
  });

  it("is held to its own part, not to another district's or sex's", () => {
    expect(
      faults([...parts, total({ district: "02", population: 100, issued: 5, applications: 7 })]),
    ).toEqual([[9, "人口", "check_total_mismatch"]]);
    expect(
      faults([
        ...parts,
        total({ district: "all", sex: "female", population: 66, issued: 22, applications: 38 }),
      ]),
    ).toEqual([[9, "人口", "check_total_mismatch"]]);
  });

  it("says nothing of a count that it does not give, or of which a part is not known", () => {
    const silent = total({ district: "01", population: 100, issued: null, applications: null });
    expect(faults([...parts, silent])).toEqual([]);
    const hole = parts.map((part) => (part.row === 2 ? { ...part, applications: null } : part));
    expect(
      faults([...hole, total({ district: "01", population: 100, issued: 50, applications: 1 })]),
    ).toEqual([]);
  });

  it("over ages is one too", () => {
    const ages = [
      figureOf({ row: 2, age_band: "0-64", population: 70, issued: 30 }),
      figureOf({ row: 3, age_band: "65+", population: 30, issued: 20 }),
    ];
    expect(faults([...ages, total({ population: 100, issued: 50 })])).toEqual([]);
    expect(faults([...ages, total({ population: 101, issued: 50 })])).toEqual([
      [9, "人口", "check_total_mismatch"],
    ]);
  });

  it("of incomplete parts does not repeat the complaint", () => {
    expect(
      faults([...parts.slice(1), total({ district: "01", population: 100 })]).map(([, , code]) => code),
    ).toEqual(["incomplete_district"]);
  });

  it("of nobody's rows is a row like any other", () => {
    const { dates } = checkGrain([total({ district: "all", population: 5, issued: 1 })], PLAN);
    expect(dates[0]).toMatchObject({ checkTotals: 0, figures: [{ district: "all" }] });
  });
});

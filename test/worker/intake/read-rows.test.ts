import { describe, expect, it } from "vitest";
import type { ColumnPlan } from "../../../worker/intake/columns.js";
import { columnOf, municipalityOf, readRows } from "../../../worker/intake/read-rows.js";
import type { Table } from "../../../worker/intake/table.js";

const FIELDS = [
  "municipality",
  "as_of",
  "district",
  "age_band",
  "sex",
  "population",
  "population_as_of",
  "applications",
  "issued",
  "held",
  "area",
] as const;
/** Every field from a column of its own, under a header that is not its name. */
const PLAN: ColumnPlan = Object.fromEntries(
  FIELDS.map((field, i) => [field, { indexes: [i], header: `列${field}` }]),
);
const RIGHT = {
  municipality: "173843",
  as_of: "2026-10-31",
  district: "01",
  age_band: "0-4",
  sex: "female",
  population: "100",
  population_as_of: "2026-01-01",
  applications: "90",
  issued: "80",
  held: "70",
  area: "志賀",
};
type Row = Partial<Record<(typeof FIELDS)[number], string>>;

const tableOf = (...rows: Row[]): Table => ({
  header: [],
  headerRow: 1,
  rows: rows.map((row, i) => ({ row: i + 2, cells: FIELDS.map((field) => ({ ...RIGHT, ...row })[field]) })),
});
const OPTIONS = {
  today: "2026-11-10",
  expectedMunicipality: "173843" as string | null,
  districtCode: (text: string) => (/^\d\d$/.test(text) ? text : null),
};
const read = (rows: Row[], plan = PLAN, options: Partial<typeof OPTIONS> = {}) =>
  readRows(tableOf(...rows), plan, { ...OPTIONS, ...options });
/** What is wrong with a row, as column and code; the row's own number is held to as well. */
const faults = (row: Row, plan = PLAN, options: Partial<typeof OPTIONS> = {}) => {
  const { figures, issues } = read([RIGHT, row], plan, options);
  expect(issues.map((i) => i.row)).toEqual(issues.map(() => 3));
  expect(figures).toHaveLength(issues.some((i) => i.severity === "error") ? 1 : 2);
  return issues.map((i) => [i.column, i.code]);
};
const without = (...fields: (typeof FIELDS)[number][]): ColumnPlan =>
  Object.fromEntries(Object.entries(PLAN).filter(([field]) => !(fields as string[]).includes(field)));

describe("a row", () => {
  it("is a figure with the row it came from and the area it names", () => {
    const { figures, issues, repairs } = read([RIGHT]);
    expect([issues, [...repairs]]).toEqual([[], []]);
    expect(figures).toEqual([
      { ...RIGHT, population: 100, applications: 90, issued: 80, held: 70, row: 2, area: "志賀" },
    ]);
  });

  it("is of all ages and sexes where there are no columns of them, and of no area", () => {
    expect(read([RIGHT], without("age_band", "sex", "area")).figures[0]).toMatchObject({
      age_band: "all",
      sex: "all",
      area: null,
    });
    expect(read([{ area: "　" }]).figures[0]!.area).toBeNull();
    expect(read([{ area: " 志 賀 " }]).figures[0]!.area).toBe("志 賀");
  });

  it("has no measure and no date of its population where the file has no columns of them", () => {
    expect(read([RIGHT], without("applications", "held", "population_as_of")).figures[0]).toMatchObject({
      population_as_of: null,
      applications: null,
      issued: 80,
      held: null,
    });
    expect(read([{ population_as_of: " " }]).figures[0]!.population_as_of).toBeNull();
  });

  it("has its people in any dress of a count", () => {
    const dresses = ["1,000", " 1000 ", "１０００", "1000.0"].map((population) => ({ population }));
    expect(read(dresses).figures.map((f) => f.population)).toEqual([1000, 1000, 1000, 1000]);
  });

  it("says nothing of a field that the file lacks", () => {
    expect(read([RIGHT], without("district")).issues.map((i) => [i.column, i.code])).toEqual([
      ["district", "missing_district"],
    ]);
  });

  it("may take a field from the mapping, or join it from several columns", () => {
    const plan: ColumnPlan = {
      ...PLAN,
      as_of: { constant: "2026-09-30" },
      district: { indexes: [3, 2], header: "区+町" },
    };
    const districtCode = (text: string) => text;
    const { figures } = read([{ age_band: " 5-9 ", district: "　０１" }], plan, { districtCode });
    expect(figures[0]).toMatchObject({ as_of: "2026-09-30", district: "5-901", age_band: "5-9" });
  });

  it("that is shorter than its header lacks what it does not say", () => {
    const table = { header: [], headerRow: 1, rows: [{ row: 2, cells: ["173843", "2026-10-31"] }] };
    const plan: ColumnPlan = { ...PLAN, area: { indexes: [9, 10], header: "旧町" } };
    expect(readRows(table, plan, OPTIONS).issues.map((i) => i.code)).toEqual([
      "missing_district",
      "not_an_age_band",
      "not_a_sex",
      "missing_population",
    ]);
  });
});

describe("what is wrong with a row", () => {
  it.each<[Row, string, string]>([
    [{ municipality: "173844" }, "municipality", "wrong_check_digit"],
    [{ municipality: "志賀町" }, "municipality", "not_a_code"],
    [{ municipality: "173" }, "municipality", "not_a_code"],
    [{ municipality: "11002" }, "municipality", "ambiguous_code"],
    [{ as_of: "10月末" }, "as_of", "not_a_date"],
    [{ as_of: "3/4/22" }, "as_of", "ambiguous_date"],
    [{ as_of: "2015-12-31" }, "as_of", "date_out_of_range"],
    [{ as_of: "2026-11-11" }, "as_of", "date_out_of_range"],
    [{ district: "どこか" }, "district", "unknown_district"],
    [{ district: " " }, "district", "missing_district"],
    [{ age_band: "若者" }, "age_band", "not_an_age_band"],
    [{ sex: "不明" }, "sex", "not_a_sex"],
    [{ population: "-" }, "population", "missing_population"],
    [{ population: "多い" }, "population", "not_a_count"],
    [{ population_as_of: "いつか" }, "population_as_of", "not_a_date"],
    [{ population_as_of: "2015-12-31" }, "population_as_of", "date_out_of_range"],
    [{ applications: "-1" }, "applications", "negative_count"],
    [{ issued: "80.5" }, "issued", "fractional_count"],
    [{ held: "9999999999" }, "held", "count_too_large"],
  ])("%j is told in column %s as %s", (row, field, code) => {
    expect(faults(row)).toEqual([[`列${field}`, code]]);
  });

  it("is told all at once, in the order of the contract's columns", () => {
    expect(faults({ municipality: "x", as_of: "x", sex: "x", held: "x" }).map(([column]) => column)).toEqual([
      "列municipality",
      "列as_of",
      "列sex",
      "列held",
    ]);
  });

  it("does not hide that the next row is right", () => {
    expect(read([{ sex: "x" }, RIGHT, { issued: "x" }, RIGHT]).figures.map((f) => f.row)).toEqual([3, 5]);
  });

  it("is told under the field's own name where a constant stands for it", () => {
    const { issues } = read([RIGHT], { ...PLAN, sex: { constant: "x" } });
    expect(issues.map((i) => [i.row, i.column, i.code])).toEqual([[2, "sex", "not_a_sex"]]);
  });
});

describe("an as-of date", () => {
  it("lies between January 2016 and today", () => {
    expect(read([{ as_of: "2016-01-01" }, { as_of: "2026-11-10" }]).figures).toHaveLength(2);
  });
});

describe("a district", () => {
  it("is looked up as it is cleaned, once for all rows that name it", () => {
    const asked: string[] = [];
    const districtCode = (text: string) => {
      asked.push(text);
      return "07";
    };
    const { figures } = read([{ district: " ０７ " }, { district: " ０７ " }, { district: "高浜" }], PLAN, {
      districtCode,
    });
    expect(figures.map((f) => f.district)).toEqual(["07", "07", "07"]);
    expect(asked).toEqual(["07", "高浜"]);
  });

  it("may be a word for the whole town", () => {
    expect(read([{ district: "合計" }, { district: "全地区" }]).figures.map((f) => f.district)).toEqual([
      "all",
      "all",
    ]);
  });
});

describe("repairs", () => {
  it("are counted by kind, in every row", () => {
    const { figures, repairs } = read([
      { municipality: "17384", as_of: "R8.10.31" },
      { municipality: "17384", population_as_of: "2026/1/1" },
    ]);
    expect(figures.map((f) => [f.municipality, f.as_of, f.population_as_of])).toEqual([
      ["173843", "2026-10-31", "2026-01-01"],
      ["173843", "2026-10-31", "2026-01-01"],
    ]);
    expect([...repairs].toSorted()).toEqual([
      ["code_repaired", 2],
      ["date_rewritten", 2],
    ]);
  });

  it("of a code rest on the town of the token, where it settles two readings", () => {
    expect(
      read([{ municipality: "11002" }], PLAN, { expectedMunicipality: "011002" }).figures[0]!.municipality,
    ).toBe("011002");
    expect(faults({ municipality: "11002" }, PLAN, { expectedMunicipality: null })).toEqual([
      ["列municipality", "ambiguous_code"],
    ]);
  });
});

describe("counts beside each other", () => {
  it("of more than the people are told; of more than half as many again they are no counts", () => {
    for (const field of ["applications", "issued", "held"] as const) {
      const counts = { applications: "", issued: "", held: "" };
      expect(faults({ ...counts, [field]: "100" })).toEqual([]);
      expect(faults({ ...counts, [field]: "101" })).toEqual([[`列${field}`, "count_over_population"]]);
      expect(faults({ ...counts, [field]: "150" })).toEqual([[`列${field}`, "count_over_population"]]);
      expect(faults({ ...counts, [field]: "151" })).toEqual([[`列${field}`, "implausible_count"]]);
    }
  });

  it("that rise from step to step are told", () => {
    expect(faults({ applications: "80", issued: "80", held: "80" })).toEqual([]);
    expect(faults({ applications: "79", issued: "80", held: "80" })).toEqual([
      ["列issued", "issued_over_applications"],
    ]);
    expect(faults({ applications: "80", issued: "80", held: "81" })).toEqual([
      ["列held", "held_over_issued"],
    ]);
    expect(faults({ applications: "-", issued: "80", held: "80" })).toEqual([]);
    expect(faults({ applications: "70", issued: "-", held: "80" })).toEqual([]);
  });

  it("that are none are told of an area in which somebody lives", () => {
    const none = { applications: "", issued: "", held: "" };
    expect(faults({ ...none, population: "1" })).toEqual([["列applications", "missing_counts"]]);
    expect(faults({ ...none, population: "0" })).toEqual([]);
    expect(faults({ ...none, held: "0" })).toEqual([]);
    expect(faults({ ...none, issued: "0" })).toEqual([]);
    expect(faults({ ...none, applications: "0" })).toEqual([]);
  });

  it("that are none are told in the first measure that the file has", () => {
    const none = { applications: "", issued: "", held: "" };
    const { issues } = read([none], without("applications"));
    expect(issues.map((i) => [i.column, i.code])).toEqual([["列issued", "missing_counts"]]);
    expect(read([none], without("applications", "issued")).issues[0]!.column).toBe("列held");
    expect(read([none], without("applications", "issued", "held")).issues[0]!.column).toBe("applications");
  });

  it("that are only unusual leave the row a figure", () => {
    const { figures, issues } = read([{ issued: "101", applications: "90" }]);
    expect(issues.map((i) => i.severity)).toEqual(["warning", "warning"]);
    expect(figures).toHaveLength(1);
  });
});

describe("the town of a table", () => {
  const rows = (...codes: string[]) => tableOf(...codes.map((municipality) => ({ municipality })));

  it("is the first that can be read", () => {
    expect(municipalityOf(rows("x", "172073", "173843"), PLAN, "271004")).toBe("172073");
    expect(municipalityOf(rows(" １７２０７３ "), PLAN, null)).toBe("172073");
    expect(municipalityOf(rows("11002"), PLAN, "011002")).toBe("011002");
  });

  it("is the token's where none can be read, or none is said", () => {
    expect(municipalityOf(rows("x"), PLAN, "271004")).toBe("271004");
    expect(municipalityOf(rows("x"), PLAN, null)).toBeNull();
    expect(municipalityOf(rows("172073"), without("municipality"), "271004")).toBe("271004");
    expect(municipalityOf(rows(), { ...PLAN, municipality: { constant: "172073" } }, "271004")).toBe(
      "271004",
    );
  });

  it("may be said by the mapping", () => {
    expect(municipalityOf(rows("x"), { ...PLAN, municipality: { constant: "172073" } }, null)).toBe("172073");
  });
});

describe("a problem's column", () => {
  it("is the header, or the field where there is none", () => {
    expect(columnOf(PLAN, "sex")).toBe("列sex");
    expect(columnOf({ sex: { constant: "男" } }, "sex")).toBe("sex");
    expect(columnOf({}, "sex")).toBe("sex");
  });
});

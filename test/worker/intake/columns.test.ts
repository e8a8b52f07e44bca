import { describe, expect, it } from "vitest";
import { NO_MAPPING, type Field, type Mapping } from "../../../data/contract/api/mapping.js";
import { normaliseHeader, planColumns } from "../../../worker/intake/columns.js";

/** The headers of official tables and of our own files, by the field they stand for. */
const HEADERS: Partial<Record<Field, readonly string[]>> = {
  municipality: [
    "全国地方公共団体コード",
    "団体コード",
    "市区町村コード",
    "都道府県コード又は市区町村コード",
    "municipality",
  ],
  as_of: ["基準日", "調査年月日", "as_of"],
  district: ["地区コード", "地域コード", "地区", "district"],
  age_band: ["年齢階級", "年齢区分", "年齢", "age_band"],
  sex: ["性別", "sex"],
  population: ["人口", "総数", "総数(人口)", "総数（人口）", "population"],
  population_as_of: ["人口算出基準日", "population_as_of"],
  applications: ["申請件数", "有効申請受付数", "申請受付数", "applications"],
  issued: ["交付枚数", "交付件数", "issued"],
  held: ["保有枚数", "取得者数", "保有者数", "held"],
};
const ENOUGH = ["基準日", "地区", "人口", "交付枚数"];

const plan = (
  header: string[],
  mapping: Partial<Mapping> = {},
  municipality: string | null = "173843",
  headerRow = 1,
) => planColumns({ header, headerRow, rows: [] }, { ...NO_MAPPING, ...mapping }, municipality);
const told = ({ issues }: ReturnType<typeof plan>) => issues.map((i) => [i.row, i.column, i.code]);

describe("a header", () => {
  it.each(Object.entries(HEADERS).flatMap(([field, headers]) => headers.map((h) => [h, field] as const)))(
    "%s stands for %s",
    (header, field) => {
      const found = plan(["備考", header]);
      expect(found.plan[field as Field]).toEqual({ indexes: [1], header });
      expect(found.ignored).toEqual(["備考"]);
    },
  );

  it("is the same in any width, with blanks within and in capitals", () => {
    expect(normaliseHeader(" 総数 （ 人　口 ）\n")).toBe("総数(人口)");
    expect(normaliseHeader("ＡＳ_ＯＦ")).toBe("as_of");
    expect(plan(["ISSUED"]).plan.issued).toEqual({ indexes: [0], header: "ISSUED" });
  });

  it("is known as a whole, not by a part of it", () => {
    expect(plan(["人口密度", "前月交付枚数"]).plan).toEqual({ municipality: { constant: "173843" } });
  });

  it("of a column that our own files carry needs no word; a blank one neither", () => {
    const ours = ["provenance", "地区名", "地方公共団体名", "都道府県名", "市区町村名", "地 区 名", ""];
    expect(plan([...ENOUGH, ...ours]).ignored).toEqual([]);
    expect(plan([...ENOUGH, "area"]).ignored).toEqual(["area"]);
  });
});

describe("what a table has to say", () => {
  it("is its town, its date, its districts, its people and one count at least", () => {
    expect(told(plan([], {}, null, 4))).toEqual([
      [4, "municipality", "missing_column"],
      [4, "as_of", "missing_column"],
      [4, "district", "missing_column"],
      [4, "population", "missing_column"],
      [4, null, "missing_measure"],
    ]);
  });

  it("has no row where the keys of JSON are the header", () => {
    expect(told(plan([], {}, null, 0)).map(([row]) => row)).toEqual([null, null, null, null, null]);
  });

  it.each(["申請件数", "交付枚数", "保有枚数"])("is enough with %s alone", (measure) => {
    expect(told(plan(["基準日", "地区", "人口", measure]))).toEqual([]);
  });

  it("may leave the town to the token, which never overrules the file", () => {
    expect(plan(ENOUGH).plan.municipality).toEqual({ constant: "173843" });
    expect(plan(["団体コード", ...ENOUGH]).plan.municipality).toEqual({ indexes: [0], header: "団体コード" });
    expect(plan(ENOUGH, { constants: { municipality: "172073" } }).plan.municipality).toEqual({
      constant: "172073",
    });
  });
});

describe("two columns of one meaning", () => {
  it("are told at the second; the first is not read in its place in silence", () => {
    const found = plan(["総数", ...ENOUGH], {}, "173843", 3);
    expect(told(found)).toEqual([[3, "人口", "ambiguous_column"]]);
    expect(found.ignored).toEqual(["人口"]);
  });
});

describe("a mapping", () => {
  it("gives a field a column of any name, before the aliases", () => {
    const found = plan([...ENOUGH, "ひと"], { columns: { population: "ひと" } });
    expect(told(found)).toEqual([]);
    expect(found.plan.population).toEqual({ indexes: [4], header: "ひと" });
    expect(found.ignored).toEqual(["人口"]);
  });

  it("names its columns as loosely as the aliases are", () => {
    expect(plan([...ENOUGH, "ひ　と"], { columns: { population: "ひと" } }).plan.population).toEqual({
      indexes: [4],
      header: "ひと",
    });
  });

  it("joins several columns in its own order", () => {
    const found = plan(["町", "区", "基準日", "人口", "交付枚数"], { columns: { district: ["区", "町"] } });
    expect(found.plan.district).toEqual({ indexes: [1, 0], header: "区+町" });
    expect([told(found), found.ignored]).toEqual([[], []]);
  });

  it("gives a field one value for every row", () => {
    const found = plan(["地区", "人口", "交付枚数"], { constants: { as_of: "2026-10-31" } });
    expect(found.plan.as_of).toEqual({ constant: "2026-10-31" });
    expect(told(found)).toEqual([]);
  });

  it("that gives both is told once; the constant stands", () => {
    const found = plan([...ENOUGH, "日"], { columns: { as_of: "日" }, constants: { as_of: "2026-10-31" } });
    expect(told(found)).toEqual([[null, "as_of", "mapping_says_twice"]]);
    expect(found.plan.as_of).toEqual({ constant: "2026-10-31" });
    expect(told(plan([...ENOUGH, "日"], { columns: { as_of: "日" } }))).toEqual([]);
  });

  it("is told each column that is not there, and each that is there twice", () => {
    expect(told(plan(ENOUGH, { columns: { district: ["区", "町", "地区"] } }, "173843", 2))).toEqual([
      [2, "区", "mapped_column_missing"],
      [2, "町", "mapped_column_missing"],
    ]);
    expect(told(plan([...ENOUGH, "ひと", "ひと"], { columns: { population: "ひと" } }, "173843", 2))).toEqual(
      [[2, "ひと", "ambiguous_column"]],
    );
  });

  it("reads what the file says of the area of a district, which has no header of its own", () => {
    expect(plan([...ENOUGH, "旧町"], { columns: { area: "旧町" } }).plan.area).toEqual({
      indexes: [4],
      header: "旧町",
    });
    expect(plan([...ENOUGH, "旧町"]).plan.area).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { hintedCells } from "../../../worker/intake/header-hints.js";
import { normaliseHeader } from "../../../worker/intake/columns.js";
import { proposeMapping } from "../../../worker/intake/propose-mapping.js";
import type { Aside } from "../../../worker/intake/table.js";

/** A file as a town exports it: columns of texts by their headers. */
function propose(
  columns: Record<string, string | string[]>,
  { town = "173843" as string | null, listIsEmpty = false, titles = [] as string[] } = {},
) {
  const header = Object.keys(columns);
  const cells = Object.values(columns).map((texts) => [texts].flat());
  const length = Math.max(...cells.map((texts) => texts.length));
  const rows = Array.from({ length }, (_, i) => ({
    row: i + 2,
    cells: cells.map((texts) => texts[i] ?? ""),
  }));
  const aside = titles.map((text): Aside => ({ row: 1, column: "#1", text }));
  return proposeMapping(
    { header, headerRow: 1, rows, ...(aside.length > 0 && { aside }) },
    town,
    listIsEmpty,
  );
}
const ENOUGH = { 基準日: "2026-10-31", 地区: "01", 人口: "100", 交付枚数: "50" };

describe("a proposal", () => {
  it("is none where the aliases leave nothing open", () => expect(propose(ENOUGH)).toBeNull());

  it("reads a header by what it hints at, and repeats what the aliases found", () => {
    expect(propose({ 基準日: "2026-10-31", 地区: "01", 住民数: "1,000", 交付済枚数: "50" })).toEqual({
      columns: { as_of: "基準日", district: "地区", population: "住民数", issued: "交付済枚数" },
      constants: { municipality: "173843" },
      register_districts: false,
    });
  });

  it.each([
    ["集計日", "as_of", "R8.10.31"],
    ["データ時点", "as_of", "2026/10/31"],
    ["住基人口", "population", "100"],
    ["人口総数", "population", "100"],
    ["人口を数えた時点", "population_as_of", "2026-01-01"],
    ["申請者数", "applications", "90"],
    ["交付済数", "issued", "80"],
    ["保有者の数", "held", "70"],
    ["年代", "age_band", "65歳以上"],
    ["男女別", "sex", "女"],
  ])("takes %s for %s", (header, field, text) => {
    const others: Record<string, string> = { ...ENOUGH };
    if (field === "as_of") delete others["基準日"];
    if (field === "population") delete others["人口"];
    if (field === "issued") delete others["交付枚数"];
    const found = propose({ ...others, ...(field === "issued" && { 保有枚数: "70" }), [header]: text });
    expect(found?.columns).toMatchObject({ [field]: header });
  });

  it.each(["申請率", "申請割合", "申請の増減", "前月申請数", "申請数（前年）", "申請%", "男女比"])(
    "does not take %s for a count",
    (header) => expect(propose({ ...ENOUGH, [header]: "5" })).toBeNull(),
  );

  it.each(["生年月日", "作成日付", "更新日付"])("does not take %s for an as-of date", (header) => {
    const { 基準日: _, ...others } = ENOUGH;
    expect(propose({ ...others, [header]: "2026-10-31" })).toBeNull();
  });

  it("takes a column only whose cells read as what it would be, the filled ones all", () => {
    const { 交付枚数: _, ...others } = ENOUGH;
    expect(propose({ ...others, 交付済: ["50", "", " ", "-"] })?.columns.issued).toBe("交付済");
    expect(propose({ ...others, 交付済: ["50", "はい"] })).toBeNull();
    expect(propose({ ...others, 交付済: ["", " "] })).toBeNull();
    const fifty = Array.from({ length: 50 }, () => "1");
    expect(propose({ ...others, 交付済: [...fifty, "はい"] })?.columns.issued).toBe("交付済");
    expect(propose({ ...others, 交付済: [...fifty.slice(1), "はい"] })).toBeNull();
  });

  it("does not choose between two columns", () => {
    const { 交付枚数: _, ...others } = ENOUGH;
    expect(propose({ ...others, 交付済: "50", 交付前: "5" })).toBeNull();
    expect(propose({ ...others, 交付済: "50", 交付前: "いいえ" })?.columns.issued).toBe("交付済");
  });

  it("takes no column for two fields", () => {
    expect(
      propose({ 地区: "01", 人口総数: "100", 交付枚数: "50", 住民数基準日: "2026-10-31" })?.columns,
    ).toEqual({
      as_of: "住民数基準日",
      district: "地区",
      population: "人口総数",
      issued: "交付枚数",
    });
  });

  it("is none that lacks people or every measure: nothing would come of it", () => {
    expect(propose({ 地区: "01", 交付済: "50", 日付: "2026-10-31" })).toBeNull();
    expect(propose({ 地区: "01", 住民数: "50", 日付: "2026-10-31" })).toBeNull();
  });

  it("knows no town where the token is of all, and takes none where the file says its own", () => {
    expect(propose({ ...ENOUGH, 申請数: "90" }, { town: null })?.constants).toEqual({});
    const own = propose({ 団体コード: "172073", ...ENOUGH, 申請数: "90" });
    expect([own?.constants, own?.columns.municipality]).toEqual([{}, "団体コード"]);
  });
});

describe("a proposed date", () => {
  const { 基準日: _, ...UNDATED } = ENOUGH;
  const date = (...titles: string[]) => propose(UNDATED, { titles })?.constants.as_of;

  it.each([
    ["令和8年10月31日現在", "2026-10-31"],
    ["令和元年5月1日", "2019-05-01"],
    ["交付状況（平成31年4月30日時点）", "2019-04-30"],
    ["２０２６年　１０月 ３１日 現在の状況", "2026-10-31"],
    ["令和 8年 10月 31日", "2026-10-31"],
  ])("is the one that the titles name: %s", (title, iso) => expect(date("題", title)).toBe(iso));

  it("is none where they name two, or none that is a day", () => {
    expect(date("令和8年10月31日", "2026年10月31日")).toBe("2026-10-31");
    expect(date("令和8年10月31日", "令和8年9月30日")).toBeUndefined();
    expect(date("令和8年13月31日")).toBeUndefined();
    expect(date("令和8年10月")).toBeUndefined();
    expect(date()).toBeUndefined();
  });

  it("is not looked for where the file has a column of dates", () => {
    const titles = ["令和8年9月30日"];
    expect(propose({ ...ENOUGH, 申請数: "1" }, { titles })?.constants).toEqual({ municipality: "173843" });
    expect(propose({ ...UNDATED, 集計日: "2026-10-31" }, { titles })).toMatchObject({
      columns: { as_of: "集計日" },
      constants: { municipality: "173843" },
    });
  });
});

describe("a proposed district", () => {
  const { 地区: _, ...PLACELESS } = ENOUGH;
  const place = (columns: Record<string, string>) => {
    const found = propose({ ...PLACELESS, 申請数: "90", ...columns })?.columns;
    return [found?.district, found?.area];
  };

  it("is the one column that says where", () => {
    expect(place({ 町丁目名: "一丁目" })).toEqual(["町丁目名", undefined]);
    expect(place({ 区: "東" })).toEqual(["区", undefined]);
    expect(place({ 説明: "x" })).toEqual([undefined, undefined]);
  });

  it("is made of the wider place and the narrower in it, which ever comes first", () => {
    expect(place({ 区: "東", 町丁目名: "一丁目" })).toEqual([["区", "町丁目名"], "区"]);
    expect(place({ 町名: "一丁目", 旧町村名: "東" })).toEqual([["旧町村名", "町名"], "旧町村名"]);
  });

  it("may stand in the first column", () => {
    const placed = (columns: Record<string, string>) =>
      propose({ ...columns, ...PLACELESS, 申請数: "90" })?.columns;
    expect(placed({ 町丁目名: "一丁目" })?.district).toBe("町丁目名");
    expect(placed({ 区: "東" })?.district).toBe("区");
    expect(placed({ 区: "東", 町丁目名: "一丁目" })?.district).toEqual(["区", "町丁目名"]);
    expect(placed({ 町丁目名: "一丁目", 区: "東" })?.district).toEqual(["区", "町丁目名"]);
    expect(placed({ 説明: "x" })).not.toHaveProperty("district");
  });

  it("is not needed where there is one", () => {
    expect(propose({ ...ENOUGH, 申請数: "90", 区: "東" })?.columns).not.toHaveProperty("area");
    expect(propose({ ...ENOUGH, 区: "東" })).toBeNull();
  });

  it("becomes the list where the town has none", () => {
    const found = propose(ENOUGH, { listIsEmpty: true });
    expect(found).toEqual({
      columns: { as_of: "基準日", district: "地区", population: "人口", issued: "交付枚数" },
      constants: { municipality: "173843" },
      register_districts: true,
    });
  });
});

describe("a row that hints at fields", () => {
  const hinted = (...headers: string[]) => hintedCells(headers.map(normaliseHeader));

  it("has a cell for each that says what or where", () => {
    expect(hinted("区", "町丁目名", "総数", "取得者数", "備考", "")).toBe(4);
    expect(hinted("取得率_0831", "増減")).toBe(0);
  });

  it.each([
    ..."区 区名 行政区 行政区名 旧町村 旧市町村名 旧町村名 支所 支所名 圏域 圏域名 小学校区 中学校区名 学校区 校区 校区名".split(
      " ",
    ),
    ..."地区 地区名 地域 地域名 大字 大字名 町名 町字 町字名 町丁 町丁目 町丁目名 町丁・字等名 町丁・字等 町丁字 町丁字名 丁目 字 字名".split(
      " ",
    ),
    ..."自治会 自治会名 町内会 町内会名".split(" "),
  ])("knows the place %s", (header) => expect(hinted(header)).toBe(1));

  it.each(["区分", "第3区", "東地区", "地区外", "行政", "字数", "町", "学校"])(
    "knows no place %s",
    (header) => expect(hinted(header)).toBe(0),
  );

  it("has no sentences: more than twenty characters are none", () => {
    expect(hinted(`申請${"数".repeat(18)}`)).toBe(1);
    expect(hinted(`申請${"数".repeat(19)}`)).toBe(0);
  });
});

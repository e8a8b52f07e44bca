import { describe, expect, it } from "vitest";
import {
  cleanCell,
  isTotalWord,
  readAgeBand,
  readCount,
  readDate,
  readSex,
} from "../../../worker/intake/read-cell.js";

describe("a count", () => {
  it.each<[string, number | null]>([
    ["0", 0],
    ["1234", 1234],
    ["１，２３４", 1234],
    ["12,345", 12_345],
    ["1,180,215", 1180215],
    [" 42 ", 42],
    ["12.0", 12],
    ["12.00", 12],
    ["007", 7],
    ["999999999", 999_999_999],
    ["2147483647", 2_147_483_647],
    ["2,147,483,647", 2_147_483_647],
    ["", null],
    ["　", null],
    ["--", null],
    ["...", null],
    ["*", null],
    ...[..."‐‑‒–—―−ーｰ・･"].map((dash): [string, null] => [dash, null]),
    ["-", null],
    ["ー", null],
    ["－", null],
    ["…", null],
  ])("%j is read as %j", (cell, value) => expect(readCount(cell)).toEqual({ value }));

  it.each([
    ["-5", "negative_count"],
    ["▲5", "negative_count"],
    ["1.5", "fractional_count"],
    ["57.4%", "fractional_count"],
    ["57%", "fractional_count"],
    ["12,34", "not_a_count"],
    ["約100", "not_a_count"],
    ["1e3", "not_a_count"],
    ["2147483648", "count_too_large"],
    ["3000000000", "count_too_large"],
    ["−5", "negative_count"],
    ["△5", "negative_count"],
    ["▲ 5", "negative_count"],
    ["- 5人", "negative_count"],
    ["5-", "not_a_count"],
    ["x-5", "not_a_count"],
    ["-x", "not_a_count"],
    [".5", "fractional_count"],
    [".5%", "fractional_count"],
    ["12.34", "fractional_count"],
    ["12.01", "fractional_count"],
    ["100%", "fractional_count"],
    ["５７．４％", "fractional_count"],
    ["%", "not_a_count"],
    ["5.", "not_a_count"],
    ["1.5%x", "not_a_count"],
    ["x1.5", "not_a_count"],
    ["x57%", "not_a_count"],
    ["57%x", "not_a_count"],
    ["12x", "not_a_count"],
    ["x12", "not_a_count"],
    ["12.0x", "not_a_count"],
    ["1,2345", "not_a_count"],
    ["1234,567", "not_a_count"],
    ["x1,234", "not_a_count"],
    ["1,234x", "not_a_count"],
    [",123", "not_a_count"],
    ["1,234.0", "not_a_count"],
    ["..", "not_a_count"],
    ["....", "not_a_count"],
    ["-*x", "not_a_count"],
    ["x-", "not_a_count"],
  ])("%j is refused as %s", (cell, error) => expect(readCount(cell)).toEqual({ error }));
});

describe("a date", () => {
  it("in our own dress needs no note", () => expect(readDate("2026-10-31")).toEqual({ value: "2026-10-31" }));

  it.each([
    ["2023/3/31", "2023-03-31"],
    ["2023.03.31", "2023-03-31"],
    ["20230331", "2023-03-31"],
    ["2023年3月31日", "2023-03-31"],
    ["令和5年3月31日", "2023-03-31"],
    ["令和元年5月1日", "2019-05-01"],
    ["R5.3.31", "2023-03-31"],
    ["R05/03/31", "2023-03-31"],
    ["平成29年3月8日", "2017-03-08"],
    ["２０２３／３／３１", "2023-03-31"],
    ["11/30/22", "2022-11-30"],
    ["3/31/23", "2023-03-31"],
    ["2023-3-31", "2023-03-31"],
    ["2023-03-31 00:00:00", "2023-03-31"],
    ["2023/03/31 0:00", "2023-03-31"],
    ["2023-03-31T00:00:00", "2023-03-31"],
    ["20230331 00:00", "2023-03-31"],
    [" 2023-03-31 ", "2023-03-31"],
    ["２０２３年３月３１日", "2023-03-31"],
    ["2023年12月31日", "2023-12-31"],
    ["2023/12/1", "2023-12-01"],
    ["R5-3-31", "2023-03-31"],
    ["r5.12.1", "2023-12-01"],
    ["R.5.3.31", "2023-03-31"],
    ["令和.5年3月31日", "2023-03-31"],
    ["R元.5.1", "2019-05-01"],
    ["令和元年12月31日", "2019-12-31"],
    ["令和10年1月1日", "2028-01-01"],
    ["H31.4.30", "2019-04-30"],
    ["h29/3/8", "2017-03-08"],
    ["平成31年4月30日", "2019-04-30"],
    ["R05年03月31日", "2023-03-31"],
    ["15.10.22", "2022-10-15"],
    ["22-12-15", "2022-12-15"],
    ["16/1/16", "2016-01-16"],
    ["5/5/22", "2022-05-05"],
    ["1/16/16", "2016-01-16"],
    ["12/31/59", "2059-12-31"],
  ])("%s is %s", (cell, value) => expect(readDate(cell)).toEqual({ value, note: "date_rewritten" }));

  it.each([
    ["3/4/22", "ambiguous_date"],
    ["10/11/22", "ambiguous_date"],
    ["2026-02-30", "not_a_date"],
    ["令和5年13月1日", "not_a_date"],
    ["10月末", "not_a_date"],
    ["45016", "not_a_date"],
    ["", "not_a_date"],
    ["2026-13-01", "not_a_date"],
    ["20261301", "not_a_date"],
    ["2023年3月", "not_a_date"],
    ["2023-03-31 12:00", "not_a_date"],
    ["2023-03-31 00:00:01", "not_a_date"],
    ["2023-03-31 00", "not_a_date"],
    ["x2023/3/31", "not_a_date"],
    ["2023/3/31x", "not_a_date"],
    ["2023/3/311", "not_a_date"],
    ["2023/333/1", "not_a_date"],
    ["202303311", "not_a_date"],
    ["2023033", "not_a_date"],
    ["昭和5年3月31日", "not_a_date"],
    ["x令和5年3月31日", "not_a_date"],
    ["令和5年3月31日x", "not_a_date"],
    ["R5.3.31x", "not_a_date"],
    ["xR5.3.31", "not_a_date"],
    ["R元元.5.1", "not_a_date"],
    ["令和5年333月1日", "not_a_date"],
    ["R5.3.311", "not_a_date"],
    ["R123.3.31", "not_a_date"],
    ["令和0年1月1日", "not_a_date"],
    ["x3/31/23", "not_a_date"],
    ["3/31/23x", "not_a_date"],
    ["3/31/231", "not_a_date"],
    ["13/32/99", "not_a_date"],
    // 2060 and 2015 are no years of a figure.
    ["12/31/60", "not_a_date"],
    ["12/31/15", "not_a_date"],
    ["31.12.22", "ambiguous_date"],
    ["22-12-31", "ambiguous_date"],
  ])("%s is refused as %s", (cell, error) => expect(readDate(cell)).toEqual({ error }));
});

describe("an age band", () => {
  it.each([
    ["0-4", "0-4"],
    ["00-04", "0-4"],
    ["85～89歳", "85-89"],
    ["85〜89", "85-89"],
    ["８５－８９", "85-89"],
    ["90+", "90+"],
    ["90歳以上", "90+"],
    ["100歳以上", "100+"],
    ["計", "all"],
    ["全体", "all"],
    ["0－4歳", "0-4"],
    ["0〜4", "0-4"],
    ["0歳～4歳", "0-4"],
    [" 5 － 9 歳 ", "5-9"],
    ["85歳～", "85+"],
    ["85-", "85+"],
    ["090歳以上", "90+"],
    ["100-104", "100-104"],
    ["000-004", "0-4"],
    ["7-7", "7-7"],
    ...[..."~〜‐‑‒–—―−ー"].map((dash): [string, string] => [`10${dash}14`, "10-14"]),
  ])("%s is %s", (cell, value) => expect(readAgeBand(cell)).toEqual({ value }));

  it.each(["", "若者", "89-85", "4", "-", "以上", "85以上90", "0-4-9", "0_4", "歳"])(
    "%j is refused",
    (cell) => expect(readAgeBand(cell)).toEqual({ error: "not_an_age_band" }),
  );
});

describe("a sex", () => {
  it.each([
    ["男", "male"],
    ["女性", "female"],
    ["Ｆ", "female"],
    ["計", "all"],
    ["ALL", "all"],
    ["男性", "male"],
    ["Ｍ", "male"],
    ["m", "male"],
    ["MALE", "male"],
    ["女", "female"],
    ["f", "female"],
    [" Female ", "female"],
    ["男女計", "all"],
  ])("%s is %s", (cell, value) => expect(readSex(cell)).toEqual({ value }));

  it.each(["", "不明", "x"])("%j is refused", (cell) =>
    expect(readSex(cell)).toEqual({ error: "not_a_sex" }),
  );
});

describe("a word for the whole", () => {
  const words = "all 計 合計 総計 総数 全体 全年齢 男女計 全域 全地区 町計 市計".split(" ");

  it.each(words)("is %s, in a column of ages as in one of sexes", (word) => {
    expect([isTotalWord(word), readAgeBand(word), readSex(word)]).toEqual([
      true,
      { value: "all" },
      { value: "all" },
    ]);
  });

  it("may be in capitals; other words and parts of them are none", () => {
    expect(isTotalWord("ALL")).toBe(true);
    expect(["", "小計", "計画", "al"].filter(isTotalWord)).toEqual([]);
  });
});

describe("a cell", () => {
  it("has its blanks cut and its compatibility forms folded", () => {
    expect(cleanCell("　⼭ １２\t")).toBe("山 12");
  });
});

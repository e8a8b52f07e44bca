import { describe, expect, it } from "vitest";
import { readAgeBand, readCount, readDate, readSex } from "../../../worker/intake/read-cell.js";

describe("a count", () => {
  it.each<[string, number | null]>([
    ["0", 0],
    ["1234", 1234],
    ["１，２３４", 1234],
    ["1,180,215", 1180215],
    [" 42 ", 42],
    ["12.0", 12],
    ["", null],
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
    ["3000000000", "count_too_large"],
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
  ])("%s is %s", (cell, value) => expect(readDate(cell)).toEqual({ value, note: "date_rewritten" }));

  it.each([
    ["3/4/22", "ambiguous_date"],
    ["10/11/22", "ambiguous_date"],
    ["2026-02-30", "not_a_date"],
    ["令和5年13月1日", "not_a_date"],
    ["10月末", "not_a_date"],
    ["45016", "not_a_date"],
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
  ])("%s is %s", (cell, value) => expect(readAgeBand(cell)).toEqual({ value }));

  it.each(["", "若者", "89-85", "4", "-"])("%j is refused", (cell) =>
    expect(readAgeBand(cell)).toEqual({ error: "not_an_age_band" }),
  );
});

describe("a sex", () => {
  it.each([
    ["男", "male"],
    ["女性", "female"],
    ["Ｆ", "female"],
    ["計", "all"],
    ["ALL", "all"],
  ])("%s is %s", (cell, value) => expect(readSex(cell)).toEqual({ value }));

  it.each(["", "不明", "x"])("%j is refused", (cell) =>
    expect(readSex(cell)).toEqual({ error: "not_a_sex" }),
  );
});

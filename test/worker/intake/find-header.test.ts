import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { findHeader, ROWS_SEARCHED } from "../../../worker/intake/find-header.js";

const grid = (...lines: string[]) => lines.map((line, i) => ({ row: i + 1, cells: line.split(",") }));
const titles = (n: number) => Array.from({ length: n }, () => "題");

describe("the header among the first rows", () => {
  it("is the row that names the most fields", () => {
    expect(findHeader(grid("交付枚数の表,人口による", "地区,人口", "地区,人口,交付枚数", "01,10,5"))).toEqual(
      {
        at: 2,
        fields: 3,
      },
    );
  });

  it("is the first of rows that name as many", () => {
    expect(findHeader(grid("題", "地区,人口", "地区,総数"))).toEqual({ at: 1, fields: 2 });
  });

  it("names two fields at least; else the first row is taken for it", () => {
    expect(findHeader(grid("題", "人口", "01"))).toEqual({ at: 0, fields: 1 });
    expect(findHeader(grid("題", "本文"))).toEqual({ at: 0, fields: 0 });
    expect(findHeader([])).toEqual({ at: 0, fields: 0 });
  });

  it("stands in the first twenty rows", () => {
    expect(ROWS_SEARCHED).toBe(20);
    expect(findHeader(grid(...titles(19), "地区,人口")).at).toBe(19);
    expect(findHeader(grid(...titles(20), "地区,人口"))).toEqual({ at: 0, fields: 0 });
  });

  it("may be of the mapping's words; what the mapping holds constant is no word of a row", () => {
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    const rows = grid("題,名", "ちく,ひと", "01,10");
    expect(findHeader(rows, mapping)).toEqual({ at: 1, fields: 2 });
    expect(findHeader(rows)).toEqual({ at: 0, fields: 0 });
    const constants = { as_of: "2026-10-31", issued: "1", population: "5" };
    expect(
      findHeader(grid("題", "ちく,備考"), { ...NO_MAPPING, columns: { district: "ちく" }, constants }),
    ).toEqual({
      at: 0,
      fields: 1,
    });
  });

  it("may be a row that only hints at fields, where no row names two", () => {
    const rows = grid("令和8年の状況,,", "町丁目,住民数,交付済", "一丁目,10,5");
    expect(findHeader(rows)).toEqual({ at: 1, fields: 0 });
    expect(findHeader(grid("題,", "町丁目,住民数", "一丁目,10")).at).toBe(1);
    expect(findHeader(grid("題,,", "町丁目,備考,x", "一丁目,10,5"))).toEqual({ at: 0, fields: 0 });
    expect(findHeader(grid("題", "町丁目,住民数", "地区,人口", "01,10"))).toEqual({ at: 2, fields: 2 });
  });

  it("does not count a column of the mapping that the row lacks", () => {
    const mapping = { ...NO_MAPPING, columns: { population: "ひと", issued: "枚" } };
    expect(findHeader(grid("題,地区", "地区,ひと"), mapping)).toEqual({ at: 1, fields: 2 });
    expect(findHeader(grid("題,地区", "地区,x"), mapping)).toEqual({ at: 0, fields: 1 });
  });
});

import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { columnLabel, gridToTable } from "../../../worker/intake/grid-table.js";

const HEADER = ["地区", "人口"];
const rows = (...list: string[][]) => list.map((cells, i) => ({ row: i + 1, cells }));
const told = ({ table, issues }: ReturnType<typeof gridToTable>) => {
  expect(table).toBeNull();
  return issues.map((i) => [i.row, i.column, i.code]);
};
const letters = (n: number) => "x".repeat(n);
const many = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`);

describe("rows of a file", () => {
  it("are a header and what follows it; blanks around a header's words are cut", () => {
    expect(gridToTable(rows([" 地区", "人口　"], ["01", " 10 "]))).toEqual({
      table: { header: HEADER, headerRow: 1, rows: [{ row: 2, cells: ["01", " 10 "] }] },
      issues: [],
    });
  });

  it("above the header are set aside, each text at its place, blanks left out", () => {
    const { table } = gridToTable(rows(["題", "", " "], ["", "  注 "], HEADER, ["01", "10"]));
    expect(table).toMatchObject({ headerRow: 3, rows: [{ row: 4, cells: ["01", "10"] }] });
    expect(table!.aside).toEqual([
      { row: 1, column: "#1", text: "題" },
      { row: 2, column: "#2", text: "  注 " },
    ]);
  });

  it("are found below a header of the mapping's words", () => {
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    expect(gridToTable(rows(["題"], ["ちく", "ひと"], ["01", "10"]), mapping).table?.headerRow).toBe(2);
  });

  it("that are none, or a header alone, are told", () => {
    expect(told(gridToTable([]))).toEqual([[null, null, "empty_file"]]);
    expect(told(gridToTable(rows(HEADER)))).toEqual([[null, null, "no_rows"]]);
  });
});

describe("the limits of a table", () => {
  it("are 200 columns", () => {
    expect(gridToTable(rows(many(200), ["1"])).table?.header).toHaveLength(200);
    expect(told(gridToTable(rows(many(201), ["1"])))).toEqual([[1, null, "too_many_columns"]]);
  });

  it("are 100,000 rows", () => {
    const row = { row: 2, cells: ["01", "10"] };
    const grid = (n: number) => [...rows(HEADER), ...Array.from({ length: n }, () => row)];
    expect(gridToTable(grid(100_000)).table?.rows).toHaveLength(100_000);
    expect(told(gridToTable(grid(100_001)))).toEqual([[null, null, "too_many_rows"]]);
  });

  it("are 1,000 characters in a cell, told at the first of a row", () => {
    expect(gridToTable(rows(HEADER, [letters(1000), "10"])).issues).toEqual([]);
    expect(told(gridToTable(rows(HEADER, ["01", letters(1001)], [letters(1001), letters(1001)])))).toEqual([
      [2, "人口", "cell_too_long"],
      [3, "地区", "cell_too_long"],
    ]);
  });

  it("are as many cells as the header has; blank ones beyond it are no matter", () => {
    expect(gridToTable(rows(HEADER, ["01", "10", "", " "])).issues).toEqual([]);
    expect(gridToTable(rows(HEADER, ["01"])).issues).toEqual([]);
    expect(told(gridToTable(rows(HEADER, ["01", "10", "", "x"])))).toEqual([[2, null, "too_many_cells"]]);
  });

  it("are told all at once", () => {
    expect(told(gridToTable(rows(many(201), [...many(201), "x", letters(1001)])))).toEqual([
      [1, null, "too_many_columns"],
      [2, null, "too_many_cells"],
      [2, "#203", "cell_too_long"],
    ]);
  });
});

describe("a column as an issue names it", () => {
  it("is its header, or its place where the header is blank, missing, too long or a finding itself", () => {
    const header = ["地区", "", letters(1000), letters(1001), "983205673214"];
    expect(header.map((_, i) => columnLabel(header, i))).toEqual(["地区", "#2", letters(1000), "#4", "#5"]);
    expect(columnLabel(header, 9)).toBe("#10");
  });
});

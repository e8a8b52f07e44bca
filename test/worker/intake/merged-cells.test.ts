import { describe, expect, it } from "vitest";
import { fillMergedCells, verticalMerge } from "../../../worker/intake/merged-cells.js";
import { parseXlsx } from "../../../worker/intake/parse-xlsx.js";
import { workbook } from "./workbook.js";

describe("cells merged downwards", () => {
  const rows = [
    ["区", "町丁目", "人口", "保有枚数"],
    ["東", "一丁目", 100, 90],
    [null, "二丁目", 50, 40],
    ["西", "一丁目", 70, 60],
  ];

  it("give their word to each of their rows, and the file says so", async () => {
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const { table, issues } = parseXlsx(await workbook({ rows, merges }));
    expect(table!.rows.map(({ cells }) => cells[0])).toEqual(["東", "東", "西"]);
    expect(issues.map((i) => [i.code, i.severity])).toEqual([["merged_cells_filled", "note"]]);
  });

  it("name the columns of a header in two rows", async () => {
    const merges = [
      { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
      { startRow: 0, startCol: 1, endRow: 1, endCol: 1 },
      { startRow: 0, startCol: 2, endRow: 0, endCol: 3 },
    ];
    const headed = [
      ["地区コード", "人口", "カードの状況", null],
      [null, null, "交付枚数", "保有枚数"],
      ["01", 100, 90, 80],
    ];
    const { table } = parseXlsx(await workbook({ rows: headed, merges }));
    expect(table).toMatchObject({
      headerRow: 2,
      header: ["地区コード", "人口", "交付枚数", "保有枚数"],
      rows: [{ row: 3, cells: ["01", "100", "90", "80"] }],
    });
  });

  it.each(["100", "1,000", "１００", "-5", "0.5"])("keep the number %s where it stands", (number) => {
    const grid = [
      { row: 1, cells: ["東", number] },
      { row: 2, cells: ["西"] },
    ];
    expect(fillMergedCells(grid, [{ from: 1, to: 2, column: 1 }])).toBe(0);
    expect(grid[1]!.cells).toEqual(["西"]);
  });

  it("leave what stands in a row already, and rows beyond their end", () => {
    const grid = [3, 4, 5, 6].map((row) => ({
      row,
      cells: row === 4 ? ["own"] : row === 3 ? ["東"] : ["", "x"],
    }));
    expect(fillMergedCells(grid, [{ from: 3, to: 5, column: 0 }])).toBe(1);
    expect(grid.map((r) => r.cells[0])).toEqual(["東", "own", "東", ""]);
  });

  it("that claim every row of a sheet are done with in the rows there are", () => {
    const grid = [
      { row: 1, cells: ["東"] },
      { row: 9, cells: ["", "x"] },
    ];
    expect(fillMergedCells(grid, [{ from: 1, to: 1_048_576, column: 0 }])).toBe(1);
  });

  it("are read once where they claim to overlap", () => {
    const grid = ["東", "x", "", ""].map((text, i) => ({ row: i + 1, cells: [text] }));
    const merges = [
      { from: 2, to: 4, column: 0 },
      { from: 1, to: 3, column: 0 },
    ];
    expect(fillMergedCells(grid, merges)).toBe(1);
    expect(grid.map((r) => r.cells[0])).toEqual(["東", "x", "東", ""]);
  });

  it.each([
    ["B3:B10", { from: 3, to: 10, column: 1 }],
    ["AA1:AC2", { from: 1, to: 2, column: 26 }],
    ["A1:H1", null],
    ["A1", null],
    ["", null],
    [null, null],
  ])("of %s are %j", (reference, merge) => expect(verticalMerge(reference)).toEqual(merge));
});

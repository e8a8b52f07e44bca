import { describe, expect, it } from "vitest";
import { fillMergedCells, verticalMerge } from "../../../worker/intake/merged-cells.js";

const grid = (...rows: [row: number, ...cells: string[]][]) =>
  rows.map(([row, ...cells]) => ({ row, cells }));

describe("cells merged downwards, at their edges", () => {
  it("fill the rows from below their first to their last, and no other", () => {
    for (const [from, to] of [
      [5, 7],
      [5, 15],
    ] as const) {
      const rows = grid([1, ""], [4, ""], [5, "東"], [6, ""], [7, ""], [20, ""]);
      expect(fillMergedCells(rows, [{ from, to, column: 0 }])).toBe(2);
      expect(rows.map((r) => r.cells[0])).toEqual(["", "", "東", "東", "東", ""]);
    }
  });

  it("fill a row that is shorter up to their column", () => {
    const rows = grid([1, "a", "b", "東"], [2, "c"], [3, "d", "e"], [4]);
    expect(fillMergedCells(rows, [{ from: 1, to: 4, column: 2 }])).toBe(3);
    expect(rows.slice(1).map((r) => r.cells)).toEqual([
      ["c", "", "東"],
      ["d", "e", "東"],
      ["", "", "東"],
    ]);
  });

  it("of nothing, of blanks or from a row that is not there fill nothing", () => {
    for (const first of ["", "　 "]) {
      const rows = grid([1, first], [2, ""]);
      expect(fillMergedCells(rows, [{ from: 1, to: 2, column: 0 }])).toBe(0);
      expect(rows[1]!.cells).toEqual([""]);
    }
    const rows = grid([2, ""], [3, "x"]);
    expect(fillMergedCells(rows, [{ from: 1, to: 3, column: 0 }])).toBe(0);
    expect(fillMergedCells(rows, [])).toBe(0);
    expect(fillMergedCells(grid([1], [2]), [{ from: 1, to: 2, column: 3 }])).toBe(0);
  });

  it.each(["1階", "東1", "1区", "第2"])("give on the word %s, though a digit is in it", (word) => {
    expect(fillMergedCells(grid([1, word], [2, ""]), [{ from: 1, to: 2, column: 0 }])).toBe(1);
  });

  it.each([" 100 ", "1.5", "-1"])("keep the number %j to themselves", (number) => {
    expect(fillMergedCells(grid([1, number], [2, ""]), [{ from: 1, to: 2, column: 0 }])).toBe(0);
  });

  it("stand for themselves in each column, and touch no one's rows twice", () => {
    const rows = grid([1, "東", "北"], [2, "", ""], [3, "西", ""], [4, "", ""]);
    const merges = [
      { from: 1, to: 2, column: 0 },
      { from: 3, to: 4, column: 0 },
      { from: 1, to: 3, column: 1 },
      { from: 3, to: 4, column: 1 },
    ];
    expect(fillMergedCells(rows, merges)).toBe(4);
    expect(rows.map((r) => r.cells)).toEqual([
      ["東", "北"],
      ["東", "北"],
      ["西", "北"],
      ["西", ""],
    ]);
  });

  it.each([
    ["A10:A12", { from: 10, to: 12, column: 0 }],
    ["ZZ1:ZZ1048576", { from: 1, to: 1_048_576, column: 701 }],
    ["A2:A2", null],
    ["A3:A2", null],
    ["xA1:A3", null],
    ["A1:A3x", null],
    ["$A$1:$A$3", null],
  ])("of the range %s are %j", (reference, merge) => expect(verticalMerge(reference)).toEqual(merge));
});

import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { excelDate, writeOutSerials } from "../../../worker/intake/excel-serial.js";

describe("Excel's day number", () => {
  it.each([
    [61, "1900-03-01"],
    [36_526, "2000-01-01"],
    [45_016, "2023-03-31"],
    [45_351, "2024-02-29"],
    [2_958_465, "9999-12-31"],
  ])("%d is %s", (serial, date) => expect(excelDate(serial)).toBe(date));

  it("counts from 1904 on a Mac of old", () => {
    expect(excelDate(43_554, true)).toBe("2023-03-31");
    expect(excelDate(45_016, false)).toBe("2023-03-31");
  });

  it.each([60, 0, -1, 45_016.5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])("%d is no day", (serial) =>
    expect(excelDate(serial)).toBeNull(),
  );
});

describe("a table's date columns", () => {
  const dates = (cells: string[], header = "基準日") => {
    const table = {
      header: ["地区", header, "人口"],
      headerRow: 1,
      rows: cells.map((cell, i) => ({ row: i + 2, cells: ["45016", cell, "45016"] })),
    };
    const rows = writeOutSerials(table).rows.map((r) => r.cells);
    for (const [district, , population] of rows) expect([district, population]).toEqual(["45016", "45016"]);
    return rows.map((r) => r[1]);
  };

  it("have their day numbers written as dates, of any width", () => {
    expect(dates(["45016", "４５０１６", " 45016 "])).toEqual(["2023/03/31", "2023/03/31", "2023/03/31"]);
    expect(dates(["   45016    "])).toEqual(["2023/03/31"]);
    expect(dates(["44562"], "人口算出基準日")).toEqual(["2022/01/01"]);
  });

  it("are those of this century", () => {
    expect(dates(["36526", "73050"])).toEqual(["2000/01/01", "2099/12/31"]);
    expect(dates(["36525", "73051"])).toEqual(["36525", "73051"]);
  });

  it("keep everything else as it is", () => {
    const others = [
      "2023-03-31",
      "20230331",
      "4501",
      "450160",
      "45016.5",
      "x45016",
      "45016x",
      "",
      "   45016     ",
    ];
    expect(dates(others)).toEqual(others);
  });

  it("are found by the mapping too; a constant or several joined columns are none", () => {
    const table = () => ({
      header: ["年", "月"],
      headerRow: 1,
      rows: [{ row: 2, cells: ["45016", "45017"] }],
    });
    const cells = (columns: Record<string, string | string[]>, constants = {}) =>
      writeOutSerials(table(), { ...NO_MAPPING, columns, constants }).rows[0]!.cells;
    expect(cells({ as_of: "月" })).toEqual(["45016", "2023/04/01"]);
    expect(cells({ as_of: ["年", "月"] })).toEqual(["45016", "45017"]);
    expect(cells({}, { as_of: "2026-10-31" })).toEqual(["45016", "45017"]);
    expect(cells({ as_of: "日" })).toEqual(["45016", "45017"]);
  });

  it("leave a row that is shorter than its header without a date", () => {
    const table = { header: ["地区", "基準日"], headerRow: 1, rows: [{ row: 2, cells: ["01"] }] };
    expect(writeOutSerials(table).rows[0]!.cells).toEqual(["01", ""]);
  });
});

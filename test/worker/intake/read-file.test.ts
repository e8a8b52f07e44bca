import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { readFile, type FileFormat } from "../../../worker/intake/read-file.js";
import { rawRow, rawWorkbook } from "./workbook.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const CP932 = Uint8Array.of(0x90, 0x6c, 0x8c, 0xfb, 0x0a, 0x31, 0x0a); // 人口⏎1⏎
const SHEET = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5])}</sheetData>`;
const read = (data: Uint8Array | string, format: FileFormat, harmless?: string[]) =>
  readFile(typeof data === "string" ? bytes(data) : data, format, harmless);

describe("a file", () => {
  it("is read by its format, and its encoding told", () => {
    expect(read("地区,人口\n01,5\n", "csv")).toMatchObject({ encoding: "utf-8", issues: [] });
    expect(read("\uFEFF地区,人口\n01,5\n", "csv").encoding).toBe("utf-8-bom");
    expect(read(CP932, "csv")).toMatchObject({ encoding: "cp932", table: { header: ["人口"] } });
    expect(read('[{"人口": 5}]', "json")).toMatchObject({ encoding: "utf-8", table: { header: ["人口"] } });
    expect(read(rawWorkbook(SHEET), "xlsx")).toMatchObject({
      encoding: "xlsx",
      table: { header: ["地区", "人口"] },
    });
  });

  it("of lines of JSON is not taken for one value", () => {
    expect(read('{"figures": [{"人口": 5}]}', "json").table?.header).toEqual(["人口"]);
    const lines = read('{"figures": [{"人口": 5}]}', "ndjson");
    expect([lines.table, lines.issues.map((i) => i.code)]).toEqual([null, ["json_value"]]);
  });

  it.each<FileFormat>(["csv", "json", "ndjson"])("of %s in no encoding that we know is told so", (format) => {
    const { table, encoding, issues } = read(Uint8Array.of(0xff, 0xfe, 0, 0xd8), format);
    expect([table, encoding, issues.map((i) => [i.row, i.column, i.code])]).toEqual([
      null,
      "unknown",
      [[null, null, "undecodable"]],
    ]);
  });

  it("that is refused keeps its encoding", () => {
    expect(read("", "csv")).toMatchObject({ table: null, encoding: "utf-8" });
    expect(read("x", "xlsx")).toMatchObject({ table: null, encoding: "xlsx" });
  });
});

describe("the screen", () => {
  it("stands before everything else that could be wrong with a table", () => {
    const { table, issues } = read("氏名,備考\nx,taro@example.jp\n", "csv");
    expect([table, issues.map((i) => [i.row, i.column, i.code])]).toEqual([
      null,
      [
        [1, "氏名", "personal_column"],
        [2, "備考", "personal_mail"],
      ],
    ]);
  });

  it("lets the names of this kind of file pass", () => {
    expect(read("code,name\n01,x\n", "csv", ["name"]).table).not.toBeNull();
    expect(read("code,name\n01,x\n", "csv").issues.map((i) => i.code)).toEqual(["personal_column"]);
  });
});

describe("what reading has to say", () => {
  it("is passed on with the table", () => {
    const hidden = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5], 'hidden="1"')}</sheetData>`;
    expect(read(rawWorkbook(hidden), "xlsx").issues.map((i) => i.code)).toEqual(["hidden_rows"]);
  });
});

describe("the mapping", () => {
  const mapping = { ...NO_MAPPING, columns: { as_of: "ひ", district: "ちく" } };

  it("helps to find the header and the columns of dates", () => {
    const text = "題,注\nひ,ちく\n45016,01\n";
    const found = readFile(bytes(text), "csv", [], mapping).table;
    expect(found).toMatchObject({ headerRow: 2, rows: [{ row: 3, cells: ["2023/03/31", "01"] }] });
    const sheet = `<sheetData>${rawRow(1, ["題"])}${rawRow(2, ["ひ", "ちく"])}${rawRow(3, [45016, "01"])}</sheetData>`;
    expect(readFile(rawWorkbook(sheet), "xlsx", [], mapping).table).toEqual({
      ...found,
      aside: expect.anything(),
    });
  });
});

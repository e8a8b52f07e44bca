import { describe, expect, it } from "vitest";
import { parseSheet, type SheetContext } from "../../../worker/intake/parse-xlsx-sheet.js";

const CONTEXT: SheetContext = { strings: ["人口", "地区"], dateStyles: [false, true], date1904: false };
const parse = (xml: string, context: Partial<SheetContext> = {}) =>
  parseSheet(xml, { ...CONTEXT, ...context });
/** The cells of one row. */
const cellsOf = (xml: string, context: Partial<SheetContext> = {}) => {
  const { rows } = parse(`<row r="1">${xml}</row>`, context);
  return rows[0]?.cells ?? [];
};
const inline = (text: string, reference = "") => `<c ${reference} t="inlineStr"><is><t>${text}</t></is></c>`;

describe("a cell", () => {
  it.each([
    ['<c t="s"><v>1</v></c>', "地区"],
    ['<c t="b"><v>1</v></c>', "TRUE"],
    ['<c t="b"><v>true</v></c>', "TRUE"],
    ['<c t="b"><v>0</v></c>', "FALSE"],
    ['<c t="d"><v>2026-10-31T00:00:00</v></c>', "2026-10-31"],
    ['<c t="d"><v>2026-10-31T00:00:00.000Z</v></c>', "2026-10-31"],
    ['<c t="d"><v>2026-10-31T00:00:00Z</v></c>', "2026-10-31"],
    ['<c t="d"><v>2026-10-31</v></c>', "2026-10-31"],
    ['<c t="d"><v>2026-10-31T12:00:00</v></c>', "2026-10-31T12:00:00"],
    ['<c t="d"><v>2026-10-31T00:00:00.5Z</v></c>', "2026-10-31T00:00:00.5Z"],
    ['<c t="d"><v>T00:00:00x</v></c>', "T00:00:00x"],
    ['<c t="str"><f>"0"&amp;1</f><v>01</v></c>', "01"],
    ['<c t="str"><v>a_x000D_b</v></c>', "a\rb"],
    ['<c t="inlineStr"><is><t>人</t><r><t>口</t></r></is></c>', "人口"],
    ["<c><v>12</v></c>", "12"],
    ['<c t="n"><v>-1.50</v></c>', "-1.5"],
    ["<c><v>9.83E2</v></c>", "983"],
    ["<c><v>849.99999999999989</v></c>", "850"],
    ["<c><v>0.1</v></c>", "0.1"],
    ["<c><v>123456789012345</v></c>", "123456789012345"],
    ["<c><v> x </v></c>", "x"],
    ["<c><v>1e999</v></c>", "1e999"],
    ["<c><v>0.30000000000000004</v></c>", "0.3"],
    ["<c><v>0.123456789012345</v></c>", "0.123456789"],
    ["<c><v>-12.34567890123</v></c>", "-12.3456789"],
    ["<c><v>123456789.0625</v></c>", "123456789.1"],
    ["<c><v>1234567890.0625</v></c>", "1234567890.0625"],
    ["<c><v>99999999999.5</v></c>", "99999999999.5"],
    ["<c><v>1.00000000000001</v></c>", "1.00000000000001"],
    ["<c><v>10000000000</v></c>", "10000000000"],
    ['<c s="1"><v>45016</v></c>', "2023-03-31"],
    ['<c s="0"><v>45016</v></c>', "45016"],
    ['<c s="2"><v>45016</v></c>', "45016"],
    ["<c><v>45016</v></c>", "45016"],
    ['<c s="1"><v>45016.5</v></c>', "45016.5"],
    ['<c s="1"><v>0.75</v></c>', "0.75"],
    ['<c t="e"><v>#N/A</v></c>', "#N/A"],
  ])("%s is %s", (xml, text) => expect(cellsOf(xml)).toEqual([text]));

  it.each(["s", "b", "n", "d", "str", "inlineStr"])("of type %s without a value is blank", (type) => {
    const filled = '<c r="B1"><v>1</v></c>';
    for (const cell of [
      `<c t="${type}"/>`,
      `<c t="${type}"><v></v></c>`,
      `<c t="${type}" s="1"><v> </v></c>`,
    ]) {
      expect(cellsOf(cell + filled)).toEqual(["", "1"]);
    }
  });

  it("whose shared text is not there is blank", () => {
    expect(cellsOf('<c t="s"><v>9</v></c><c><v>1</v></c>')).toEqual(["", "1"]);
  });

  it("counts its days from 1904 where the workbook does", () => {
    expect(cellsOf('<c s="1"><v>43554</v></c>', { date1904: true })).toEqual(["2023-03-31"]);
  });

  it("has the reading of a text left out", () => {
    expect(cellsOf('<c t="inlineStr"><is><t>人口</t><rPh><t>ジンコウ</t></rPh><t>数</t></is></c>')).toEqual([
      "人口数",
    ]);
    expect(
      parse('<row><c t="inlineStr"><is><t>人</t><rPh><t>ヒト</t></rPh></is></c></row>').asideTexts,
    ).toEqual(["ヒト"]);
  });

  it("stands where its reference says, or beside the one before it", () => {
    expect(cellsOf('<c r="C1"><v>3</v></c><c><v>4</v></c><c r="A1"><v>1</v></c>')).toEqual([
      "1",
      "",
      "3",
      "4",
    ]);
    expect(cellsOf('<c r="AB1"><v>1</v></c>')).toHaveLength(28);
    expect(cellsOf('<c r="1"><v>1</v></c><c r="c1"><v>2</v></c>')).toEqual(["1", "2"]);
    expect(cellsOf("<c/><c/><c><v>3</v></c>")).toEqual(["", "", "3"]);
  });
});

describe("a row", () => {
  it("has the sheet's number, or follows the one before it", () => {
    const row = (attributes: string) => `<row ${attributes}><c><v>1</v></c></row>`;
    expect(parse([row(""), row('r="5"'), row(""), row('r="x"')].join("")).rows.map((r) => r.row)).toEqual([
      1, 5, 6, 7,
    ]);
  });

  it("that holds nothing is left out, hidden or not", () => {
    const xml = `<row r="1" hidden="1">${inline(" ")}</row><row r="2"/><row r="3"><c r="B3"><v>1</v></c></row>`;
    expect(parse(xml)).toMatchObject({ rows: [{ row: 3, cells: ["", "1"] }], hiddenRows: [] });
  });

  it("that is hidden is read and told", () => {
    const row = (n: number, hidden: string) => `<row r="${n}" hidden="${hidden}"><c><v>${n}</v></c></row>`;
    const { rows, hiddenRows } = parse(
      [row(1, "1"), row(2, "true"), row(3, "0"), row(4, "false"), row(5, "x")].join(""),
    );
    expect([rows.length, hiddenRows]).toEqual([5, [1, 2]]);
  });
});

describe("hidden columns", () => {
  const hidden = (cols: string) =>
    parse(
      `<cols>${cols}</cols><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="D2"><v>4</v></c></row>`,
    ).hiddenColumns;

  it("that hold anything are told by their places", () => {
    expect(hidden('<col min="1" max="1" hidden="1"/>')).toEqual([0]);
    expect(hidden('<col min="4" max="16384" hidden="true"/>')).toEqual([3]);
    expect(hidden('<col min="1" max="4" hidden="1"/>')).toEqual([0, 3]);
    expect(hidden('<col min="2" max="3" hidden="1"/>')).toEqual([]);
    expect(hidden('<col min="1" max="1" hidden="0"/><col min="4" max="4"/>')).toEqual([]);
    expect(hidden('<col min="1" max="1" hidden="1"/><col min="4" max="4" hidden="1"/>')).toEqual([0, 3]);
  });
});

describe("what is wrong at a cell", () => {
  const faults = (xml: string) => parse(`<row r="7">${xml}</row>`).faults;
  const letters = (n: number) => "x".repeat(n);

  it("is an error value, a text too long, a column too far out", () => {
    expect(faults('<c r="B7" t="e"><v>#REF!</v></c>')).toEqual([{ code: "error_cell", row: 7, column: 1 }]);
    expect(faults(inline(letters(1000)))).toEqual([]);
    expect(faults(inline(letters(1001)))).toEqual([{ code: "cell_too_long", row: 7, column: 0 }]);
    expect(faults(inline("x", 'r="GR7"'))).toEqual([]);
    expect(faults(inline("x", 'r="GS7"'))).toEqual([{ code: "too_many_columns", row: 7, column: 200 }]);
    expect(faults(inline("", 'r="XFD7"') + inline("#N/A"))).toEqual([
      { code: "too_many_columns", row: 7, column: 16_384 },
    ]);
  });

  it("beyond the last column is not read", () => {
    expect(parse(`<row r="7">${inline("x", 'r="GS7"')}</row>`).rows).toEqual([]);
  });
});

describe("texts beside the cells", () => {
  const aside = (xml: string) => parse(xml).asideTexts.filter((text) => text !== "");

  it("are headers and footers, links and prompts", () => {
    expect(
      aside(
        "<headerFooter><oddHeader>&amp;C 担当 </oddHeader></headerFooter>\n" +
          '<hyperlink ref="A1" display="電話" tooltip="ここ" location="表!A1"/>' +
          '<dataValidation promptTitle="注" prompt="数を" errorTitle="誤" error="数だけ" type="whole"/>' +
          '<sheetPr codeName="x"/>',
      ),
    ).toEqual(["&C 担当 ", "電話", "ここ", "表!A1", "注", "数を", "誤", "数だけ"]);
  });

  it("are texts inside formulas, and long numbers there; plain formulas are none", () => {
    const formula = (text: string) => aside(`<row><c><f>${text}</f><v>1</v></c></row>`);
    expect(formula("SUM(B2:C20000)+123456789")).toEqual([]);
    expect(formula('"山田"&amp;A1')).toEqual(['"山田"&A1']);
    expect(formula("9832056732*1")).toEqual(["9832056732*1"]);
    expect(aside("<row><c><v>1</v></c></row><legacy>SUM(A1)</legacy>")).toEqual(["SUM(A1)"]);
    expect(aside('<dataValidation><formula1>"男,女"</formula1></dataValidation>')).toEqual(['"男,女"']);
  });

  it("are what stands in a cell but is not its value", () => {
    expect(aside("<row><c><v>1</v>担当<is><x>高浜</x></is></c></row>")).toEqual(["担当", "高浜"]);
    expect(aside("<row>間<c><v>1</v></c></row>")).toEqual(["間"]);
  });
});

describe("a sheet", () => {
  it("of nothing is empty", () => {
    expect(parse("<worksheet><sheetData/></worksheet>")).toMatchObject({
      rows: [],
      hiddenRows: [],
      hiddenColumns: [],
      faults: [],
      asideTexts: [],
    });
  });
});

import { describe, expect, it } from "vitest";
import { parseXlsx } from "../../../worker/intake/parse-xlsx.js";
import { readFile } from "../../../worker/intake/read-file.js";
import { day, HEADER, monthRows, rawRow, rawWorkbook, workbook, zip } from "./workbook.js";

const codesOf = (bytes: Uint8Array) => parseXlsx(bytes).issues.map((i) => i.code);
const SHEET_ROWS = [
  ["173843", "2026-10-31", "01", "1000", "2026-01-01", "900", "850", "800"],
  ["173843", "2026-10-31", "02", "500", "2026-01-01", "400", "380", "350"],
];

describe("a workbook", () => {
  it("is read from its one sheet: numbers, dates and texts as the contract writes them", async () => {
    const { table, issues } = parseXlsx(await workbook({ rows: monthRows() }));
    expect(issues).toEqual([]);
    expect(table).toMatchObject({ header: HEADER, headerRow: 1 });
    expect(table!.rows).toEqual([
      { row: 2, cells: SHEET_ROWS[0] },
      { row: 3, cells: SHEET_ROWS[1] },
    ]);
  });

  it("may have titles above its header; rows keep the sheet's own numbers", async () => {
    const rows = [["マイナンバーカード交付状況", null], ["令和8年10月末 現在"], [], ...monthRows()];
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }];
    const { table } = parseXlsx(await workbook({ rows, merges }));
    expect(table).toMatchObject({ header: HEADER, headerRow: 4 });
    expect(table!.rows.map((r) => r.row)).toEqual([5, 6]);
  });

  it("is read from the sheet whose header names the most fields", async () => {
    const notes = {
      rows: [
        ["地区コード", "地区名"],
        ["01", "高浜"],
      ],
    };
    const { table } = parseXlsx(await workbook(notes, { rows: monthRows() }, { rows: [["メモ"]] }));
    expect(table!.header).toEqual(HEADER);
  });

  it("with two sheets that could be meant is refused by their positions", async () => {
    const { issues } = parseXlsx(
      await workbook({ rows: [["表紙"]] }, { rows: monthRows() }, { rows: monthRows() }),
    );
    expect(issues).toEqual([
      expect.objectContaining({ code: "ambiguous_sheet", column: "シート2, シート3", row: null }),
    ]);
  });

  it("does not take a hidden sheet for the one that is meant", async () => {
    const { table } = parseXlsx(await workbook({ rows: monthRows(), hidden: true }, { rows: monthRows() }));
    expect(table?.rows).toHaveLength(2);
  });

  it("gives formulas by the values that were saved with them", () => {
    const formula = `<row r="2"><c r="A2"><f>SUM(B2:C2)</f><v>12</v></c><c r="B2" t="str"><f>"0"&amp;1</f><v>01</v></c></row>`;
    const { table } = parseXlsx(
      rawWorkbook(`<sheetData>${rawRow(1, ["人口", "地区"])}${formula}</sheetData>`),
    );
    expect(table!.rows).toEqual([{ row: 2, cells: ["12", "01"] }]);
  });

  it("reads hidden rows and columns, and says which", () => {
    const sheet = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5], 'hidden="1"')}${rawRow(3, ["02", 6])}</sheetData>`;
    const { table, issues } = parseXlsx(rawWorkbook(sheet));
    expect(table!.rows).toHaveLength(2);
    expect(issues).toEqual([
      expect.objectContaining({ code: "hidden_rows", row: 2, severity: "note" }),
      expect.objectContaining({ code: "hidden_columns", column: "人口", severity: "note" }),
    ]);
  });

  it("leaves readings (振り仮名) out of its texts and joins runs", () => {
    const strings =
      '<sst><si><t>人口</t><rPh sb="0" eb="2"><t>ジンコウ</t></rPh></si><si><r><t>地</t></r><r><t>区</t></r></si><si><t>x_x000D_y &amp; z</t></si></sst>';
    const cells = (row: number, ...at: number[]) =>
      `<row r="${row}">${at.map((i) => `<c t="s"><v>${i}</v></c>`).join("")}</row>`;
    const { table } = parseXlsx(
      rawWorkbook(`<sheetData>${cells(1, 0, 1)}${cells(2, 2)}</sheetData>`, [
        { name: "xl/sharedStrings.xml", data: strings },
      ]),
    );
    expect(table).toMatchObject({ header: ["人口", "地区"], rows: [{ row: 2, cells: ["x\ry & z"] }] });
  });

  it("shows fifteen digits of a number, as Excel does, and holes as blanks", () => {
    const row = '<row r="7"><c r="C7"><v>849.99999999999989</v></c><c r="A7"><v>9.83E2</v></c></row>';
    const { table } = parseXlsx(
      rawWorkbook(`<sheetData>${rawRow(6, ["地区", "基準日", "人口"])}${row}</sheetData>`),
    );
    expect(table!.rows).toEqual([{ row: 7, cells: ["983", "", "850"] }]);
  });

  it("refuses error values at row and column", () => {
    const row = '<row r="2"><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c></row>';
    const { table, issues } = parseXlsx(
      rawWorkbook(`<sheetData>${rawRow(1, ["地区", "人口"])}${row}</sheetData>`),
    );
    expect(table).toBeNull();
    expect(issues.map((i) => [i.row, i.column, i.code])).toEqual([
      [2, "地区", "error_cell"],
      [2, "人口", "error_cell"],
    ]);
  });
});

describe("day numbers", () => {
  it("become dates in date columns only", () => {
    const text = "地区,基準日,人口\n01,45016,45016\n02,４５０１６,1\n";
    const { table } = readFile(new TextEncoder().encode(text), "csv");
    expect(table!.rows.map((r) => r.cells)).toEqual([
      ["01", "2023/03/31", "45016"],
      ["02", "2023/03/31", "1"],
    ]);
  });

  it("count from 1904 in a workbook that says so, and are no dates with a time of day", async () => {
    const { table } = parseXlsx(
      await workbook({
        rows: [
          ["地区", "基準日"],
          ["01", new Date("2026-10-31T12:00:00Z")],
          ["02", day("2026-10-31")],
        ],
      }),
    );
    expect(table!.rows[1]!.cells[1]).toBe("2026-10-31");
    expect(table!.rows[0]!.cells[1]).toMatch(/^\d+\.5$/);
  });
});

describe("what a workbook may not be", () => {
  const sheet = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5])}</sheetData>`;
  const letters = "x".repeat(1001);
  const zeros = (bytes: number) => new Uint8Array(bytes);
  const cases: [string, () => Uint8Array, string][] = [
    ["no archive", () => new TextEncoder().encode("地区,人口"), "not_a_workbook"],
    ["an old .xls", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "not_a_workbook"],
    ["an archive without a workbook", () => zip([{ name: "a.xml", data: "<a/>" }]), "broken_workbook"],
    ["cut off in its directory", () => rawWorkbook(sheet).slice(0, -30), "broken_workbook"],
    ["cut off in its middle", () => rawWorkbook(sheet).slice(0, 300), "broken_workbook"],
    [
      "more than 100 entries",
      () =>
        rawWorkbook(
          sheet,
          Array.from({ length: 100 }, (_, i) => ({ name: `x${i}.bin`, data: "x" })),
        ),
      "workbook_too_many_parts",
    ],
    [
      "inflated more than a hundredfold",
      () => rawWorkbook(sheet, [{ name: "x.bin", data: zeros(5_000_000) }]),
      "workbook_too_large",
    ],
    [
      "a directory that claims less than there is",
      () => rawWorkbook(sheet, [{ name: "x.bin", data: zeros(50_000_000), claimedBytes: 10 }]),
      "broken_workbook",
    ],
    [
      "a directory that claims more than there is",
      () => rawWorkbook(sheet, [{ name: "x.bin", data: "x", claimedBytes: 10 }]),
      "broken_workbook",
    ],
    [
      "two parts of one name",
      () =>
        zip([
          { name: "a", data: "1" },
          { name: "a", data: "2" },
        ]),
      "broken_workbook",
    ],
    [
      "a document type",
      () => rawWorkbook(sheet, [{ name: "xl/x.xml", data: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }]),
      "workbook_document_type",
    ],
    ["macros", () => rawWorkbook(sheet, [{ name: "xl/vbaProject.bin", data: "x" }]), "workbook_macros"],
    ["XML that does not end", () => rawWorkbook('<sheetData><row r="1>'), "broken_workbook"],
    [
      "a part in another encoding",
      () => rawWorkbook(sheet, [{ name: "xl/x.xml", data: Uint8Array.of(0xff, 0xfe, 0x3c, 0) }]),
      "broken_workbook",
    ],
    ["no sheet with anything on it", () => rawWorkbook("<sheetData/>"), "empty_file"],
    [
      "a cell of more than 1,000 characters",
      () => rawWorkbook(`<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, [letters, 5])}</sheetData>`),
      "cell_too_long",
    ],
    [
      "more than 200 columns",
      () =>
        rawWorkbook(
          `<sheetData>${rawRow(
            1,
            Array.from({ length: 201 }, (_, i) => `c${i}`),
          )}</sheetData>`,
        ),
      "too_many_columns",
    ],
  ];
  it.each(cases)("%s is refused", (_name, bytes, code) => expect(codesOf(bytes())).toContain(code));

  it("is not made large by one cell far out", () => {
    const far = `<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>`;
    const { table } = parseXlsx(
      rawWorkbook(sheet.replace("</sheetData>", `${far}</sheetData>`), [
        { name: "xl/sharedStrings.xml", data: "<sst><si><t></t></si></sst>" },
      ]),
    );
    expect(table?.rows).toHaveLength(1);
  });

  it("may refer to other workbooks, whose values are not fetched", () => {
    const { table, issues } = parseXlsx(
      rawWorkbook(sheet, [{ name: "xl/externalLinks/externalLink1.xml", data: "<externalLink/>" }]),
    );
    expect(table).not.toBeNull();
    expect(issues.map((i) => i.code)).toEqual(["external_links_passed_over"]);
  });
});

describe("personal data in a workbook", () => {
  const NUMBER = "983205673214";
  const findings = (bytes: Uint8Array) => {
    const { table, issues } = readFile(bytes, "xlsx");
    expect(table).toBeNull();
    expect(JSON.stringify(issues)).not.toMatch(/983205673214|9832 0567|９８３２|taro@/);
    return issues.map((i) => [i.row, i.column, i.code]);
  };
  const sheet = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5])}</sheetData>`;

  it("is found in a cell, as a number or a text", async () => {
    const rows = monthRows();
    rows[1]![2] = Number(NUMBER);
    rows[2]![2] = "９８３２ ０５６７ ３２１４";
    expect(findings(await workbook({ rows }))).toEqual([
      [2, "地区コード", "personal_number"],
      [3, "地区コード", "personal_number"],
    ]);
  });

  it("is found in a header, whose text is not repeated", async () => {
    const rows = monthRows();
    rows[0]![2] = NUMBER;
    expect(findings(await workbook({ rows }))).toEqual([[1, "#3", "personal_number"]]);
  });

  it("is found in a sheet's name", async () => {
    const bytes = await workbook({ rows: monthRows() }, { name: NUMBER, rows: [["メモ"]] });
    expect(findings(bytes)).toContainEqual([null, "シート2", "personal_number"]);
  });

  it("is found in a title above the header", async () => {
    const rows = [["交付状況", "担当 taro@example.jp"], ...monthRows()];
    expect(findings(await workbook({ rows }))).toEqual([[1, "#2", "personal_mail"]]);
  });

  it("is found on hidden sheets, as a value and as a column of names", async () => {
    const hidden = {
      rows: [
        ["地区", "氏名"],
        [NUMBER, "x"],
      ],
      hidden: true,
    };
    expect(findings(await workbook({ rows: monthRows() }, hidden))).toEqual([
      [1, "シート2!B", "personal_column"],
      [2, "シート2!A", "personal_number"],
    ]);
  });

  it("is found in remarks, prompts, footers, readings, links and formulas' texts", () => {
    const part = (name: string, data: string) => findings(rawWorkbook(sheet, [{ name, data }]));
    const inSheet = (xml: string) => findings(rawWorkbook(xml));
    const nowhere = [[null, null, "personal_number"]];
    const onSheet = [[null, "シート1", "personal_number"]];
    expect(part("xl/comments1.xml", `<comments><t>9832 0567 3214</t></comments>`)).toEqual(nowhere);
    expect(part("xl/sharedStrings.xml", `<sst><si><t/><rPh><t>${NUMBER}</t></rPh></si></sst>`)).toEqual(
      nowhere,
    );
    expect(part("xl/sharedStrings.xml", `<sst><si><t>${NUMBER}</t></si></sst>`)).toEqual(nowhere);
    expect(
      part(
        "xl/worksheets/_rels/sheet1.xml.rels",
        '<Relationships><Relationship Id="r1" Target="mailto:taro@example.jp" TargetMode="External"/></Relationships>',
      ),
    ).toEqual([[null, null, "personal_mail"]]);
    expect(inSheet(`${sheet}<headerFooter><oddFooter>${NUMBER}</oddFooter></headerFooter>`)).toEqual(onSheet);
    expect(
      inSheet(`${sheet}<dataValidations><dataValidation prompt="${NUMBER}"/></dataValidations>`),
    ).toEqual(onSheet);
    const formula = `<c><f>LEN("${NUMBER}")</f><v>12</v></c>`;
    expect(inSheet(sheet.replace("<c><v>5</v></c>", formula))).toEqual(onSheet);
  });
});

import { describe, expect, it } from "vitest";
import { NO_MAPPING, type Mapping } from "../../../data/contract/api/mapping.js";
import { parseXlsx, readSheets } from "../../../worker/intake/parse-xlsx.js";
import { rawBook as book } from "./raw-book.js";
import { rawRow, zip, type ZipEntry } from "./workbook.js";

const FIGURES = [
  ["地区", "人口", "交付枚数"],
  ["01", 10, 5],
];
const read = (bytes: Uint8Array, mapping?: Mapping) => parseXlsx(bytes, mapping);
const told = ({ issues }: ReturnType<typeof read>) => issues.map((i) => [i.row, i.column, i.code]);
const asides = (bytes: Uint8Array) =>
  (read(bytes).table?.aside ?? []).map(({ row, column, text, heading }) => [row, column, text, heading]);

describe("the sheet that is read", () => {
  it("is the only one with anything on it", () => {
    const { table, issues } = read(book([{ rows: [] }, { rows: FIGURES }]));
    expect([issues, table?.rows]).toEqual([[], [{ row: 2, cells: ["01", "10", "5"] }]]);
    expect(read(book([{ rows: [["a"], ["b"]] }])).table?.header).toEqual(["a"]);
  });

  it("is the one that names the most fields, two at least", () => {
    const fewer = {
      rows: [
        ["地区", "人口"],
        ["01", 9],
      ],
    };
    expect(read(book([fewer, { rows: FIGURES }])).table?.header).toEqual(FIGURES[0]);
    expect(told(read(book([{ rows: [["人口"], [1]] }, { rows: [["メモ"], ["x"]] }])))).toEqual([
      [null, "シート1, シート2", "ambiguous_sheet"],
    ]);
    expect(read(book([fewer, { rows: [["メモ"], ["x"]] }])).table?.rows[0]?.cells).toEqual(["01", "9"]);
  });

  it("is not a hidden one; where nothing else is filled the file is empty", () => {
    expect(told(read(book([{ rows: FIGURES, hidden: true }])))).toEqual([[null, null, "empty_file"]]);
    expect(read(book([{ rows: FIGURES, hidden: true }, { rows: [["a"], ["b"]] }])).table?.header).toEqual([
      "a",
    ]);
  });

  it("is found by the words of the mapping", () => {
    const rows = [
      ["ちく", "ひと"],
      ["01", 10],
    ];
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    const bytes = book([{ rows: [["題"], ["注"], ["人口"]] }, { rows: [["題"], ...rows] }]);
    expect(told(read(bytes)).map(([, , code]) => code)).toEqual(["ambiguous_sheet"]);
    expect(read(bytes, mapping).table).toMatchObject({ headerRow: 2, header: ["ちく", "ひと"] });
  });

  it("with nothing below its header is refused", () => {
    expect(told(read(book([{ rows: FIGURES.slice(0, 1) }])))).toEqual([[null, null, "no_rows"]]);
  });
});

describe("faults of cells", () => {
  const error = '<c r="B2" t="e"><v>#N/A</v></c>';
  const sheet = (row: string) => ({
    xml: `<sheetData>${rawRow(1, FIGURES[0]!)}<row r="2">${row}</row></sheetData>`,
  });
  const long = `<c r="AB2" t="inlineStr"><is><t>${"x".repeat(1001)}</t></is></c>`;

  it("are told by the header of the column, with what is wrong with the table", () => {
    expect(told(read(book([sheet(`${error}<c r="D2"><v>1</v></c>`)])))).toEqual([
      [2, "人口", "error_cell"],
      [2, null, "too_many_cells"],
    ]);
  });

  it("on another sheet are told by sheet and letters; an error value there is nobody's figure", () => {
    const other = { xml: `<sheetData><row r="2">${error}${long}</row></sheetData>` };
    expect(told(read(book([{ rows: FIGURES }, other])))).toEqual([[2, "シート2!AB", "cell_too_long"]]);
    const harmless = { xml: `<sheetData><row r="2">${error}</row></sheetData>` };
    expect(told(read(book([{ rows: FIGURES }, harmless])))).toEqual([]);
  });

  it("have the letters of their columns", () => {
    const at = (reference: string) => {
      const cell = `<c r="${reference}2" t="inlineStr"><is><t>${"x".repeat(1001)}</t></is></c>`;
      return told(
        read(book([{ rows: FIGURES }, { xml: `<sheetData><row r="2">${cell}</row></sheetData>` }])),
      )[0]![1];
    };
    for (const letters of ["A", "Z", "AA", "AZ", "BA", "CZ"]) expect(at(letters)).toBe(`シート2!${letters}`);
  });

  it("are told by the header that the mapping finds", () => {
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    const xml = `<sheetData>${rawRow(1, ["題"])}${rawRow(2, ["ちく", " ひと "])}<row r="3"><c r="B3" t="e"><v>#N/A</v></c></row></sheetData>`;
    expect(told(read(book([{ xml }]), mapping))).toEqual([[3, "ひと", "error_cell"]]);
  });
});

describe("what a workbook says beside its table", () => {
  it("is every other sheet's cells by their places, the first row as a heading", () => {
    const other = {
      rows: [
        ["氏名", "", "備考"],
        ["志賀太郎の記録", "x"],
      ],
    };
    expect(asides(book([{ rows: FIGURES }, other]))).toEqual([
      [1, "シート2!A", "氏名", true],
      [1, "シート2!C", "備考", true],
      [2, "シート2!A", "志賀太郎の記録", false],
    ]);
  });

  it("is every sheet's name and what stands in its parts, and the titles above the header", () => {
    const xml = `<sheetData>${rawRow(1, ["令和八年の題"])}${rawRow(2, ["地区", "人口"])}${rawRow(3, ["01", 1])}</sheetData><headerFooter><oddFooter>担当は志賀町</oddFooter></headerFooter>`;
    expect(
      asides(
        book([
          { xml, name: "マイナンバー" },
          { rows: [], name: "二枚目のシート" },
        ]),
      ),
    ).toEqual([
      [1, "#1", "令和八年の題", undefined],
      [null, "シート1", "マイナンバー", undefined],
      [null, "シート1", "担当は志賀町", undefined],
      [null, "シート2", "二枚目のシート", undefined],
    ]);
  });

  it("is each text once, and none that the table holds; short ones raise no alarm", () => {
    const rows = [...FIGURES, ["北区池田町字", 1, 1]];
    const other = {
      rows: [
        ["見出しの一", "地区"],
        ["北区池田町字", "五つの文字"],
        ["六つの文字だ", "六つの文字だ"],
      ],
    };
    expect(asides(book([{ rows }, other])).map(([, , text]) => text)).toEqual([
      "見出しの一",
      "地区",
      "六つの文字だ",
    ]);
  });

  it("is the texts of every part that is neither sheet nor looks, and addresses that lead outside", () => {
    const more = [
      { name: "xl/comments1.xml", data: "<comments><t>担当に電話する</t></comments>" },
      { name: "docProps/core.xml", data: "<x><creator>志賀町の担当者</creator></x>" },
      { name: "xl/drawings/vmlDrawing1.vml", data: "<xml><div>図の中の言葉</div></xml>" },
      { name: "xl/theme/theme12.xml", data: "<theme>Office テーマ</theme>" },
      { name: "styles.xml", data: "<styleSheet>ほかの見た目</styleSheet>" },
      { name: "xl/styles.xml", data: "<styleSheet>スタイルの名前</styleSheet>" },
      { name: "xl/media/image1.png", data: "画像の中の文字" },
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        data: '<Relationships>\n<Relationship Id="r1" Type="x/hyperlink" Target="mailto:taro@example.jp" TargetMode="External"/><Relationship Id="r2" Type="x/comments" Target="../comments1.xml"/></Relationships>',
      },
    ];
    const texts = asides(book([{ rows: FIGURES, name: "数" }], more));
    expect(texts.toSorted()).toEqual(
      ["担当に電話する", "志賀町の担当者", "図の中の言葉", "mailto:taro@example.jp"]
        .map((text) => [null, null, text, undefined])
        .toSorted(),
    );
  });

  it("is the readings of its shared texts", () => {
    const strings = "<sst><si><t>人口</t><rPh><t>ジンコウノヨミ</t></rPh></si></sst>";
    expect(
      asides(book([{ rows: FIGURES, name: "数" }], [{ name: "xl/sharedStrings.xml", data: strings }])),
    ).toContainEqual([null, null, "ジンコウノヨミ", undefined]);
  });
});

describe("the parts of a workbook", () => {
  const workbook = "<workbook><sheets><sheet name='x' r:id='s'/></sheets></workbook>";
  const sheet = `<worksheet><sheetData>${FIGURES.map((cells, i) => rawRow(i + 1, cells)).join("")}</sheetData></worksheet>`;
  const rels = (...targets: [id: string, kind: string, target: string][]) =>
    `<Relationships>${targets.map(([id, kind, target]) => `<Relationship Id="${id}" Type="x/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
  const rowsOf = (...parts: [name: string, data: string][]) =>
    read(zip(parts.map(([name, data]) => ({ name, data })))).table?.rows.length ?? "none";

  it("are found where its relationships lead, absolute or relative, up and down", () => {
    for (const [main, target, part] of [
      ["xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
      ["/xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
      ["xl/workbook.xml", "../other/./sheet.xml", "other/sheet.xml"],
      ["./xl//workbook.xml", "sheet.xml", "xl/sheet.xml"],
    ] as const) {
      expect(
        rowsOf(
          ["_rels/.rels", rels(["r", "officeDocument", main])],
          ["xl/workbook.xml", workbook],
          ["xl/_rels/workbook.xml.rels", rels(["s", "worksheet", target])],
          [part, sheet],
        ),
      ).toBe(1);
    }
  });

  it("lie in the usual place where nothing is said of the workbook's", () => {
    const parts: [string, string][] = [
      ["xl/workbook.xml", workbook],
      ["xl/_rels/workbook.xml.rels", rels(["s", "worksheet", "sheet.xml"])],
      ["xl/sheet.xml", sheet],
    ];
    expect(rowsOf(...parts)).toBe(1);
    expect(rowsOf(["_rels/.rels", rels(["r", "core-properties", "core.xml"])], ...parts)).toBe(1);
  });

  it("may lie at the top", () => {
    expect(
      rowsOf(
        ["_rels/.rels", rels(["r", "officeDocument", "workbook.xml"])],
        ["workbook.xml", workbook],
        ["_rels/workbook.xml.rels", rels(["s", "worksheet", "sheet.xml"])],
        ["sheet.xml", sheet],
      ),
    ).toBe(1);
  });

  it.each<[string, [string, string][]]>([
    [
      "its sheet is not there",
      [
        ["xl/workbook.xml", workbook],
        ["xl/_rels/workbook.xml.rels", rels(["s", "worksheet", "sheet.xml"])],
      ],
    ],
    [
      "nothing leads to its sheet",
      [
        ["xl/workbook.xml", workbook],
        ["xl/sheet.xml", sheet],
      ],
    ],
    ["it has no list of sheets", [["xl/sheet.xml", sheet]]],
  ])("are broken where %s", (_name, parts) => {
    expect(told(read(zip(parts.map(([name, data]) => ({ name, data })))))).toEqual([
      [null, null, "broken_workbook"],
    ]);
  });

  it("that are one part under two names are not read twice", () => {
    const twice =
      "<workbook><sheets><sheet name='x' r:id='s'/><sheet name='y' r:id='s'/></sheets></workbook>";
    const parts = [
      { name: "xl/workbook.xml", data: twice },
      { name: "xl/_rels/workbook.xml.rels", data: rels(["s", "worksheet", "sheet.xml"]) },
      { name: "xl/sheet.xml", data: sheet },
    ];
    expect(told(read(zip(parts)))).toEqual([[null, null, "broken_workbook"]]);
  });

  it.each(["xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml", "macrosheets/x.xml"])(
    "that are macros (%s) refuse it",
    (name) =>
      expect(told(read(book([{ rows: FIGURES }], [{ name, data: "x" }])))).toEqual([
        [null, null, "workbook_macros"],
      ]),
  );

  it.each(["xl/vbaProject.bin.xml", "xl/xmacrosheets/sheet1.xml", "xl/vbaProjectXbin"])(
    "that only sound like macros (%s) do not",
    (name) => expect(told(read(book([{ rows: FIGURES }], [{ name, data: "<x/>" }])))).toEqual([]),
  );

  it.each([
    ["xl/externalLinks/externalLink1.xml", true],
    ["externalLinks/x.xml", true],
    ["XL/EXTERNALLINKS/X.XML", true],
    ["xl/notexternalLinks/x.xml", false],
    ["xl/externalLinks.xml", false],
  ])("%s is a link outside: %j", (name, isLink) => {
    expect(told(read(book([{ rows: FIGURES }], [{ name, data: "<x/>" }])))).toEqual(
      isLink ? [[null, null, "external_links_passed_over"]] : [],
    );
  });

  it.each(["<!DOCTYPE x>", "<!doctype x>", '<!ENTITY a "b">', "<a/><!entity>"])(
    "that declare %s refuse it",
    (xml) => {
      for (const name of ["xl/x.xml", "xl/x.XML", "xl/_rels/x.rels", "xl/x.vml"]) {
        expect(told(read(book([{ rows: FIGURES }], [{ name, data: xml }])))).toEqual([
          [null, null, "workbook_document_type"],
        ]);
      }
    },
  );

  it("that are no XML are not read", () => {
    const bytes = Uint8Array.of(0xff, 0xfe);
    expect(told(read(book([{ rows: FIGURES }], [{ name: "xl/media/x.xml.png", data: bytes }])))).toEqual([]);
    expect(told(read(book([{ rows: FIGURES }], [{ name: "xl/x.xml", data: bytes }])))).toEqual([
      [null, null, "broken_workbook"],
    ]);
    expect(told(read(book([{ rows: FIGURES }], [{ name: "xl/x.xml", data: "<a" }])))).toEqual([
      [null, null, "broken_workbook"],
    ]);
  });

  it("may begin with a byte order mark", () => {
    expect(
      rowsOf(
        ["xl/workbook.xml", `\uFEFF${workbook}`],
        ["xl/_rels/workbook.xml.rels", `\uFEFF${rels(["s", "worksheet", "sheet.xml"])}`],
        ["xl/sheet.xml", `\uFEFF${sheet}`],
      ),
    ).toBe(1);
  });

  it("say which numbers are dates, and from when they count", () => {
    const xml = `<sheetData>${rawRow(1, ["地区", "基準日"])}<row r="2"><c t="inlineStr"><is><t>01</t></is></c><c s="1"><v>43554</v></c></row></sheetData>`;
    const styles = {
      name: "xl/styles.xml",
      data: '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
    };
    const cells = (more: ZipEntry[]) => read(book([{ xml }], more)).table?.rows[0]?.cells[1];
    expect(cells([])).toBe("43554");
    expect(cells([styles])).toBe("2019-03-30");
    const mac = {
      name: "xl/workbook.xml",
      data: '<workbook><workbookPr date1904="1"/><sheets><sheet name="x" r:id="s0"/></sheets></workbook>',
    };
    expect(cells([styles, mac])).toBe("2023-03-31");
  });
});

describe("a program's fault", () => {
  it("is not taken for the file's", () => {
    expect(() => parseXlsx(null as unknown as Uint8Array)).toThrow(TypeError);
  });
});

describe("hidden rows and columns", () => {
  it("of the sheet that is read are told, by row and by header; not those of others", () => {
    const xml = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rawRow(1, FIGURES[0]!)}${rawRow(2, FIGURES[1]!, 'hidden="1"')}</sheetData>`;
    expect(told(read(book([{ xml }])))).toEqual([
      [2, null, "hidden_rows"],
      [null, "人口", "hidden_columns"],
    ]);
    const other = `<sheetData>${rawRow(1, ["x"], 'hidden="1"')}</sheetData>`;
    expect(told(read(book([{ rows: FIGURES }, { xml: other }])))).toEqual([]);
  });
});

describe("all sheets of a workbook", () => {
  it("are given as they stand, with their faults by place and every text beside them", () => {
    const faulty = `<sheetData>${rawRow(1, ["題"])}<row r="3"><c r="C3" t="e"><v>#N/A</v></c></row></sheetData>`;
    const remark = { name: "xl/comments1.xml", data: "<c><t>担当に電話する</t></c>" };
    const link = { name: "xl/externalLinks/x.xml", data: "<x/>" };
    const workbook = readSheets(
      book(
        [
          { rows: FIGURES, name: "公表用" },
          { xml: faulty, hidden: true },
        ],
        [remark, link],
      ),
    );
    if (!workbook.sheets) throw new Error(JSON.stringify(workbook.issues));
    const { sheets, aside, issues } = workbook;
    expect(sheets).toEqual([
      {
        position: 1,
        name: "公表用",
        hidden: false,
        rows: FIGURES.map((cells, i) => ({ row: i + 1, cells: cells.map(String) })),
        faults: [],
      },
      {
        position: 2,
        name: "S2",
        hidden: true,
        rows: [
          { row: 1, cells: ["題"] },
          { row: 3, cells: ["", "", "#N/A"] },
        ],
        faults: [expect.objectContaining({ code: "error_cell", row: 3, column: "#3" })],
      },
    ]);
    expect(aside).toEqual([
      { row: null, column: "シート1", text: "公表用" },
      { row: null, column: "シート2", text: "S2" },
      { row: null, column: null, text: "担当に電話する" },
    ]);
    expect(issues.map((i) => i.code)).toEqual(["external_links_passed_over"]);
  });

  it("are none of a file that is no workbook", () => {
    const { sheets, issues } = readSheets(new Uint8Array());
    expect([sheets, issues.map((i) => i.code)]).toEqual([null, ["not_a_workbook"]]);
  });
});

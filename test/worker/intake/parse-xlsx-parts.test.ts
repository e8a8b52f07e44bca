import { describe, expect, it } from "vitest";
import {
  parseDateStyles,
  parseRelations,
  parseStrings,
  parseWorkbook,
  textsOf,
} from "../../../worker/intake/parse-xlsx-parts.js";

describe("the list of sheets", () => {
  it("is in the order of the tabs, with what is hidden and what leads to each", () => {
    const { sheets, date1904 } = parseWorkbook(
      '<workbook><bookViews><workbookView/></bookViews><sheets><sheet name="表&amp;紙" sheetId="2" r:id="r2"/>' +
        '<sheet name="数字" state="hidden" r:id="r1"/><sheet name="x" state="veryHidden" r:id="r3"/>' +
        '<sheet name="y" state="visible" r:id="r4"/><sheet/></sheets></workbook>',
    );
    expect(date1904).toBe(false);
    expect(sheets).toEqual([
      { name: "表&紙", hidden: false, relation: "r2" },
      { name: "数字", hidden: true, relation: "r1" },
      { name: "x", hidden: true, relation: "r3" },
      { name: "y", hidden: false, relation: "r4" },
      { name: "", hidden: false, relation: "" },
    ]);
  });

  it.each([
    ['date1904="1"', true],
    ['date1904="true"', true],
    ['date1904="0"', false],
    ['date1904="false"', false],
    ['date1904="10"', false],
    ['date1904="01"', false],
    ['date1904="untrue"', false],
    ["", false],
  ])("says by %j whether days count from 1904: %j", (attributes, date1904) => {
    expect(parseWorkbook(`<workbook><workbookPr ${attributes}/></workbook>`)).toEqual({
      sheets: [],
      date1904,
    });
  });
});

describe("relationships", () => {
  it("are known by the last word of their type", () => {
    expect(
      parseRelations(
        '<Relationships><Relationship Id="r1" Type="http://x/y/worksheet" Target="sheet1.xml"/>' +
          '<Relationship Id="r2" Type="hyperlink" Target="mailto:a" TargetMode="External"/>' +
          '<Relationship TargetMode="Internal"/></Relationships>',
      ),
    ).toEqual([
      { id: "r1", kind: "worksheet", target: "sheet1.xml", external: false },
      { id: "r2", kind: "hyperlink", target: "mailto:a", external: true },
      { id: "", kind: "", target: "", external: false },
    ]);
  });
});

describe("shared texts", () => {
  it("have their runs joined and their readings apart", () => {
    expect(
      parseStrings(
        "<sst>\n<si><t>人口</t>\n<rPh><t>ジンコウ</t></rPh><phoneticPr/></si>\n" +
          "<si><r><rPr>looks</rPr><t>地</t></r> <r><t xml:space='preserve'> 区</t></r></si><si/>" +
          "<si><t>a_x000D_b</t></si></sst>",
      ),
    ).toEqual({ strings: ["人口", "地 区", "", "a\rb"], readings: ["ジンコウ"] });
  });

  it("are none in a part that is empty", () =>
    expect(parseStrings("")).toEqual({ strings: [], readings: [] }));
});

describe("a cell's style", () => {
  const styles = (formats: string, ids: (number | string)[], more = "") =>
    parseDateStyles(
      `<styleSheet><numFmts>${formats}</numFmts>${more}<cellXfs>${ids
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join("")}</cellXfs><cellStyles><xf numFmtId="14"/></cellStyles></styleSheet>`,
    );
  const format = (id: number, code: string) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;

  it("shows a date by the numbers that Excel has for it, the Japanese ones too", () => {
    const dates = [14, 15, 22, 27, 30, 36, 45, 46, 47, 50, 54, 58];
    const others = [0, 1, 13, 23, 26, 37, 44, 48, 49, 59];
    expect(styles("", dates)).toEqual(dates.map(() => true));
    expect(styles("", others)).toEqual(others.map(() => false));
  });

  it.each([
    "yyyy-mm-dd",
    "d",
    "YYYY/MM",
    "ggge&quot;年&quot;m&quot;月&quot;",
    "[$-411]ggge",
    "h:mm",
    "[Red]d",
  ])("shows a date by the format %s", (code) => {
    expect(styles(format(176, code), [176, 0])).toEqual([true, false]);
  });

  it.each([
    "General",
    "#,##0",
    "0.0%",
    "@",
    "0&quot;day&quot;",
    "[Red]0",
    "[$-411]0",
    "0\\d",
    "_d0",
    "*m0",
    "General&quot;d&quot;&quot;y&quot;",
    "GENERAL",
    "",
  ])("shows none by the format %j", (code) => {
    expect(styles(format(176, code), [176])).toEqual([false]);
  });

  it("may say more of itself", () => {
    const xfs = '<xf numFmtId="14"><alignment horizontal="center"/><protection/></xf><xf numFmtId="1"/>';
    expect(parseDateStyles(`<cellXfs>${xfs}</cellXfs>`)).toEqual([true, false]);
  });

  it("is that of the cells alone, in their order; one without a number is general", () => {
    const named = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
    expect(styles(format(176, "yyyy") + format(177, "0"), [177, 176], named)).toEqual([false, true]);
    expect(parseDateStyles('<cellXfs><xf/><xf numFmtId="14"/></cellXfs>')).toEqual([false, true]);
    expect(
      parseDateStyles('<numFmts><numFmt numFmtId="176"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs>'),
    ).toEqual([false]);
    expect(parseDateStyles("")).toEqual([]);
  });
});

describe("a part that nobody reads", () => {
  it("gives its texts, blanks left out", () => {
    expect(textsOf("<c><t> 注 </t>\n  <t/><t>x&amp;y</t></c>")).toEqual([" 注 ", "x&y"]);
  });
});

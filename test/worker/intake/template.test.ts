import { describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import {
  makeTemplate,
  templateCsv,
  templateXlsx,
  type TemplateCell,
} from "../../../worker/intake/template.js";
import { unzip } from "../../../worker/intake/unzip.js";

const TOWN = { code: "011002", name: "札幌市" };
const DISTRICTS = [
  { code: "01", name: "中央" },
  { code: "02", name: "=1+1" },
];
const CELLS: TemplateCell[] = ["65+", "5-9", "10-14"].flatMap((age_band) =>
  (["female", "male"] as const).map((sex) => ({ age_band, sex })),
);
const HEADER =
  "全国地方公共団体コード 基準日 地区コード 地区名 人口 人口算出基準日 申請件数 交付枚数 保有枚数".split(" ");

describe("a template", () => {
  it("has a row for each district, with the town's code and room for its figures", () => {
    expect(makeTemplate(TOWN, DISTRICTS, [])).toEqual({
      header: HEADER,
      rows: [
        ["011002", "", "01", "中央", "", "", "", "", ""],
        ["011002", "", "02", "=1+1", "", "", "", "", ""],
      ],
    });
  });

  it("has one row for a town without districts", () => {
    expect(makeTemplate(TOWN, [], []).rows).toEqual([["011002", "", "計", "札幌市", "", "", "", "", ""]]);
  });

  it("has the ages and sexes that the town used, youngest first, men before women", () => {
    const { header, rows } = makeTemplate(TOWN, DISTRICTS.slice(0, 1), CELLS);
    expect(header).toEqual([...HEADER.slice(0, 4), "年齢階級", "性別", ...HEADER.slice(4)]);
    expect(rows.map((cells) => cells.slice(2))).toEqual(
      ["5～9歳", "10～14歳", "65歳以上"].flatMap((age) =>
        ["男", "女"].map((sex) => ["01", "中央", age, sex, "", "", "", "", ""]),
      ),
    );
    expect(CELLS[0]!.age_band).toBe("65+");
  });

  it("has a column of ages, or of sexes, only where there are any", () => {
    const ages = makeTemplate(
      TOWN,
      [],
      [
        { age_band: "65+", sex: "all" },
        { age_band: "0-64", sex: "all" },
      ],
    );
    expect(ages.header).toEqual([...HEADER.slice(0, 4), "年齢階級", ...HEADER.slice(4)]);
    expect(ages.rows.map((cells) => cells[4])).toEqual(["0～64歳", "65歳以上"]);
    const sexes = makeTemplate(
      TOWN,
      [],
      (["all", "female", "male"] as const).map((sex) => ({ age_band: "all", sex })),
    );
    expect(sexes.header).toEqual([...HEADER.slice(0, 4), "性別", ...HEADER.slice(4)]);
    expect(sexes.rows.map((cells) => cells[4])).toEqual(["男", "女", "計"]);
  });

  it("as CSV begins with a mark, ends its lines as Windows does, and has no formula in it", () => {
    const bytes = templateCsv(makeTemplate(TOWN, DISTRICTS, []));
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(new TextDecoder().decode(bytes)).toBe(
      [HEADER.join(), "011002,,01,中央,,,,,", `011002,,02,'=1+1,,,,,`, ""].join("\r\n"),
    );
  });

  it("as a workbook keeps codes as texts, asks for dates and whole numbers, and holds the header in sight", async () => {
    const bytes = await templateXlsx(makeTemplate(TOWN, DISTRICTS, CELLS.slice(0, 1)));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["取り込み"]);
    expect(sheets[0]!.rows.slice(0, 2).map((row) => row.slice(0, 6))).toEqual([
      [...HEADER.slice(0, 4), "年齢階級", "性別"],
      ["011002", null, "01", "中央", "65歳以上", "女"],
    ]);
    const unzipped = unzip(bytes);
    if ("fault" in unzipped) throw new Error(unzipped.fault);
    const part = (name: string) => new TextDecoder().decode(unzipped.parts.get(name));
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)/g)].map(([, width]) => Number(width))).toEqual([
      24,
      ...Array.from({ length: 10 }, () => 16),
    ]);
    const styles = part("xl/styles.xml");
    const formats = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]),
    );
    const cells = /<cellXfs.*<\/cellXfs>/.exec(styles)![0];
    const formatOf = [...cells.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => formats.get(id!));
    const secondRow = /<row r="2".*?<\/row>/.exec(sheet)![0];
    expect([...secondRow.matchAll(/ s="(\d+)"/g)].map(([, style]) => formatOf[Number(style)])).toEqual(
      "@ yyyy-mm-dd @ @ @ @ #,##0 yyyy-mm-dd #,##0 #,##0 #,##0".split(" "),
    );
  });
});

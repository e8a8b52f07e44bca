import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { parseCsv } from "../../../worker/intake/parse-csv.js";

const rowsOf = (text: string) => parseCsv(text).table?.rows.map(({ row, cells }) => [row, ...cells]);

describe("a delimited text", () => {
  it.each(["\n", "\r\n", "\r"])("has rows ended by %j, numbered as a spreadsheet does", (end) => {
    const lines = ["地区,人口", "", "01,10", ",", " , ", "02,20"];
    expect(rowsOf(lines.join(end))).toEqual([
      [3, "01", "10"],
      [6, "02", "20"],
    ]);
    expect(rowsOf(lines.join(end) + end)).toHaveLength(2);
  });

  it.each([",", "\t", ";"])("is cut at %j, not at the others", (separator) => {
    const lines = [
      ["地区", "人口"],
      ["a,b;c\td".replace(separator, " "), "1"],
      ["x", "2"],
    ];
    expect(rowsOf(lines.map((cells) => cells.join(separator)).join("\n"))).toEqual(
      lines.slice(1).map((cells, i) => [i + 2, ...cells]),
    );
  });

  it("is not cut at marks that no town hall's file is separated by", () => {
    expect(parseCsv("地区|人口|数\n01|10|5\n").table).toMatchObject({
      header: ["地区|人口|数"],
      rows: [{ cells: ["01|10|5"] }],
    });
  });

  it("may quote its cells, with marks, separators and line ends in them", () => {
    expect(rowsOf('地区,人口\n"a""b,c\nd","1,180"\nx,2\n')).toEqual([
      [2, 'a"b,c\nd', "1,180"],
      [3, "x", "2"],
    ]);
  });

  it("whose quotation marks do not close is refused at the row where they open", () => {
    const { table, issues } = parseCsv('地区,人口\n01,10\n02,"20\n03,30\n');
    expect([table, issues.map((i) => [i.row, i.column, i.code])]).toEqual([
      null,
      [[3, null, "broken_quotes"]],
    ]);
  });

  it("is refused with all that is wrong with it", () => {
    expect(parseCsv('地区,人口\n01,10,5\n02,"20\n').issues.map((i) => [i.row, i.code])).toEqual([
      [3, "broken_quotes"],
      [2, "too_many_cells"],
    ]);
  });

  it("of nothing is told so", () => {
    for (const text of ["", "\r\n\r\n", " , \n"])
      expect(parseCsv(text).issues.map((i) => i.code)).toEqual(["empty_file"]);
  });

  it("finds its header by the mapping", () => {
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    expect(parseCsv("題,名\nちく,ひと\n01,10\n", mapping).table?.headerRow).toBe(2);
  });
});

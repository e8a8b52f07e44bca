import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { checkGrain } from "../../../worker/intake/check-grain.js";
import { planColumns } from "../../../worker/intake/columns.js";
import { decodeText } from "../../../worker/intake/decode.js";
import { parseCsv } from "../../../worker/intake/parse-csv.js";
import { parseJson, parseNdjson } from "../../../worker/intake/parse-json.js";
import { screenTable } from "../../../worker/intake/screen.js";
import type { ReadFigure } from "../../../worker/intake/read-rows.js";

describe("decoding", () => {
  it("reads UTF-8, with and without a BOM, and CP932 with its extensions", () => {
    expect(decodeText(new TextEncoder().encode("高浜"))).toEqual({ text: "高浜", encoding: "utf-8" });
    expect(decodeText(new TextEncoder().encode("\uFEFF高浜"))).toEqual({
      text: "高浜",
      encoding: "utf-8-bom",
    });
    const cp932 = Uint8Array.from([0xfb, 0xfc, 0x87, 0x40]); // 髙①
    expect(decodeText(cp932)).toEqual({ text: "髙①", encoding: "cp932" });
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toBeNull();
  });
});

describe("a CSV", () => {
  it("numbers its rows as a spreadsheet does, blank lines and quoted line breaks included", () => {
    const { table } = parseCsv('a,b\r\n\r\n1,"x\ny"\r\n2,z\r\n');
    expect(table).toEqual({
      header: ["a", "b"],
      headerRow: 1,
      rows: [
        { row: 3, cells: ["1", "x\ny"] },
        { row: 4, cells: ["2", "z"] },
      ],
    });
  });

  it.each([",", "\t", ";"])("may be separated by %j", (separator) => {
    const { table } = parseCsv([`a${separator}b`, `1${separator}2`, `3${separator}4`].join("\n"));
    expect(table?.rows.map((r) => r.cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("says where a row is longer than the header and where a quotation mark is open", () => {
    expect(parseCsv("a,b\n1,2,3\n").issues).toEqual([
      expect.objectContaining({ code: "too_many_cells", row: 2 }),
    ]);
    expect(parseCsv('a,b\n1,"2\n').issues.map((i) => i.code)).toContain("broken_quotes");
  });
});

describe("a CSV with titles above its header", () => {
  const text =
    "交付状況,,\r\n令和8年10月末,連絡先 taro@example.jp,\r\n\r\n地区コード,人口,交付枚数\r\n01,10,5\r\n";

  it("is read from the row that names the most fields", () => {
    const { table } = parseCsv(text);
    expect(table).toMatchObject({ header: ["地区コード", "人口", "交付枚数"], headerRow: 4 });
    expect(table!.rows).toEqual([{ row: 5, cells: ["01", "10", "5"] }]);
  });

  it("is screened in its titles too", () =>
    expect(screenTable(parseCsv(text).table!)).toEqual([
      expect.objectContaining({ row: 2, column: "#2", code: "personal_mail" }),
    ]));

  it("finds a header of other words by the mapping", () => {
    const mapping = { ...NO_MAPPING, columns: { district: "ちく", population: "ひと" } };
    const { table } = parseCsv("題\nちく,ひと\n01,10\n", mapping);
    expect(table).toMatchObject({ header: ["ちく", "ひと"], headerRow: 2 });
  });
});

describe("lines of JSON", () => {
  it("are rows by their line numbers", () => {
    const text = '{"a": 1}\r\n\r\n{"a": null, "b": "x"}\n';
    const rows = [
      { row: 1, cells: ["1", ""] },
      { row: 3, cells: ["", "x"] },
    ];
    expect(parseNdjson(text).table?.rows).toEqual(rows);
    expect(parseJson(text).table?.rows).toEqual(rows);
  });

  it("are refused at every line that is none", () =>
    expect(parseNdjson('{"a": 1}\n{"a":\n[1]\n}').issues.map((i) => [i.row, i.code])).toEqual([
      [2, "broken_json"],
      [4, "broken_json"],
    ]));

  it("do not repeat a key that is a finding", () => {
    const { issues } = parseNdjson('{"a": 1, "983205673214": [1]}');
    expect(issues.map((i) => [i.row, i.column, i.code])).toEqual([[1, "#2", "json_value"]]);
  });

  it("beside figures are screened like them", () => {
    const { table } = parseJson('{"figures": [{"a": 1}], "meta": {"by": ["taro@example.jp"]}}');
    expect(screenTable(table!).map((i) => i.code)).toEqual(["personal_mail"]);
  });
});

describe("a JSON file", () => {
  it("may leave keys out and give numbers or null", () => {
    const { table } = parseJson('[{"a": 1, "b": null}, {"b": "x"}]');
    expect(table?.rows).toEqual([
      { row: 1, cells: ["1", ""] },
      { row: 2, cells: ["", "x"] },
    ]);
  });

  it.each([
    ["{}", "json_not_a_list"],
    ["[]", "no_rows"],
    ["[1]", "json_not_an_object"],
    ['[{"a": [1]}]', "json_value"],
    ["[", "broken_json"],
  ])("%s is refused as %s", (text, code) => expect(parseJson(text).issues[0]).toMatchObject({ code }));
});

describe("naming columns", () => {
  const plan = (header: string[], mapping = NO_MAPPING) =>
    planColumns({ header, headerRow: 1, rows: [] }, mapping, "173843");

  it("knows the aliases, whatever their width and blanks", () => {
    const { plan: found, issues, ignored } = plan(["基準日", "地区", "総数（人口）", "交付　枚数", "備考"]);
    expect(issues).toEqual([]);
    expect(found.population).toEqual({ indexes: [2], header: "総数（人口）" });
    expect(found.issued).toEqual({ indexes: [3], header: "交付　枚数" });
    expect(ignored).toEqual(["備考"]);
  });

  it("does not guess between two columns of one meaning", () => {
    const { issues } = plan(["基準日", "地区", "人口", "総数", "交付枚数"]);
    expect(issues.map((i) => i.code)).toEqual(["ambiguous_column"]);
  });

  it("tells every missing column at once", () => {
    expect(plan(["x"]).issues.map((i) => i.column)).toEqual(["as_of", "district", "population", null]);
  });
});

describe("the grain of a date", () => {
  const figure = (
    row: number,
    district: string,
    age_band: string,
    sex: ReadFigure["sex"],
    population = 10,
  ): ReadFigure => ({
    municipality: "173843",
    as_of: "2026-10-31",
    population_as_of: null,
    applications: null,
    issued: 5,
    held: null,
    area: null,
    row,
    district,
    age_band,
    sex,
    population,
  });
  const codes = (figures: ReadFigure[]) => checkGrain(figures, {}).issues.map((i) => [i.row, i.code]);

  it("holds where bands and sexes are whole in every district", () => {
    const whole = ["01", "02"].flatMap((d, i) =>
      ["0-64", "65+"].flatMap((a, j) =>
        (["male", "female"] as const).map((s, k) => figure(i * 4 + j * 2 + k, d, a, s)),
      ),
    );
    expect(codes(whole)).toEqual([]);
    expect(codes(whole.slice(1))).toEqual([[1, "incomplete_district"]]);
  });

  it("is broken by gaps, overlaps and half the sexes", () => {
    expect(codes([figure(1, "01", "0-4", "all"), figure(2, "01", "10+", "all")])).toEqual([[1, "age_gap"]]);
    expect(codes([figure(1, "01", "0-9", "all"), figure(2, "01", "5+", "all")])).toEqual([
      [1, "age_overlap"],
    ]);
    expect(codes([figure(1, "01", "all", "male")])).toEqual([[1, "sex_incomplete"]]);
  });

  it("takes totals out after verifying them in every count they give", () => {
    const parts = [figure(1, "01", "all", "all"), figure(2, "02", "all", "all")];
    const total = { ...figure(3, "all", "all", "all", 20), issued: 10 };
    const checked = checkGrain([...parts, total], {});
    expect(checked.issues).toEqual([]);
    expect(checked.dates[0]).toMatchObject({ checkTotals: 1, figures: parts });
    expect(codes([...parts, { ...total, issued: 11 }])).toEqual([[3, "check_total_mismatch"]]);
  });
});

import { describe, expect, it } from "vitest";
import { parseJson, parseNdjson } from "../../../worker/intake/parse-json.js";

const told = ({ issues }: ReturnType<typeof parseJson>) => issues.map((i) => [i.row, i.column, i.code]);
const letters = (n: number) => "x".repeat(n);
const columns = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, i]));

describe("a list of rows", () => {
  it("may be an array or stand under `figures`; its keys are the header, blanks around them cut", () => {
    const table = { header: ["地区", "人口"], headerRow: 0, rows: [{ row: 1, cells: ["01", "10"] }] };
    expect(parseJson('[{" 地区": "01", "人口 ": 10}]')).toEqual({ table, issues: [] });
    expect(parseJson('\uFEFF{"figures": [{" 地区": "01", "人口 ": 10}]}')).toEqual({ table, issues: [] });
  });

  it("has its keys in the order in which they first come; a key that is left out is blank", () => {
    const { table } = parseJson('[{"a": 1}, {"c": "3", "a": null}, {"b": 2.5}]');
    expect(table).toMatchObject({ header: ["a", "c", "b"] });
    expect(table!.rows).toEqual([
      { row: 1, cells: ["1", "", ""] },
      { row: 2, cells: ["", "3", ""] },
      { row: 3, cells: ["", "", "2.5"] },
    ]);
  });

  it.each([
    ["{}", null, "json_not_a_list"],
    ['{"figures": {}}', null, "json_not_a_list"],
    ["null", null, "json_not_a_list"],
    ["1", null, "json_not_a_list"],
    ['"figures"', null, "json_not_a_list"],
    ["[]", null, "no_rows"],
    ['{"figures": []}', null, "no_rows"],
    ["[1]", 1, "json_not_an_object"],
    ["[null]", 1, "json_not_an_object"],
    ['[{"a": 1}, ["b"]]', 2, "json_not_an_object"],
    ["[", null, "broken_json"],
    ["", null, "broken_json"],
    ["\n", null, "broken_json"],
    ["{", null, "broken_json"],
    ["[1]\n[2]", null, "broken_json"],
    ['"a"\n"b"', null, "broken_json"],
    ["null\nnull", null, "broken_json"],
  ])("%j is refused", (text, row, code) => {
    const parsed = parseJson(text);
    expect([parsed.table, told(parsed)]).toEqual([null, [[row, null, code]]]);
  });

  it.each(["true", "false", "[1]", "{}"])("holds no %s in a cell", (value) => {
    expect(told(parseJson(`[{"a": 1, "b": ${value}}]`))).toEqual([[1, "b", "json_value"]]);
  });

  it("is told every fault at once", () => {
    expect(told(parseJson(`[{"a": []}, 2, {"a": "${letters(1001)}", "b": true}]`))).toEqual([
      [1, "a", "json_value"],
      [2, null, "json_not_an_object"],
      [3, "a", "cell_too_long"],
      [3, "b", "json_value"],
    ]);
  });
});

describe("the limits of JSON", () => {
  it("are 1,000 characters, 200 keys in all and 100,000 rows", () => {
    expect(parseJson(JSON.stringify([{ a: letters(1000) }])).issues).toEqual([]);
    expect(told(parseJson(JSON.stringify([{ a: letters(1001) }])))).toEqual([[1, "a", "cell_too_long"]]);
    expect(parseJson(JSON.stringify([columns(200)])).issues).toEqual([]);
    expect(told(parseJson(JSON.stringify([columns(200), { another: 1 }])))).toEqual([
      [null, null, "too_many_columns"],
    ]);
    const rows = (n: number) => `[${Array.from({ length: n }, () => '{"a":1}').join()}]`;
    expect(told(parseJson(rows(100_001)))).toEqual([[null, null, "too_many_rows"]]);
  });
});

describe("lines of JSON", () => {
  const LINES = '{"a": 1}\n\n  \n{"a": 2}';
  const rows = [
    { row: 1, cells: ["1"] },
    { row: 4, cells: ["2"] },
  ];

  it.each(["\n", "\r\n", "\r"])("end with %j and are numbered, blank ones too", (end) => {
    const text = LINES.replaceAll("\n", end);
    expect(parseNdjson(text).table?.rows).toEqual(rows);
    expect(parseNdjson(`\uFEFF${text}${end}`).table?.rows).toEqual(rows);
  });

  it.each(["\n", "\r\n", "\r"])("sent as JSON are known by their first line, ended by %j", (end) => {
    const text = LINES.replaceAll("\n", end);
    expect(parseJson(text).table?.rows).toEqual(rows);
    expect(parseJson(`\uFEFF${end}${text}`).table?.rows.map((r) => r.row)).toEqual([2, 5]);
  });

  it("that are none are told by their numbers, all of them", () => {
    expect(told(parseNdjson('{"a": 1}\n{"a":\nx\n'))).toEqual([
      [2, null, "broken_json"],
      [3, null, "broken_json"],
    ]);
    expect(told(parseNdjson('{"a": 1}\n[2]'))).toEqual([[2, null, "json_not_an_object"]]);
    expect(told(parseNdjson("\n"))).toEqual([[null, null, "no_rows"]]);
  });
});

describe("what an object says beside its figures", () => {
  it("is set aside: keys, texts and numbers, however deep", () => {
    const { table } = parseJson('{"by": {"name": "x", "tel": [5, true, null]}, "figures": [{"a": 777}]}');
    const texts = table!.aside!.map(({ row, column, text }) => [row, column, text]);
    for (const text of ["by", "name", "x", "tel", "5"]) expect(texts).toContainEqual([null, null, text]);
    for (const text of ["", "true", "null", "figures", "a", "777", "[object Object]"]) {
      expect(texts).not.toContainEqual([null, null, text]);
    }
  });

  it("is nothing in a list, or where figures stand alone", () => {
    expect(parseJson('[{"a": 1}]').table).not.toHaveProperty("aside");
    expect(parseNdjson('{"a": 1}').table).not.toHaveProperty("aside");
  });
});

import { describe, expect, it } from "vitest";
import { readDistricts } from "../../../worker/intake/read-districts.js";
import { Refusal } from "../../../worker/refusal.js";

const read = (text: string, type = "text/csv") =>
  readDistricts(new TextEncoder().encode(text), type, "173843");

/** What is told of a list that is refused; its kind where there is nothing to tell. */
function told(text: string, type?: string) {
  try {
    read(text, type);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.extra.issues?.map((i) => [i.row, i.column, i.code]) ?? error.kind;
  }
  return null;
}
const EMPTY = { kana: null, name_en: null, area: null, tile_x: null, tile_y: null };

describe("a list of districts", () => {
  it("is read from CSV, blank cells as not said", () => {
    expect(
      read(
        "code,name,kana,name_en,area,tile_x,tile_y\n01, 高浜 ,たかはま,Takahama,志賀,3,0\nA-3,福浦,,,,,\n",
        "text/csv; charset=utf-8",
      ),
    ).toEqual([
      {
        municipality: "173843",
        code: "01",
        name: "高浜",
        kana: "たかはま",
        name_en: "Takahama",
        area: "志賀",
        tile_x: 3,
        tile_y: 0,
      },
      { municipality: "173843", code: "A-3", name: "福浦", ...EMPTY },
    ]);
  });

  it("is read from JSON, with columns in any order and others that are not ours", () => {
    expect(read('[{"tile_x": 12, "name": "高浜", "code": "01", "memo": "x"}]', "Application/JSON")).toEqual([
      { municipality: "173843", code: "01", name: "高浜", ...EMPTY, tile_x: 12 },
    ]);
  });

  it("has the apostrophe taken off that our own files put before a formula, and no other", () => {
    const names = ["'=1", "'+2", "'-3", "'@4", "'x", "a'=1"];
    const list = read(`code,name\n${names.map((name, i) => `0${i},${name}`).join("\n")}\n`);
    expect(list.map((d) => d.name)).toEqual(["=1", "+2", "-3", "@4", "'x", "a'=1"]);
  });

  it("is the list of the town that was asked for, whatever it says itself", () => {
    expect(read("municipality,code,name\n172073,01,高浜\n")[0]!.municipality).toBe("173843");
  });

  it.each([
    "text/plain",
    "",
    "application/jsonx",
    "xtext/csv",
    "application/x-json",
    "xapplication/json",
    "text/csvx",
  ])("is not read as %j", (type) => expect(told("code,name\n01,x\n", type)).toBe("unsupported_media_type"));

  it("lacks columns that it needs", () => {
    expect(told("title\nx\n")).toEqual([
      [1, "code", "missing_column"],
      [1, "name", "missing_column"],
    ]);
    expect(told('[{"code": "01"}]', "application/json")).toEqual([[null, "name", "missing_column"]]);
  });

  it("is told of every row and column that is wrong, each once", () => {
    const lines = [
      "code,name,tile_x,tile_y",
      ",高浜,1x,x1",
      "01,,-1,501",
      "02,福浦,500,007",
      "all,計,,",
      "02,別,,",
      "02,また,,",
    ];
    expect(told(lines.join("\n"))).toEqual([
      [2, "code", "not_a_district"],
      [2, "tile_x", "not_a_district"],
      [2, "tile_y", "not_a_district"],
      [3, "name", "not_a_district"],
      [3, "tile_x", "not_a_district"],
      [3, "tile_y", "not_a_district"],
      [5, "code", "not_a_district"],
      [6, "code", "duplicate_district"],
      [7, "code", "duplicate_district"],
    ]);
    expect(told("code,name,tile_x\n01,x,1.5\n")).toEqual([[2, "tile_x", "not_a_district"]]);
    expect(read("code,name,tile_y\n02,福浦,007\n")[0]!.tile_y).toBe(7);
  });

  it("is screened like any file; `name` is a place's here", () => {
    expect(told("code,name,memo\n01,高浜,taro@example.jp\n")).toEqual([[2, "memo", "personal_mail"]]);
    expect(told("code,name,住所\n01,高浜,x\n")).toEqual([[1, "住所", "personal_column"]]);
  });

  it("of nothing, or in no encoding, is told so", () => {
    expect(told("")).toEqual([[null, null, "empty_file"]]);
    expect(told("[", "application/json")).toEqual([[null, null, "broken_json"]]);
  });

  it("is refused as a file", () => {
    expect(() => read("")).toThrow(expect.objectContaining({ kind: "refused_file" }));
  });
});

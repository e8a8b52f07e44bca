import { describe, expect, it } from "vitest";
import { readFile } from "../../../worker/intake/read-file.js";

const read = (text: string) => readFile(new TextEncoder().encode(text), "json");

describe("a JSON file", () => {
  it("hides no number behind a key that is said twice", () => {
    const file = read('[{"memo": "983205673214", "memo": "x", "人口": 10}]');
    expect(file.table).toBeNull();
    expect(file.issues.map((i) => i.code)).toEqual(["personal_number"]);
    expect(JSON.stringify(file.issues)).not.toContain("983205673214");
  });

  it("of counts and dates raises no alarm", () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      基準日: "2026-10-31",
      人口: 100000 + 37 * i,
      交付枚数: 90000 + i,
      番号: "7000020173843",
    }));
    expect(read(JSON.stringify(rows)).issues).toEqual([]);
    expect(read(JSON.stringify(rows, null, 2)).issues).toEqual([]);
  });
});

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

describe("a key that an object names twice", () => {
  const told = (text: string, format: "json" | "ndjson" = "json") =>
    readFile(new TextEncoder().encode(text), format).issues.map((i) => [i.row, i.code]);

  it.each([
    '[{"held": "taro@example.jp", "held": 1}]',
    String.raw`[{"held": "\u0074aro@example.jp", "h\u0065ld": 1}]`,
    '{"figures": [{"held": 1}], "a": {"b": [{"c": 1, "c": 2}]}}',
    '[{"held":1},{"":1,"":2}]',
  ])("is refused in %s", (text) => expect(told(text)).toEqual([[null, "repeated_json_key"]]));

  it("is refused at its line", () =>
    expect(told('{"held": 1}\n{"held": 1, "held": 2}\n', "ndjson")).toEqual([[2, "repeated_json_key"]]));

  it.each([
    '[{"held": "a\\": 1"}, {"held": "\\\\"}]',
    '[{"held": "x : \\"y\\" :"}]',
    '{"held": {"held": 1}, "figures": [{"held": 1}, {"held": 2}]}',
  ])("is not seen where there is none: %s", (text) =>
    expect(told(text).map(([, code]) => code)).not.toContain("repeated_json_key"),
  );
});

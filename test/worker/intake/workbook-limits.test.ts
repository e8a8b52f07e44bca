import { describe, expect, it } from "vitest";
import { parseJson } from "../../../worker/intake/parse-json.js";
import { parseSheet } from "../../../worker/intake/parse-xlsx-sheet.js";
import { parseXlsx } from "../../../worker/intake/parse-xlsx.js";
import { unzip } from "../../../worker/intake/unzip.js";
import { rawRow, rawWorkbook, zip } from "./workbook.js";

/** Archives of real size: megabytes and a hundred thousand rows, where no small one can stand for them. */

describe("an archive", () => {
  it.each([0, 1, 16_384, 65_535, 65_536, 100_000, 200_000, 1_048_576, 5_000_001])(
    "gives a part of %d bytes back as it was",
    (bytes) => {
      const data = new Uint8Array(bytes).map((_, i) => (i * 31 + (i >> 8) * 7) % 251);
      const unzipped = unzip(
        zip([
          { name: "a", data },
          { name: "b", data: noise(400_000) },
        ]),
      );
      const part = "parts" in unzipped ? unzipped.parts.get("a") : null;
      // Byte by byte: a matcher takes half a minute over five million of them.
      expect(part?.length === bytes && data.every((byte, k) => part[k] === byte)).toBe(true);
    },
  );
});

describe("the rows of a file", () => {
  it("are 100,020 on a sheet: a header may stand below nineteen titles", () => {
    const context = { strings: [], dateStyles: [], date1904: false };
    const rows = (n: number) => parseSheet("<row><c><v>1</v></c></row>".repeat(n), context).rows;
    expect(rows(100_020)).toHaveLength(100_020);
    expect(() => rows(100_021)).toThrow("too_many_rows");
  });

  it("are 100,000 in JSON", () => {
    const rows = (n: number) =>
      parseJson(`[${Array.from({ length: n }, () => '{"a":1}').join()}]`).table?.rows;
    expect(rows(100_000)).toHaveLength(100_000);
    expect(rows(100_001)).toBeUndefined();
  });
});

describe("a workbook that is too large", () => {
  const sheet = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5])}</sheetData>`;
  const cases: [string, () => Uint8Array, string][] = [
    [
      "over 20 MB inflated",
      () => rawWorkbook(sheet, [{ name: "x.bin", data: noise(21 * 1024 * 1024) }]),
      "workbook_too_large",
    ],
    [
      "more than 100,000 rows",
      () =>
        rawWorkbook(
          `<sheetData>${Array.from({ length: 100_002 }, (_, i) => `<row><c><v>${(i * 7919) % 100_003}</v></c></row>`).join("")}</sheetData>`,
        ),
      "too_many_rows",
    ],
  ];
  it.each(cases)("%s is refused", (_name, bytes, code) =>
    expect(parseXlsx(bytes()).issues.map((i) => i.code)).toEqual([code]),
  );
});

/** Bytes that do not compress, the same ones each time. */
function noise(bytes: number): Uint8Array {
  const words = new Uint32Array(bytes / 4);
  let x = 1;
  for (let i = 0; i < words.length; i++) words[i] = x = Math.imul(x, 1664525) + 1013904223;
  return new Uint8Array(words.buffer);
}

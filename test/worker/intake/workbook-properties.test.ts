import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { parseXlsx } from "../../../worker/intake/parse-xlsx.js";
import { unzip } from "../../../worker/intake/unzip.js";
import { screenTable } from "../../../worker/intake/screen.js";
import { dressTable, dresses, months } from "./dresses.js";
import { sheetDresses, xlsxBytes } from "./sheets.js";
import { CORRUPTIONS, figuresOf, takeIn } from "./take-in.js";
import { rawRow, rawWorkbook, zip } from "./workbook.js";

const RUNS = { numRuns: 1000 };

describe("any valid table in a workbook", () => {
  it("is read as the same figures: numbers, days, texts, titles, gaps, hidden rows, other sheets", async () => {
    await fc.assert(
      fc.asyncProperty(months, dresses, sheetDresses, async (figures, dress, sheetDress) => {
        const { bytes } = await xlsxBytes(figures, dressTable(figures, dress), dress, sheetDress);
        expect(figuresOf(await takeIn(bytes, "xlsx"))).toEqual(figures);
      }),
      RUNS,
    );
  });
});

describe("any single corruption in a workbook", () => {
  it("is found at its row and column", async () => {
    const corruption = fc.record({
      row: fc.nat(1000),
      field: fc.constantFrom(...(Object.keys(CORRUPTIONS) as (keyof Figure)[])),
      text: fc.nat(100),
    });
    await fc.assert(
      fc.asyncProperty(
        months,
        dresses,
        sheetDresses,
        corruption,
        async (figures, dress, sheetDress, { row, field, text }) => {
          const table = dressTable(figures, dress);
          const [at, column] = [row % figures.length, table.fields.indexOf(field)];
          const wrong = CORRUPTIONS[field]!;
          table.rows[at]![column] = wrong[text % wrong.length]!;
          const { bytes, rowOf } = await xlsxBytes(figures, table, dress, sheetDress, { row: at, column });
          const result = await takeIn(bytes, "xlsx");
          expect(result.ok).toBe(false);
          const errors = result.issues.filter((issue) => issue.severity === "error");
          expect(errors.map((issue) => [issue.row, issue.column])).toContainEqual([
            rowOf(at),
            table.header[column],
          ]);
        },
      ),
      RUNS,
    );
  });
});

describe("a workbook that lists one sheet many times", () => {
  it("is refused before it is read so often", async () => {
    const sheet = `<sheetData>${rawRow(1, ["地区", "人口"])}${rawRow(2, ["01", 5])}</sheetData>`;
    const workbook = unzip(rawWorkbook(sheet));
    if ("fault" in workbook) throw new Error(workbook.fault);
    const parts = [...workbook.parts].map(([name, data]) => {
      const text = new TextDecoder().decode(data);
      return { name, data: text.replace(/<sheet [^>]*\/>/, (listed) => listed.repeat(3000)) };
    });
    expect(parseXlsx(zip(parts)).issues.map((issue) => issue.code)).toEqual(["broken_workbook"]);
  });
});

describe("a rate in a workbook", () => {
  it("raises no alarm however many digits it has", () => {
    // Counts over a power of two have as many digits as a personal number, now and then with its check digit.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4096 }), fc.nat(20_000), (part, whole) => {
        const sheet = `<sheetData>${rawRow(1, ["地区", "率"])}${rawRow(2, ["01", part / 4096 + whole])}</sheetData>`;
        const { table } = parseXlsx(rawWorkbook(sheet));
        expect(screenTable(table!)).toEqual([]);
        expect(Number(table!.rows[0]!.cells[1])).toBeCloseTo(part / 4096 + whole, 4);
      }),
      RUNS,
    );
  });
});

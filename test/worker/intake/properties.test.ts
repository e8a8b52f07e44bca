import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { District } from "../../../data/contract/district.js";
import type { Figure } from "../../../data/contract/figure.js";
import { NO_MAPPING } from "../../../worker/intake/mapping.js";
import { prepareUpload } from "../../../worker/intake/prepare-upload.js";
import { readFile } from "../../../worker/intake/read-file.js";
import { DISTRICTS, TODAY, TOWN, csvBytes, dressTable, dresses, months } from "./dresses.js";

const RUNS = { numRuns: 1000 };

const list = DISTRICTS.map((code): District => ({
  municipality: TOWN,
  code,
  name: `名${code}`,
  kana: null,
  name_en: null,
  area: null,
  tile_x: null,
  tile_y: null,
}));

async function intake(bytes: Uint8Array, format: "csv" | "json" = "csv") {
  const file = await readFile(bytes, format);
  if (!file.table) return { ok: false as const, issues: file.issues };
  return prepareUpload(file.table, {
    mapping: NO_MAPPING,
    fileIssues: file.issues,
    today: TODAY,
    expectedMunicipality: TOWN,
    provenance: "reported",
    districtsOf: async () => list,
    historyOf: async () => [],
  });
}

/** The figures of an accepted file in the order of its rows. */
function figuresOf(result: Awaited<ReturnType<typeof intake>>): Figure[] {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.upload.dates
    .flatMap((date) => date.figures)
    .toSorted((a, b) => a.row - b.row)
    .map(({ row: _row, area: _area, ...figure }) => figure);
}

/** Texts that are wrong in a field whatever stands around them. */
const CORRUPTIONS: Partial<Record<keyof Figure, readonly string[]>> = {
  municipality: ["011003", "札幌市", "0110021"],
  as_of: ["2026-02-30", "2015-12-31", "2027-01-01", "来月", "1/2/21"],
  district: ["どこか", "99"],
  age_band: ["若者", "9-4"],
  sex: ["不明", "x"],
  population: ["-1", "1.5", "多い", "", "9999999999"],
  applications: ["-1", "0.5", "57%", "いくつか"],
  issued: ["▲3", "1/2", "1,23"],
  held: ["−7", "12枚", "1e3"],
};

describe("any valid table in any usual dress", () => {
  it("is read as the same figures", async () => {
    await fc.assert(
      fc.asyncProperty(months, dresses, async (figures, dress) => {
        expect(figuresOf(await intake(csvBytes(dressTable(figures, dress), dress)))).toEqual(figures);
      }),
      RUNS,
    );
  });

  it("comes back from JSON as it went", async () => {
    await fc.assert(
      fc.asyncProperty(months, async (figures) => {
        const bytes = new TextEncoder().encode(JSON.stringify({ figures }));
        expect(figuresOf(await intake(bytes, "json"))).toEqual(figures);
      }),
      RUNS,
    );
  });
});

describe("any single corruption", () => {
  it("is found at its row and column", async () => {
    const corruption = fc.record({
      row: fc.nat(1000),
      field: fc.constantFrom(...(Object.keys(CORRUPTIONS) as (keyof Figure)[])),
      text: fc.nat(100),
    });
    await fc.assert(
      fc.asyncProperty(months, dresses, corruption, async (figures, dress, { row, field, text }) => {
        const table = dressTable(figures, dress);
        const [at, column] = [row % figures.length, table.fields.indexOf(field)];
        const wrong = CORRUPTIONS[field]!;
        table.rows[at]![column] = wrong[text % wrong.length]!;
        const result = await intake(csvBytes(table, dress));
        expect(result.ok).toBe(false);
        expect(
          result.issues.filter((i) => i.severity === "error").map((i) => [i.row, i.column]),
        ).toContainEqual([at + 2, table.header[column]]);
        for (const said of result.issues) expect(JSON.stringify(said.message)).not.toContain("どこか");
      }),
      RUNS,
    );
  });

  it("of a key, by saying a row twice, is found at the second", async () => {
    await fc.assert(
      fc.asyncProperty(months, dresses, fc.nat(1000), async (figures, dress, n) => {
        const table = dressTable(figures, dress);
        table.rows.push([...table.rows[n % table.rows.length]!]);
        const result = await intake(csvBytes(table, dress));
        expect(result.issues.map((i) => [i.row, i.code])).toContainEqual([
          table.rows.length + 1,
          "duplicate_key",
        ]);
      }),
      RUNS,
    );
  });
});

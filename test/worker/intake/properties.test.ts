import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { csvBytes, dressTable, dresses, months } from "./dresses.js";
import { CORRUPTIONS, figuresOf, takeIn } from "./take-in.js";

const RUNS = { numRuns: 1000 };

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe("any valid table in any usual dress", () => {
  it("is read as the same figures", async () => {
    await fc.assert(
      fc.asyncProperty(months, dresses, async (figures, dress) => {
        const bytes = csvBytes(dressTable(figures, dress), dress);
        expect(figuresOf(await takeIn(bytes, "csv"))).toEqual(figures);
      }),
      RUNS,
    );
  });

  it("is read as the same figures from JSON and from lines of JSON", async () => {
    await fc.assert(
      fc.asyncProperty(months, dresses, async (figures, dress) => {
        const { header, rows } = dressTable(figures, dress);
        const objects = rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i]!, cell])));
        expect(figuresOf(await takeIn(json(objects), "json"))).toEqual(figures);
        const lines = objects.map((object) => JSON.stringify(object)).join(dress.newline);
        expect(figuresOf(await takeIn(new TextEncoder().encode(lines), "ndjson"))).toEqual(figures);
      }),
      RUNS,
    );
  });

  it("comes back from JSON as it went", async () => {
    await fc.assert(
      fc.asyncProperty(months, async (figures) => {
        expect(figuresOf(await takeIn(json({ figures }), "json"))).toEqual(figures);
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
        const result = await takeIn(csvBytes(table, dress), "csv");
        expect(result.ok).toBe(false);
        expect(
          result.issues.filter((i) => i.severity === "error").map((i) => [i.row, i.column]),
        ).toContainEqual([dress.titles + at + 2, table.header[column]]);
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
        const result = await takeIn(csvBytes(table, dress), "csv");
        expect(result.issues.map((i) => [i.row, i.code])).toContainEqual([
          dress.titles + table.rows.length + 1,
          "duplicate_key",
        ]);
      }),
      RUNS,
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { osakaFigures, sampleFigures, type Material } from "../../../scripts/disclosure/sample-figures.js";
import { ledger } from "./random-ledger.js";
import { openTown, type TownDatabase } from "./town-database.js";

const RANDOM_LEDGERS = 200;

const sourceOf = (material: Material, name: string, prefecture: string): PageSource => ({
  municipality: { code: material.municipality, name, prefecture },
  figures: material.figures,
  districts: material.districts,
  synthetic: false,
  published: [],
});

/** A page's numbers, made in both ways: they must be equal. */
export interface BothWays {
  byQueries: unknown;
  byRows: unknown;
}
export type Comparison = (source: PageSource, database: TownDatabase) => Promise<BothWays>;

/**
 * Holds a page's numbers on the sample, on a real city of 902 areas and on 200 random ledgers: whatever a page asks
 * DuckDB over figures.parquet must equal what data/indicators makes of the same rows.
 */
export function holdsForEveryTown(compare: Comparison): void {
  const bothWays = async (source: PageSource) => {
    const database = await openTown(source);
    try {
      return await compare(source, database);
    } finally {
      database.close();
    }
  };
  it("equals the rows of the sample", { timeout: 120_000 }, async () => {
    const { byQueries, byRows } = await bothWays(sourceOf(sampleFigures(), "志賀町", "石川県"));
    expect(byQueries).toEqual(byRows);
  });
  const osaka = osakaFigures();
  it.skipIf(osaka === null)("equals the rows of a real city's 902 areas (../shared)", async () => {
    const { byQueries, byRows } = await bothWays(sourceOf(osaka!, "大阪市", "大阪府"));
    expect(byQueries).toEqual(byRows);
  });
  it(`equals the rows of ${RANDOM_LEDGERS} random ledgers`, { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (source) => {
        const { byQueries, byRows } = await bothWays(source);
        expect(byQueries).toEqual(byRows);
      }),
      { numRuns: RANDOM_LEDGERS },
    );
  });
}

import fc from "fast-check";
import { it } from "vitest";
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

/** How a page's numbers are compared: what the queries give against what the rows give. */
export type Comparison = (source: PageSource, database: TownDatabase) => Promise<void>;

/**
 * Holds a page's numbers on the sample, on a real city of 902 areas and on 200 random ledgers: whatever a page asks
 * DuckDB over figures.parquet must equal what data/indicators makes of the same rows.
 */
export function holdsForEveryTown(compare: Comparison): void {
  const inDatabase = async (source: PageSource) => {
    const database = await openTown(source);
    try {
      await compare(source, database);
    } finally {
      database.close();
    }
  };
  it("equals the rows of the sample", { timeout: 120_000 }, () =>
    inDatabase(sourceOf(sampleFigures(), "志賀町", "石川県")),
  );
  const osaka = osakaFigures();
  it.skipIf(osaka === null)("equals the rows of a real city's 902 areas (../shared)", () =>
    inDatabase(sourceOf(osaka!, "大阪市", "大阪府")),
  );
  it(`equals the rows of ${RANDOM_LEDGERS} random ledgers`, { timeout: 300_000 }, async () => {
    await fc.assert(fc.asyncProperty(ledger, inDatabase), { numRuns: RANDOM_LEDGERS });
  });
}

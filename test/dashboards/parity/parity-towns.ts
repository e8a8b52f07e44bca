import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { osakaFigures, sampleFigures, type Material } from "../../../scripts/disclosure/sample-figures.js";
import { agesPage } from "./ages.js";
import type { Comparison } from "./both-ways.js";
import { comparisonPage } from "./comparison-ages.js";
import { districtPage, districtsPage } from "./districts.js";
import { outlookPage } from "./outlook.js";
import { pickupPage } from "./pickup.js";
import { progressPage } from "./progress.js";
import { ledger } from "./random-ledger.js";
import { openTown } from "./town-database.js";

/**
 * Whatever a page asks DuckDB over figures.parquet must equal what data/indicators makes of the same rows. A town is
 * opened once for all pages.
 */
const PAGES: Record<string, Comparison> = {
  progress: progressPage,
  districts: districtsPage,
  "one district": districtPage,
  ages: agesPage,
  outlook: outlookPage,
  pickup: pickupPage,
  comparison: comparisonPage,
};

const sourceOf = (material: Material, name: string, prefecture: string): PageSource => ({
  municipality: { code: material.municipality, name, prefecture },
  figures: material.figures,
  districts: material.districts,
  synthetic: false,
  published: [],
});

/** The pages whose numbers differ, with both. */
async function differences(source: PageSource): Promise<object[]> {
  const database = await openTown(source);
  const found: object[] = [];
  for (const [page, compare] of Object.entries(PAGES)) {
    const { byQueries, byRows } = await compare(source, database);
    try {
      expect(byQueries).toEqual(byRows);
    } catch {
      found.push({ page, byQueries, byRows });
    }
  }
  database.close();
  return found;
}

/** The sample, and a real city of 902 areas. */
export function holdsForKnownTowns(): void {
  describe("every page's numbers by queries", () => {
    it("equal the rows of the sample", async () => {
      expect(await differences(sourceOf(sampleFigures(), "志賀町", "石川県"))).toEqual([]);
    });
    const osaka = osakaFigures();
    it.skipIf(osaka === null)("equal the rows of a real city's 902 areas (../shared)", async () => {
      expect(await differences(sourceOf(osaka!, "大阪市", "大阪府"))).toEqual([]);
    });
  });
}

/** Ledgers as the contract allows them: two files draw half of the 200 each, so that both cores work. */
export function holdsForRandomLedgers(seed: number): void {
  it("every page's numbers by queries equal the rows of 100 random ledgers", { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(ledger, async (source) => expect(await differences(source)).toEqual([])),
      { numRuns: 100, seed },
    ),
  );
}

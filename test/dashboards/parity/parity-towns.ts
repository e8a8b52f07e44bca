import fc from "fast-check";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { Material } from "../../../scripts/disclosure/sample-figures.js";
import { holdPages } from "./hold-pages.js";
import { ledger } from "./random-ledger.js";
import { openTown } from "./town-database.js";

export const sourceOf = (material: Material, name: string, prefecture: string): PageSource => ({
  municipality: { code: material.municipality, name, prefecture },
  figures: material.figures,
  districts: material.districts,
  synthetic: false,
  published: [],
});

/** Every page of one town, by queries over its figures.parquet and by its rows. */
export async function holdTown(source: PageSource, choices: "every" | "last"): Promise<number> {
  const database = await openTown(source);
  try {
    return await holdPages(source, database, choices);
  } finally {
    database.close();
  }
}

/** The same of random ledgers, of one seed. @returns how many addresses were held */
export async function holdRandomTowns(seed: number, runs: number): Promise<number> {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(ledger, async (source) => {
      held += await holdTown(source, "last");
    }),
    { numRuns: runs, seed },
  );
  return held;
}

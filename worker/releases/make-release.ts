import { ALL } from "../../data/contract/figure.js";
import { townTotals } from "../../data/indicators/totals.js";
import { figuresAt, type LedgerFigure } from "../ledger/figures.js";
import { recordedAt } from "../ledger/revisions.js";
import type { Bundle } from "../snapshots/files.js";
import { makeBundle } from "../snapshots/make-bundle.js";
import type { DisclosureReport } from "./release.js";

/**
 * The public files of a municipality at a revision, up to an as-of date. Until figures of districts can
 * be protected, only the municipality's totals leave: no district, no age, no sex.
 * @returns null where there is nothing to publish.
 */
export async function makeRelease(
  db: D1Database,
  municipality: string,
  revision: number,
  through: string,
): Promise<{ bundle: Bundle; report: DisclosureReport } | null> {
  const at = await recordedAt(db, municipality, revision);
  const inside = (await figuresAt(db, municipality, revision)).filter((f) => f.as_of <= through);
  if (at === null || inside.length === 0) return null;
  const figures = totalsAsFigures(municipality, inside);
  const bundle = await makeBundle({
    kind: "release",
    municipality,
    revision,
    recordedAt: at,
    figures,
    districts: [],
  });
  const withheld = new Set(inside.map((f) => f.district));
  withheld.delete(ALL);
  return {
    bundle,
    report: {
      policy: "totals",
      as_of_dates: figures.length,
      rows_published: figures.length,
      figures_withheld: inside.length,
      districts_withheld: withheld.size,
    },
  };
}

function totalsAsFigures(municipality: string, figures: readonly LedgerFigure[]): LedgerFigure[] {
  const synthetic = new Set(figures.filter((f) => f.provenance === "synthetic").map((f) => f.as_of));
  return townTotals(figures).map((total) => ({
    municipality,
    district: ALL,
    age_band: ALL,
    sex: ALL,
    provenance: synthetic.has(total.as_of) ? "synthetic" : "reported",
    ...total,
  }));
}

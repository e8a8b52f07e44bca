import { MEASURES } from "../../contract/figure.js";
import { boundHidden } from "../outside/bound-hidden.js";
import { publishedTables } from "../outside/published-tables.js";
import { trueCounts } from "../outside/true-counts.js";
import type { LpSolver } from "../solve/lp-solver.js";
import type { AuditedRelease, PossibleTowns } from "./certificate.js";
import type { Verdict } from "./prove.js";
import type { System, Target } from "./system.js";

/**
 * Settles what no single town could: a value may be wide enough only by towns in which many series move differently
 * on many dates, and a system of all leaves and dates is too large for whole numbers. The bounds from published
 * cells (docs/decisions/018) say then how wide it is, as a linear program sees it.
 * @param doubtful targets that were left narrow.
 * @returns a verdict for each of them that the bounds find wide enough, or no wider without this release.
 */
export function settleByBounds(
  { cells, dates }: System,
  doubtful: readonly Target[],
  releases: readonly AuditedRelease[],
  towns: readonly PossibleTowns[],
  solver: LpSolver,
): Map<Target, Verdict> {
  const named = releases.map((release, i) => ({ ...release, id: String(i) }));
  const candidate = named.at(-1)!;
  const found = boundHidden(
    publishedTables(candidate.id, candidate.tables),
    named.slice(0, -1).map(({ id, tables }) => publishedTables(id, tables)),
    candidate.tables.policy.smallestCount,
    solver,
    { towns, effort: 0, truth: trueCounts(new Map(named.map(({ id, figures }) => [id, figures]))) },
  );
  const keyOf = (as_of: string, cell: string, measure: string): string => `${as_of}|${cell}|${measure}`;
  const bounds = new Map(found.bounds.map((b) => [keyOf(b.as_of, b.cell, b.measure), b]));
  const settled = new Map<Target, Verdict>();
  for (const target of doubtful) {
    const measure = MEASURES[target.measure]!;
    const bound = bounds.get(keyOf(dates[target.date]!, cells[target.cell]!.people, measure));
    if (!bound || bound.told_by !== null) continue;
    const width = bound.upper - bound.lower;
    // Not by what the bounds call required: that is less where a cell's own later values are told.
    if (width >= target.need) settled.set(target, { status: "protected", width });
    else if (bound.exposed) settled.set(target, { status: "exposed", width });
  }
  return settled;
}

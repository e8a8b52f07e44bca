import { MEASURES } from "../../contract/figure.js";
import type { ProtectedTables } from "../published.js";
import type { LpSolver } from "../solve/lp-solver.js";
import { buildSystem } from "./build-system.js";
import type { AuditedRelease, AuditFault, AuditResult } from "./certificate.js";
import type { Direction, Programs } from "./direction.js";
import { seriesText } from "./label.js";
import { prove, type Verdict } from "./prove.js";
import { readPublished } from "./read-published.js";
import { settleByBounds } from "./settle-by-bounds.js";
import type { System, Target } from "./system.js";
import { thresholdFaults } from "./thresholds.js";

export interface AuditOptions {
  /** For trials: stop at the first fault, and call narrow what only the largest programs could settle. */
  quick?: boolean;
}

/** An audit that can be asked about one pattern after the other; what it found out once it need not find again. */
export interface Auditor {
  /** @param tables the candidate under another pattern; its figures and cells stay the same. */
  audit(tables: ProtectedTables, options?: AuditOptions): AuditResult;
}

/**
 * Prepares the audit of a release against all earlier ones.
 * @param earlier every release ever published, oldest first, withdrawn ones too: they were read.
 */
export function prepareAudit(
  solver: LpSolver,
  earlier: readonly AuditedRelease[],
  candidate: AuditedRelease,
): Auditor {
  const system = buildSystem([...earlier, candidate]);
  const known: Direction[] = [];
  return {
    audit: (tables, options = {}) =>
      auditTables(system, solver, earlier, { ...candidate, tables }, known, options),
  };
}

/**
 * Audits a release from its published tables and those of all earlier releases. For each hidden value it looks
 * for other figures of the town, down to the finest cell and in whole numbers, that agree with everything
 * published and known and in which the hidden value differs by as much as the policy asks.
 *
 * What it proves holds against anybody who knows all published tables, the residents of every cell, and every
 * order the true counts obey: no count below zero or above the residents, none falling with time, none of
 * held, issued and applications above the next.
 */
export function auditRelease(
  solver: LpSolver,
  earlier: readonly AuditedRelease[],
  candidate: AuditedRelease,
): AuditResult {
  return prepareAudit(solver, earlier, candidate).audit(candidate.tables);
}

function auditTables(
  system: System,
  solver: LpSolver,
  earlier: readonly AuditedRelease[],
  candidate: AuditedRelease,
  directions: Direction[],
  { quick = false }: AuditOptions,
): AuditResult {
  const { tables } = candidate;
  const small = thresholdFaults(tables);
  const published = readPublished(system, [...earlier.map((r) => r.tables), tables]);
  const programs: Programs = { solver, count: 0, largest: 0 };
  if (quick && small.length > 0) return failed(solver, small);
  const proof = prove(system, published, programs, directions, quick);
  const settled = quick ? new Map<Target, Verdict>() : settleRest();
  const faults: AuditFault[] = [...small];
  let known = 0;
  let exposed = 0;
  let smallestWidth: number | null = null;
  published.targets.forEach((target, i) => {
    const { status, width } = settled.get(target) ?? proof.verdicts[i]!;
    if (status === "known") known++;
    else if (status === "exposed") exposed++;
    else if (status === "narrow") {
      faults.push({
        kind: width === 0 ? "told" : "narrow",
        series: seriesText(system.cells[target.cell]!, MEASURES[target.measure]!),
        measure: MEASURES[target.measure]!,
        as_of: system.dates[target.date]!,
        width,
      });
    } else if (target.need === tables.policy.smallestCount) {
      smallestWidth = Math.min(smallestWidth ?? Infinity, width);
    }
  });
  const hidden = published.targets.length;
  const narrow = published.targets.filter(
    (target, i) => (settled.get(target) ?? proof.verdicts[i]!).status === "narrow",
  ).length;
  /** A value that was told before is known; one that could not be moved at all may still be. */
  function settleRest(): Map<Target, Verdict> {
    const doubtful = published.targets.filter((_, i) => proof.verdicts[i]!.status === "narrow");
    if (doubtful.length === 0) return new Map();
    return settleByBounds(system, doubtful, [...earlier, candidate], proof.towns, solver);
  }
  return {
    towns: proof.towns,
    certificate: {
      passed: faults.length === 0,
      solver: solver.version,
      hidden,
      protected: hidden - known - exposed - narrow,
      bounded: [...settled.values()].filter((v) => v.status === "protected").length,
      known,
      exposed,
      smallestWidth,
      witnesses: proof.witnesses,
      programs: programs.count,
      largestProgram: programs.largest,
    },
    faults,
  };
}

const failed = (solver: LpSolver, faults: AuditFault[]): AuditResult => ({
  towns: [],
  certificate: {
    passed: false,
    solver: solver.version,
    hidden: 0,
    protected: 0,
    bounded: 0,
    known: 0,
    exposed: 0,
    smallestWidth: null,
    witnesses: 0,
    programs: 0,
    largestProgram: 0,
  },
  faults,
});

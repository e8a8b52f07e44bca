import { auditRelease } from "../../data/disclosure/audit/audit.js";
import type { AuditedRelease, AuditFault, AuditResult } from "../../data/disclosure/audit/certificate.js";
import { MEASURES } from "../../data/contract/figure.js";
import { boundHidden, type HiddenBounds } from "../../data/disclosure/outside/bound-hidden.js";
import { boundsCertificate, isTooNarrow, widthOf } from "../../data/disclosure/outside/bounds-certificate.js";
import { publishedTables, type PublishedTables } from "../../data/disclosure/outside/published-tables.js";
import { trueCounts } from "../../data/disclosure/outside/true-counts.js";
import type { LpSolver } from "../../data/disclosure/solve/lp-solver.js";

/**
 * Columns of linear programs that may be solved to say how wide the narrowest value is: some seconds. A town with few
 * dates is done long before; else the certificate says how wide every value is at least, and `npm run audit` goes on
 * until the narrowest is known.
 */
const EFFORT = 30_000;

/** A release that is about to be made: what was decided, and the file that everybody will read. */
export interface Candidate extends AuditedRelease {
  id: string;
  /** The bytes of its tables.json. */
  tablesFile: Uint8Array;
}

/**
 * Proves a release twice, by two programs that share no more than the solver: another possible town for each hidden
 * value (docs/decisions/012), and how far the published file and all earlier ones let each be narrowed down (018).
 * @param first the first proof, where it was made already.
 * @param earlier every release ever published with its id, oldest first.
 */
export function proveRelease(
  solver: LpSolver,
  earlier: readonly (AuditedRelease & { id: string })[],
  candidate: Candidate,
  first: AuditResult = auditRelease(solver, earlier, candidate),
): AuditResult {
  const { smallestCount } = candidate.tables.policy;
  const published = JSON.parse(new TextDecoder().decode(candidate.tablesFile)) as PublishedTables;
  const ledgers = new Map([...earlier, candidate].map(({ id, figures }) => [id, figures]));
  const found = boundHidden(
    published,
    earlier.map(({ id, tables }) => publishedTables(id, tables)),
    smallestCount,
    solver,
    { truth: trueCounts(ledgers), towns: first.towns, effort: EFFORT },
  );
  const bounds = boundsCertificate(found, smallestCount);
  const narrow = found.bounds.filter(isTooNarrow).map((b) => faultOf(b, published));
  const known = new Set(first.faults.map((fault) => `${fault.series} ${fault.as_of}`));
  return {
    towns: first.towns,
    certificate: { ...first.certificate, passed: first.certificate.passed && bounds.narrow === 0, bounds },
    faults: [...first.faults, ...narrow.filter((fault) => !known.has(`${fault.series} ${fault.as_of}`))],
  };
}

/** A cell is named by its people there, and an area by its name where faults are told. */
function faultOf(bound: HiddenBounds, { places }: PublishedTables): AuditFault {
  const [people = "", ...rest] = bound.cell.split("|");
  const area = places.find((p) => p.kind === "area" && `area:${[...p.members].sort().join("+")}` === people);
  const place = people === "town" ? "town:all" : area ? `area:${area.code}` : people;
  const measure = MEASURES.find((m) => m === bound.measure)!;
  const series = [place, ...rest, measure].join("|");
  return { kind: "narrow", series, measure, as_of: bound.as_of, width: widthOf(bound) };
}

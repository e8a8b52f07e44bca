import type { ChangeCounts } from "../../data/contract/api/counts.js";
import type { FileIssue } from "../../data/contract/api/issue.js";
import { ALL, type Provenance } from "../../data/contract/figure.js";
import { sumOfCounts } from "../../data/indicators/totals.js";
import { grainOf, sameCells, type DateRows } from "../intake/check-grain.js";
import type { PreparedUpload } from "../intake/prepare-upload.js";
import type { ReadFigure } from "../intake/read-rows.js";
import { issue } from "../intake/words.js";
import { cellKey, readCells, sameCell, writeCells } from "./cells.js";
import { currentRevision } from "./revisions.js";
import { openStatementsOf, type Statement, type StoredStatement } from "./statements.js";

/** What would be written: statements to open, ids to close, and the figures that differ. */
export interface LedgerChange {
  /** The revision it was compared with. */
  revision: number;
  open: Statement[];
  close: number[];
  counts: ChangeCounts;
  issues: FileIssue[];
}

/**
 * Compares a prepared upload with the ledger. Each district of a date that the file holds is replaced by
 * what the file says, the date's other districts stay; a town's total gives way to its districts.
 */
export async function compareUpload(
  db: D1Database,
  { municipality, dates }: PreparedUpload,
  provenance: Provenance,
): Promise<LedgerChange> {
  const revision = await currentRevision(db, municipality);
  const open = await openStatementsOf(
    db,
    municipality,
    dates.map((d) => d.as_of),
  );
  const openByDate = Map.groupBy(open, (s) => s.as_of);
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const change: LedgerChange = { revision, open: [], close: [], counts, issues: [] };
  for (const date of dates) compareDate(date, openByDate.get(date.as_of) ?? [], provenance, change);
  return change;
}

function compareDate(
  date: DateRows,
  open: readonly StoredStatement[],
  provenance: Provenance,
  change: LedgerChange,
): void {
  const others = open.filter((s) => !date.districts.has(s.district) && s.district !== ALL);
  const row = date.figures[0]?.row ?? null;
  if (others.length > 0 && !date.grain.byDistrict) change.issues.push(issue("grain_coarser", row, null));
  else if (others.length > 0 && !sameCells(grainOf(others.flatMap(cellsOf)), date.grain)) {
    change.issues.push(issue("grain_differs", row, null));
  }
  const replaced = new Map(
    open.filter((s) => date.districts.has(s.district) || s.district === ALL).map((s) => [s.district, s]),
  );
  for (const [district, rows] of date.districts) {
    const before = replaced.get(district);
    replaced.delete(district);
    compareDistrict(rows, before, provenance, change);
  }
  for (const gone of replaced.values()) {
    change.close.push(gone.id);
    change.counts.removed += readCells(gone.cells).length;
  }
}

function compareDistrict(
  rows: readonly ReadFigure[],
  before: StoredStatement | undefined,
  provenance: Provenance,
  { open, close, counts }: LedgerChange,
): void {
  const cells = writeCells(rows);
  const isSameOrigin = before?.provenance === provenance;
  if (isSameOrigin && before.cells === cells) {
    counts.unchanged += rows.length;
    return;
  }
  const old = new Map((before ? readCells(before.cells) : []).map((cell) => [cellKey(cell), cell]));
  let differs = before === undefined;
  for (const row of rows) {
    const was = old.get(cellKey(row));
    old.delete(cellKey(row));
    const kind = !was ? "added" : isSameOrigin && sameCell(was, row) ? "unchanged" : "changed";
    counts[kind] += 1;
    differs ||= kind !== "unchanged";
  }
  counts.removed += old.size;
  // The same cells in another order say nothing new.
  if (!differs && old.size === 0) return;
  const { municipality, as_of, district } = rows[0]!;
  open.push({ municipality, as_of, district, cells, ...sumOfCounts(rows), provenance });
  if (before) close.push(before.id);
}

const cellsOf = ({ municipality, as_of, district, cells }: StoredStatement) =>
  readCells(cells).map((cell) => ({ municipality, as_of, district, ...cell }));

import type { ChangeCounts } from "../../data/contract/api/counts.js";
import type { ReferenceImport } from "../../data/contract/api/reference-import.js";
import {
  REFERENCE_COLUMNS,
  REFERENCE_SERIES,
  referenceKey,
  referenceScope,
  type ReferenceFigure,
} from "../../data/contract/reference-series.js";
import { auditLine } from "../ledger/audit-log.js";
import { compareSums } from "./compare-sums.js";
import {
  closeReference,
  currentImport,
  importByDigest,
  insertImport,
  insertReference,
  openReference,
} from "./ledger.js";
import type { ReferenceReading } from "./reading.js";

/** Writers that meet try again from the new state; more than this in a row is a fault worth showing. */
const MAX_ATTEMPTS = 5;

interface Change {
  open: ReferenceFigure[];
  close: number[];
  counts: ChangeCounts;
  /** What will be known of the dates. */
  after: ReferenceFigure[];
}

/**
 * Compares a read table with what is known and, unless `dryRun`, writes it in one transaction as a new
 * import: figures that are new or differ are opened, what they replace is closed. The import itself is kept
 * also where it changes nothing, so that its bytes are known.
 */
export async function importTable(
  db: D1Database,
  reading: ReferenceReading & { ok: true },
  by: { sha256: string; actor: string; at: string; rows: number },
  dryRun: boolean,
): Promise<{ result: ReferenceImport; known: boolean }> {
  const figures = reading.figures.map(({ row: _, ...figure }) => figure);
  const as_of = [...new Set(figures.map((f) => f.as_of))].sort();
  for (let attempt = 1; ; attempt++) {
    const newest = await currentImport(db);
    const change = compare(figures, await openReference(db, as_of));
    const result: ReferenceImport = {
      import: newest + 1,
      series: reading.series,
      tables: countTables(figures),
      sha256: by.sha256,
      imported_at: by.at,
      actor: by.actor,
      rows: by.rows,
      as_of,
      changes: change.counts,
      notes: reading.notes,
      issues: reading.issues,
      sums: compareSums(change.after),
    };
    if (dryRun) return { result, known: false };
    try {
      await db.batch([
        insertImport(db, result),
        ...closeReference(db, change.close, result.import),
        ...insertReference(db, change.open, result.import),
        auditLine(db, {
          at: by.at,
          actor: by.actor,
          action: "reference.imported",
          municipality: null,
          target: `reference-import ${result.import}`,
          digest: by.sha256,
        }),
      ]);
      return { result, known: false };
    } catch (error) {
      const known = await importByDigest(db, by.sha256);
      if (known) return { result: known, known: true };
      const overtaken = (await currentImport(db)) !== newest;
      if (!overtaken || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function countTables(figures: readonly ReferenceFigure[]): ReferenceImport["tables"] {
  const bySeries = Map.groupBy(figures, (figure) => figure.series);
  return REFERENCE_SERIES.flatMap((series) => {
    const of = bySeries.get(series);
    return of ? [{ series, figures: of.length }] : [];
  });
}

const same = (a: ReferenceFigure, b: ReferenceFigure): boolean =>
  REFERENCE_COLUMNS.every((column) => a[column] === b[column]);

function compare(
  figures: readonly ReferenceFigure[],
  known: readonly (ReferenceFigure & { id: number })[],
): Change {
  const stated = new Set(figures.map(referenceScope));
  const replaced = new Map(
    known.filter((f) => stated.has(referenceScope(f))).map((f) => [referenceKey(f), f]),
  );
  const others = known.filter((f) => !stated.has(referenceScope(f)));
  const counts: ChangeCounts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const change: Change = { open: [], close: [], counts, after: [...others, ...figures] };
  for (const figure of figures) {
    const key = referenceKey(figure);
    const before = replaced.get(key);
    replaced.delete(key);
    if (before && same(before, figure)) {
      counts.unchanged += 1;
      continue;
    }
    change.open.push(figure);
    if (before) change.close.push(before.id);
    counts[before ? "changed" : "added"] += 1;
  }
  for (const gone of replaced.values()) change.close.push(gone.id);
  counts.removed = replaced.size;
  return change;
}

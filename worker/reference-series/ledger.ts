import type { ChangeCounts } from "../../data/contract/api/counts.js";
import type { ReferenceImport } from "../../data/contract/api/reference-import.js";
import {
  REFERENCE_COLUMNS,
  type ReferenceFigure,
  type ReferenceSeries,
} from "../../data/contract/reference-series.js";

/** A reference figure as the ledger knows it: with where it was published and when it came in. */
export interface KnownReference extends ReferenceFigure {
  source: string;
  imported_at: string;
}

interface ImportRow extends ChangeCounts {
  number: number;
  series: ReferenceSeries;
  sha256: string;
  imported_at: string;
  actor: string;
  row_count: number;
  as_of_dates: string;
  report: string;
}

/** D1 takes parameters below 1 MB; 5,000 figures as JSON are about 500 kB. */
const ROWS_PER_STATEMENT = 5000;

const COLUMNS = REFERENCE_COLUMNS.join(", ");

/** The newest import's number; 0 where nothing was imported yet. */
export async function currentImport(db: D1Database): Promise<number> {
  const row = await db
    .prepare("SELECT max(number) AS number FROM reference_imports")
    .first<{ number: number | null }>();
  return row?.number ?? 0;
}

/** The newest import at a moment; 0 where there was none yet. */
export async function importKnownAt(db: D1Database, moment: string): Promise<number> {
  const row = await db
    .prepare("SELECT max(number) AS number FROM reference_imports WHERE imported_at <= ?")
    .bind(moment)
    .first<{ number: number | null }>();
  return row?.number ?? 0;
}

export async function importByDigest(db: D1Database, sha256: string): Promise<ReferenceImport | null> {
  const row = await db
    .prepare("SELECT * FROM reference_imports WHERE sha256 = ?")
    .bind(sha256)
    .first<ImportRow>();
  if (!row) return null;
  const { number, series, imported_at, actor, added, changed, removed, unchanged } = row;
  const report = JSON.parse(row.report) as Pick<ReferenceImport, "notes" | "issues" | "sums"> &
    Partial<Pick<ReferenceImport, "tables">>;
  const changes = { added, changed, removed, unchanged };
  const as_of = JSON.parse(row.as_of_dates) as string[];
  return {
    import: number,
    series,
    sha256,
    imported_at,
    actor,
    rows: row.row_count,
    as_of,
    changes,
    // Imports from before there were workbooks held one table each.
    tables: [{ series, figures: added + changed + unchanged }],
    ...report,
  };
}

/** The open figures of some dates, of every series, with the ids by which they can be closed. */
export async function openReference(
  db: D1Database,
  dates: readonly string[],
): Promise<(ReferenceFigure & { id: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT id, ${COLUMNS} FROM reference_figures
       WHERE superseded_in IS NULL AND as_of IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(dates))
    .all<ReferenceFigure & { id: number }>();
  return results;
}

export interface ReferenceQuery {
  code: string | null;
  /** Two digits: the prefecture and its municipalities. */
  prefecture: string | null;
  from: string;
  to: string;
}

/** The figures that import `number` knew, in no particular order. */
export async function referenceAt(
  db: D1Database,
  number: number,
  { code, prefecture, from, to }: ReferenceQuery,
): Promise<KnownReference[]> {
  const [first, last] =
    code !== null ? [code, code] : prefecture ? [prefecture, `${prefecture}9999`] : ["", "~"];
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS.split(", ")
        .map((column) => `f.${column}`)
        .join(", ")}, f.source, i.imported_at
       FROM reference_figures f JOIN reference_imports i ON i.number = f.opened_in
       WHERE f.code BETWEEN ?1 AND ?2 AND f.as_of BETWEEN ?3 AND ?4
         AND f.opened_in <= ?5 AND (f.superseded_in IS NULL OR f.superseded_in > ?5)`,
    )
    .bind(first, last, from, to, number)
    .all<KnownReference>();
  return results;
}

/** The dates of which import `number` knew anything, oldest first. */
export async function datesKnownAt(db: D1Database, number: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT as_of FROM reference_figures
       WHERE opened_in <= ?1 AND (superseded_in IS NULL OR superseded_in > ?1) ORDER BY as_of`,
    )
    .bind(number)
    .all<{ as_of: string }>();
  return results.map((r) => r.as_of);
}

/** The primary key lets only one writer have a number: a batch that comes second fails whole. */
export function insertImport(db: D1Database, entry: ReferenceImport): D1PreparedStatement {
  const { changes, notes, issues, sums, tables } = entry;
  return db
    .prepare(
      `INSERT INTO reference_imports (number, sha256, series, as_of_dates, imported_at, actor, row_count,
         added, changed, removed, unchanged, report)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      entry.import,
      entry.sha256,
      entry.series,
      JSON.stringify(entry.as_of),
      entry.imported_at,
      entry.actor,
      entry.rows,
      changes.added,
      changes.changed,
      changes.removed,
      changes.unchanged,
      JSON.stringify({ notes, issues, sums, tables }),
    );
}

export function insertReference(
  db: D1Database,
  figures: readonly ReferenceFigure[],
  number: number,
): D1PreparedStatement[] {
  const values = REFERENCE_COLUMNS.map((_, i) => `value->>${i}`).join(", ");
  const statement = db.prepare(
    `INSERT INTO reference_figures (${COLUMNS}, source, opened_in)
     SELECT ${values}, '総務省「マイナンバーカード交付状況」（' || (value->>2) || '現在）', ?2 FROM json_each(?1)`,
  );
  const chunks = Array.from({ length: Math.ceil(figures.length / ROWS_PER_STATEMENT) }, (_, i) =>
    figures.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT),
  );
  return chunks.map((chunk) =>
    statement.bind(JSON.stringify(chunk.map((f) => REFERENCE_COLUMNS.map((column) => f[column]))), number),
  );
}

export function closeReference(
  db: D1Database,
  ids: readonly number[],
  number: number,
): D1PreparedStatement[] {
  if (ids.length === 0) return [];
  return [
    db
      .prepare("UPDATE reference_figures SET superseded_in = ? WHERE id IN (SELECT value FROM json_each(?))")
      .bind(number, JSON.stringify(ids)),
  ];
}

import type { Counts, Provenance } from "../../data/contract/figure.js";

/** All that is said of one district on one date: `cells` as cells.ts writes them, and their sums. */
export interface Statement extends Counts {
  municipality: string;
  as_of: string;
  district: string;
  cells: string;
  provenance: Provenance;
}

/** A statement as the ledger holds it. */
export interface StoredStatement extends Statement {
  id: number;
  superseded_in: number | null;
}

const COLUMNS = "municipality, as_of, district, cells, population, applications, issued, held, provenance";

/** D1 takes parameters below 1 MB. */
const CHARACTERS_PER_PARAMETER = 400_000;
const IDS_PER_PARAMETER = 20_000;

/** Every statement that revision `revision` knew, in no particular order. */
export async function statementsAt(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<Statement[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM statements
       WHERE municipality = ?1 AND opened_in <= ?2 AND (superseded_in IS NULL OR superseded_in > ?2)`,
    )
    .bind(municipality, revision)
    .all<Statement>();
  return results;
}

/** The open statements of some dates, with the ids by which they can be closed. */
export async function openStatementsOf(
  db: D1Database,
  municipality: string,
  dates: readonly string[],
): Promise<StoredStatement[]> {
  const { results } = await db
    .prepare(
      `SELECT id, superseded_in, ${COLUMNS} FROM statements
       WHERE municipality = ? AND superseded_in IS NULL AND as_of IN (SELECT value FROM json_each(?))`,
    )
    .bind(municipality, JSON.stringify(dates))
    .all<StoredStatement>();
  return results;
}

/** What a revision opened, or closed. */
export async function statementsOfRevision(
  db: D1Database,
  municipality: string,
  column: "opened_in" | "superseded_in",
  revision: number,
): Promise<StoredStatement[]> {
  const { results } = await db
    .prepare(`SELECT id, superseded_in, ${COLUMNS} FROM statements WHERE municipality = ? AND ${column} = ?`)
    .bind(municipality, revision)
    .all<StoredStatement>();
  return results;
}

export function insertStatements(
  db: D1Database,
  statements: readonly Statement[],
  revision: number,
): D1PreparedStatement[] {
  const insert = db.prepare(
    `INSERT INTO statements (${COLUMNS}, opened_in)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
            value->>8, ?2
     FROM json_each(?1)`,
  );
  const lines = statements.map((s) =>
    JSON.stringify([
      s.municipality,
      s.as_of,
      s.district,
      s.cells,
      s.population,
      s.applications,
      s.issued,
      s.held,
      s.provenance,
    ]),
  );
  return packed(lines).map((list) => insert.bind(list, revision));
}

export function closeStatements(
  db: D1Database,
  ids: readonly number[],
  revision: number,
): D1PreparedStatement[] {
  const close = db.prepare(
    "UPDATE statements SET superseded_in = ?2 WHERE id IN (SELECT value FROM json_each(?1))",
  );
  const parts: D1PreparedStatement[] = [];
  for (let i = 0; i < ids.length; i += IDS_PER_PARAMETER)
    parts.push(close.bind(JSON.stringify(ids.slice(i, i + IDS_PER_PARAMETER)), revision));
  return parts;
}

/** Lines of JSON as lists, each short enough for one parameter. */
function packed(lines: readonly string[]): string[] {
  const lists: string[] = [];
  let [list, length] = [[] as string[], 0];
  const close = () => list.length > 0 && lists.push(`[${list.join(",")}]`);
  for (const line of lines) {
    if (length + line.length > CHARACTERS_PER_PARAMETER) {
      close();
      [list, length] = [[], 0];
    }
    list.push(line);
    length += line.length + 1;
  }
  close();
  return lists;
}

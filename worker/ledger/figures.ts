import type { Figure, Provenance } from "../../data/contract/figure.js";

/** A figure as the ledger holds it. */
export interface LedgerFigure extends Figure {
  provenance: Provenance;
}

const COLUMNS =
  "municipality, as_of, district, age_band, sex, population, population_as_of, applications, issued, held, provenance";

/** D1 takes parameters below 1 MB; 5,000 figures as JSON are about 400 kB. */
const ROWS_PER_STATEMENT = 5000;

/** Every figure that revision `revision` knew, in no particular order. */
export async function figuresAt(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<LedgerFigure[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM figures
       WHERE municipality = ?1 AND opened_in <= ?2 AND (superseded_in IS NULL OR superseded_in > ?2)`,
    )
    .bind(municipality, revision)
    .all<LedgerFigure>();
  return results;
}

/** The open figures of some dates, with the ids by which they can be closed. */
export async function openFiguresOf(
  db: D1Database,
  municipality: string,
  dates: readonly string[],
): Promise<(LedgerFigure & { id: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT id, ${COLUMNS} FROM figures
       WHERE municipality = ? AND superseded_in IS NULL AND as_of IN (SELECT value FROM json_each(?))`,
    )
    .bind(municipality, JSON.stringify(dates))
    .all<LedgerFigure & { id: number }>();
  return results;
}

export function insertFigures(
  db: D1Database,
  figures: readonly LedgerFigure[],
  revision: number,
): D1PreparedStatement[] {
  const statement = db.prepare(
    `INSERT INTO figures (${COLUMNS}, opened_in)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5,
            value->>6, value->>7, value->>8, value->>9, value->>10, ?2
     FROM json_each(?1)`,
  );
  return chunks(figures).map((chunk) =>
    statement.bind(
      JSON.stringify(
        chunk.map((f) => [
          f.municipality,
          f.as_of,
          f.district,
          f.age_band,
          f.sex,
          f.population,
          f.population_as_of,
          f.applications,
          f.issued,
          f.held,
          f.provenance,
        ]),
      ),
      revision,
    ),
  );
}

export function closeFigures(
  db: D1Database,
  ids: readonly number[],
  revision: number,
): D1PreparedStatement[] {
  const statement = db.prepare(
    "UPDATE figures SET superseded_in = ?2 WHERE id IN (SELECT value FROM json_each(?1))",
  );
  return chunks(ids).map((chunk) => statement.bind(JSON.stringify(chunk), revision));
}

function chunks<T>(list: readonly T[]): T[][] {
  const result: T[][] = [];
  for (let i = 0; i < list.length; i += ROWS_PER_STATEMENT)
    result.push(list.slice(i, i + ROWS_PER_STATEMENT));
  return result;
}

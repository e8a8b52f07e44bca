/** A state of one municipality's ledger: everything known after `number` writes. */
export interface Revision {
  number: number;
  recorded_at: string;
}

/** The newest revision's number; 0 for a municipality that nothing is known of. */
export async function currentRevision(db: D1Database, municipality: string): Promise<number> {
  const row = await db
    .prepare("SELECT revision FROM municipality_states WHERE code = ?")
    .bind(municipality)
    .first<{ revision: number }>();
  return row?.revision ?? 0;
}

/** The revision that was the newest at a moment; 0 where nothing was known yet. */
export async function revisionKnownAt(db: D1Database, municipality: string, moment: string): Promise<number> {
  const row = await db
    .prepare("SELECT max(number) AS number FROM revisions WHERE municipality = ? AND recorded_at <= ?")
    .bind(municipality, moment)
    .first<{ number: number | null }>();
  return row?.number ?? 0;
}

export async function recordedAt(
  db: D1Database,
  municipality: string,
  number: number,
): Promise<string | null> {
  const row = await db
    .prepare("SELECT recorded_at FROM revisions WHERE municipality = ? AND number = ?")
    .bind(municipality, number)
    .first<{ recorded_at: string }>();
  return row?.recorded_at ?? null;
}

/**
 * Statements that open revision `number`. The primary key lets only one writer have it: a batch
 * that comes second fails whole, and its caller starts again from the new state.
 */
export function openRevision(
  db: D1Database,
  municipality: string,
  number: number,
  kind: "upload" | "districts" | "take-back",
  recordedAtTime: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare("INSERT INTO revisions (municipality, number, kind, recorded_at) VALUES (?, ?, ?, ?)")
      .bind(municipality, number, kind, recordedAtTime),
    db
      .prepare(
        `INSERT INTO municipality_states (code, revision) VALUES (?, ?)
         ON CONFLICT (code) DO UPDATE SET revision = excluded.revision`,
      )
      .bind(municipality, number),
  ];
}

/** Municipalities the ledger knows, in code order. */
export async function knownMunicipalities(
  db: D1Database,
): Promise<{ code: string; latest_release: string | null }[]> {
  const { results } = await db
    .prepare("SELECT code, latest_release FROM municipality_states ORDER BY code")
    .all<{ code: string; latest_release: string | null }>();
  return results;
}

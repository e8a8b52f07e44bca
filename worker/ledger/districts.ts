import { DISTRICT_COLUMNS, type District } from "../../data/contract/district.js";

const COLUMNS = DISTRICT_COLUMNS.join(", ");

/** The district list that revision `revision` knew, in code order. */
export async function districtsAt(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<District[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM districts
       WHERE municipality = ?1 AND opened_in <= ?2 AND (superseded_in IS NULL OR superseded_in > ?2)
       ORDER BY code`,
    )
    .bind(municipality, revision)
    .all<District>();
  return results;
}

/** Opens districts; one that is open already (another upload has just registered it) stays as it is. */
export function insertDistricts(
  db: D1Database,
  districts: readonly District[],
  revision: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO districts (${COLUMNS}, opened_in)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, ?2
       FROM json_each(?1)
       WHERE NOT EXISTS (
         SELECT 1 FROM districts d
         WHERE d.municipality = value->>0 AND d.code = value->>1 AND d.superseded_in IS NULL
       )`,
    )
    .bind(JSON.stringify(districts.map((d) => DISTRICT_COLUMNS.map((column) => d[column]))), revision);
}

/** Closes the open districts of these codes. */
export function closeDistricts(
  db: D1Database,
  municipality: string,
  codes: readonly string[],
  revision: number,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE districts SET superseded_in = ?3
       WHERE municipality = ?1 AND superseded_in IS NULL AND code IN (SELECT value FROM json_each(?2))`,
    )
    .bind(municipality, JSON.stringify(codes), revision);
}

/** Codes of open statements' districts: those must stay on the list. */
export async function districtCodesInUse(db: D1Database, municipality: string): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      "SELECT DISTINCT district FROM statements WHERE municipality = ? AND superseded_in IS NULL AND district <> 'all'",
    )
    .bind(municipality)
    .all<{ district: string }>();
  return new Set(results.map((r) => r.district));
}

import type { DistrictTotal } from "../intake/check-history.js";

/** The sums of every open statement of a municipality: its districts on every date. */
export async function districtHistory(db: D1Database, municipality: string): Promise<DistrictTotal[]> {
  const { results } = await db
    .prepare(
      `SELECT as_of, district, population, NULL AS population_as_of, applications, issued, held
       FROM statements WHERE municipality = ? AND superseded_in IS NULL`,
    )
    .bind(municipality)
    .all<DistrictTotal>();
  return results;
}

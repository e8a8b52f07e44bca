import type { DistrictTotal } from "../intake/check-history.js";

/**
 * Every open figure of a municipality added up to districts and dates. A measure's sum is null where one
 * part of it is, as in data/indicators.
 */
export async function districtHistory(db: D1Database, municipality: string): Promise<DistrictTotal[]> {
  const sum = (measure: string) =>
    `CASE WHEN count(${measure}) = count(*) THEN sum(${measure}) END AS ${measure}`;
  const { results } = await db
    .prepare(
      `SELECT as_of, district, sum(population) AS population, NULL AS population_as_of,
         ${["applications", "issued", "held"].map(sum).join(", ")}
       FROM figures WHERE municipality = ? AND superseded_in IS NULL GROUP BY as_of, district`,
    )
    .bind(municipality)
    .all<DistrictTotal>();
  return results;
}

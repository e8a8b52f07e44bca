import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import type { AgeCounts } from "../data/indicators/comparison/age-profile.js";
import type { ComparedMeasure } from "../data/indicators/comparison/reference-place.js";
import { numberOf, numberOrNull, textOf, type QueryRow } from "./query.js";

const checked = (asOf: string): string => {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return asOf;
};

const START = "TRY_CAST(regexp_extract(age_band, '^[0-9]+') AS INTEGER)";

/**
 * How many people and cards has the nation in each age band, both sexes together? Published together where they are,
 * else men and women added. Youngest first. @throws DomainError invalid_date
 */
export const nationAgesSql = (asOf: string, measure: ComparedMeasure): string => `WITH bands AS (
  SELECT * FROM reference_ages WHERE as_of = DATE '${checked(asOf)}' AND ${START} IS NOT NULL
)
SELECT age_band, sum(population)::DOUBLE AS population,
  CASE WHEN count(*) = count(${measure}) THEN sum(${measure})::DOUBLE END AS count
FROM bands
WHERE sex = 'all' OR age_band NOT IN (SELECT age_band FROM bands WHERE sex = 'all')
GROUP BY age_band
ORDER BY ${START}`;

/** How many people and cards has the town in each age band on one date? Youngest first. @throws DomainError invalid_date */
export const ownAgesSql = (asOf: string, measure: ComparedMeasure): string => `SELECT age_band,
  sum(population)::DOUBLE AS population,
  CASE WHEN count(*) = count(${measure}) THEN sum(${measure})::DOUBLE END AS count
FROM figures
WHERE as_of = DATE '${checked(asOf)}' AND ${START} IS NOT NULL
GROUP BY age_band
ORDER BY ${START}`;

export const ageCountsFrom = (rows: readonly QueryRow[]): AgeCounts[] =>
  rows.map((row) => ({
    age_band: textOf(row, "age_band"),
    population: numberOf(row, "population"),
    count: numberOrNull(row, "count"),
  }));

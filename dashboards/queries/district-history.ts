import { MEASURES, type Measure } from "../data/contract/figure.js";
import type { DistrictDate } from "../data/indicators/district-history.js";
import { numberOrNull, type QueryRow } from "./query.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * How did one district do on each as-of date, and how many districts had a higher rate? Oldest first. Districts
 * without residents or without a number have no place among them.
 */
export function districtHistorySql(district: string, measure: Measure): string {
  const count = MEASURES.find((m) => m === measure) ?? MEASURES[0]!;
  return `WITH sums AS (
  SELECT district, as_of, ${SUM_COLUMNS}
  FROM district_figures
  GROUP BY district, as_of
), own AS (
  FROM sums WHERE district = ${quoted(district)}
)
SELECT strftime(own.as_of, '%Y-%m-%d') AS as_of, any_value(own.population) AS population,
  any_value(own.population_as_of) AS population_as_of, any_value(own.applications) AS applications,
  any_value(own.issued) AS issued, any_value(own.held) AS held,
  CASE WHEN any_value(own.${count}) IS NOT NULL AND any_value(own.population) > 0
    THEN 1 + count(*) FILTER (sums.${count} * own.population > own.${count} * sums.population AND sums.population > 0)
  END AS place,
  count(*) FILTER (sums.${count} IS NOT NULL AND sums.population > 0) AS districts
FROM own JOIN sums ON sums.as_of = own.as_of
GROUP BY own.as_of
ORDER BY 1`;
}

export const districtHistoryFrom = (rows: readonly QueryRow[]): DistrictDate[] =>
  rows.map((row) => ({
    ...totalFrom(row),
    place: numberOrNull(row, "place"),
    districts: Number(row.districts),
  }));

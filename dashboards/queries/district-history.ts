import { MEASURES, type Measure } from "../data/contract/figure.js";
import { districtHistory, type DistrictDate } from "../data/indicators/district-history.js";
import { numberOrNull } from "./query.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";
import { textLiteral } from "./text-literal.js";

/**
 * How did one district do on each as-of date, and how many districts had a higher rate? Oldest first. Districts
 * without residents or without a number have no place among them.
 */
export function districtHistoryOf(district: string, measure: Measure): Question<DistrictDate[]> {
  const count = MEASURES.find((m) => m === measure) ?? MEASURES[0]!;
  return {
    sql: `WITH sums AS (
  SELECT district, as_of, ${SUM_COLUMNS}
  FROM district_figures
  GROUP BY district, as_of
), own AS (
  FROM sums WHERE district = ${textLiteral(district)}
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
ORDER BY 1`,
    read: (rows) =>
      rows.map((row) => ({
        ...totalFrom(row),
        place: numberOrNull(row, "place"),
        districts: Number(row.districts),
      })),
    from: ({ figures }) => districtHistory(figures, district, measure),
  };
}

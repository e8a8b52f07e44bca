import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ageBandStart } from "../data/contract/age-band.js";
import { ALL, type Figure } from "../data/contract/figure.js";
import { nationAges, type AgeCounts } from "../data/indicators/comparison/age-profile.js";
import type { ComparedMeasure } from "../data/indicators/comparison/reference-place.js";
import { sumOfCounts } from "../data/indicators/totals.js";
import { numberOf, numberOrNull, textOf, type QueryRow } from "./query.js";
import type { Question } from "./question.js";

const checked = (asOf: string): string => {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return asOf;
};

const START = "TRY_CAST(regexp_extract(age_band, '^[0-9]+') AS INTEGER)";

/**
 * How many people and cards has the nation in each age band, both sexes together? Published together where they are,
 * else men and women added. Youngest first. @throws DomainError invalid_date
 */
export const nationAgesOf = (asOf: string, measure: ComparedMeasure): Question<AgeCounts[]> => ({
  sql: `WITH bands AS (
  SELECT * FROM reference_ages WHERE as_of = DATE '${checked(asOf)}' AND ${START} IS NOT NULL
)
SELECT age_band, sum(population)::DOUBLE AS population,
  CASE WHEN count(*) = count(${measure}) THEN sum(${measure})::DOUBLE END AS count
FROM bands
WHERE sex = 'all' OR age_band NOT IN (SELECT age_band FROM bands WHERE sex = 'all')
GROUP BY age_band
ORDER BY ${START}`,
  read: ageCountsFrom,
  from: ({ reference }) => nationAges(reference!.ages, asOf, measure),
});

/** How many people and cards has the town in each age band on one date? Youngest first. @throws DomainError invalid_date */
export const ownAgesOf = (asOf: string, measure: ComparedMeasure): Question<AgeCounts[]> => ({
  sql: `SELECT age_band,
  sum(population)::DOUBLE AS population,
  CASE WHEN count(*) = count(${measure}) THEN sum(${measure})::DOUBLE END AS count
FROM figures
WHERE as_of = DATE '${checked(asOf)}' AND ${START} IS NOT NULL
GROUP BY age_band
ORDER BY ${START}`,
  read: ageCountsFrom,
  from: ({ figures }) => ownAges(figures, asOf, measure),
});

function ageCountsFrom(rows: readonly QueryRow[]): AgeCounts[] {
  return rows.map((row) => ({
    age_band: textOf(row, "age_band"),
    population: numberOf(row, "population"),
    count: numberOrNull(row, "count"),
  }));
}

function ownAges(figures: readonly Figure[], asOf: string, measure: ComparedMeasure): AgeCounts[] {
  const ofDate = figures.filter((f) => f.as_of === asOf);
  const whole = ofDate.filter((f) => f.district === ALL);
  const banded = (whole.length > 0 ? whole : ofDate).filter((f) => f.age_band !== ALL);
  return [...Map.groupBy(banded, (f) => f.age_band)]
    .map(([age_band, group]) => {
      const sum = sumOfCounts(group);
      return { age_band, population: sum.population, count: sum[measure] };
    })
    .sort((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band));
}

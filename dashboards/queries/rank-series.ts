import { SIZE_BAND_PERCENT } from "../data/indicators/comparison/peers.js";
import {
  RANK_GROUPS,
  rankSeries,
  ratedDates,
  type RankPoint,
} from "../data/indicators/comparison/rank-series.js";
import { isMunicipality, type ComparedMeasure } from "../data/indicators/comparison/reference-place.js";
import { numberOf, textOf, type QueryRow } from "./query.js";
import type { Question } from "./question.js";
import { textLiteral } from "./text-literal.js";

/** Who is ranked with the town in each group, as a condition on a pair of it and another. */
const MEMBERS = { nation: "true", prefecture: "in_prefecture", size: "in_size" } as const;

/** Where does a municipality stand on each published date: how many are in its groups, above it, and like it? */
export function rankSeriesOf(code: string, measure: ComparedMeasure): Question<RankPoint[]> {
  const rate = `${measure}_permille`;
  const counts = RANK_GROUPS.map(
    (group) => `  count(*) FILTER (${MEMBERS[group]})::DOUBLE AS ${group}_of,
  count(*) FILTER (${MEMBERS[group]} AND ahead > 0)::DOUBLE AS ${group}_above,
  count(*) FILTER (${MEMBERS[group]} AND ahead = 0)::DOUBLE AS ${group}_equal`,
  );
  return {
    sql: `WITH own AS (
  SELECT * FROM reference_towns WHERE code = ${textLiteral(code)} AND ${rate} IS NOT NULL
), pairs AS (
  SELECT o.as_of, o.population, o.population_as_of, o.${measure} AS count, o.${rate} AS permille,
    r.${rate} - o.${rate} AS ahead, left(r.code, 2) = left(o.code, 2) AS in_prefecture,
    r.population_as_of = o.population_as_of
      AND 100 * abs(r.population - o.population)::BIGINT <= ${SIZE_BAND_PERCENT} * o.population::BIGINT AS in_size
  FROM own o JOIN reference_towns r ON r.as_of = o.as_of
  WHERE r.${rate} IS NOT NULL
)
SELECT strftime(as_of, '%Y-%m-%d') AS as_of, any_value(population) AS population,
  strftime(any_value(population_as_of), '%Y-%m-%d') AS population_as_of,
  any_value(count) AS count, any_value(permille) AS permille,
${counts.join(",\n")}
FROM pairs
GROUP BY pairs.as_of
ORDER BY pairs.as_of`,
    read: rankSeriesFrom,
    from: ({ reference }) =>
      rankSeries(
        ratedDates(
          reference!.places.filter((p) => isMunicipality(p.code)),
          measure,
        ),
        code,
        measure,
      ),
  };
}

function rankSeriesFrom(rows: readonly QueryRow[]): RankPoint[] {
  return rows.map((row) => {
    const group = (name: string) => ({
      of: numberOf(row, `${name}_of`),
      above: numberOf(row, `${name}_above`),
      equal: numberOf(row, `${name}_equal`),
    });
    return {
      as_of: textOf(row, "as_of"),
      population: numberOf(row, "population"),
      population_as_of: textOf(row, "population_as_of"),
      count: numberOf(row, "count"),
      permille: numberOf(row, "permille"),
      nation: group("nation"),
      prefecture: group("prefecture"),
      size: group("size"),
    };
  });
}

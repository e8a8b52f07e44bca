import { SIZE_BAND_PERCENT } from "../data/indicators/comparison/peers.js";
import { RANK_GROUPS, type RankPoint } from "../data/indicators/comparison/rank-series.js";
import type { ComparedMeasure } from "../data/indicators/comparison/reference-place.js";
import { numberOf, textOf, type QueryRow } from "./query.js";
import { textLiteral } from "./text-literal.js";

/** Who is ranked with a town `o` in each group, as a condition on another town `r` of the same date. */
const MEMBERS = {
  nation: "true",
  prefecture: "left(r.code, 2) = left(o.code, 2)",
  size: `r.population_as_of = o.population_as_of
    AND 100 * abs(r.population - o.population)::BIGINT <= ${SIZE_BAND_PERCENT} * o.population::BIGINT`,
} as const;

/** Where does a municipality stand on each published date: how many are in its groups, above it, and like it? */
export function rankSeriesSql(code: string, measure: ComparedMeasure): string {
  const rate = `${measure}_permille`;
  const counts = RANK_GROUPS.map(
    (group) => `  count(*) FILTER (${MEMBERS[group]})::DOUBLE AS ${group}_of,
  count(*) FILTER (r.${rate} > o.${rate} AND ${MEMBERS[group]})::DOUBLE AS ${group}_above,
  count(*) FILTER (r.${rate} = o.${rate} AND ${MEMBERS[group]})::DOUBLE AS ${group}_equal`,
  );
  return `SELECT strftime(o.as_of, '%Y-%m-%d') AS as_of, any_value(o.population) AS population,
  strftime(any_value(o.population_as_of), '%Y-%m-%d') AS population_as_of,
  any_value(o.${measure}) AS count, any_value(o.${rate}) AS permille,
${counts.join(",\n")}
FROM reference_towns o JOIN reference_towns r ON r.as_of = o.as_of
WHERE o.code = ${textLiteral(code)} AND o.${rate} IS NOT NULL AND r.${rate} IS NOT NULL
GROUP BY o.as_of
ORDER BY o.as_of`;
}

export const rankSeriesFrom = (rows: readonly QueryRow[]): RankPoint[] =>
  rows.map((row) => {
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

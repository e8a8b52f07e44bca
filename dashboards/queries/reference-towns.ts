import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import type { NamedTown, PlaceRate, ReferenceDate } from "../data/indicators/comparison/place-rate.js";
import type { ComparedMeasure } from "../data/indicators/comparison/reference-place.js";
import { numberOf, textOf, type QueryRow } from "./query.js";

/**
 * What is the rate of every municipality, or of every area (prefectures, kinds, the nation), on one published date?
 * In code order. @throws DomainError invalid_date
 */
export function placeRatesSql(kind: "towns" | "areas", asOf: string, measure: ComparedMeasure): string {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return `SELECT code, name, population, strftime(population_as_of, '%Y-%m-%d') AS population_as_of,
  ${measure} AS count, ${measure}_permille AS permille
FROM reference_${kind}
WHERE as_of = DATE '${asOf}' AND ${measure}_permille IS NOT NULL
ORDER BY code`;
}

export const placeRatesFrom = (rows: readonly QueryRow[]): PlaceRate[] =>
  rows.map((row) => ({
    code: textOf(row, "code"),
    name: textOf(row, "name"),
    population: numberOf(row, "population"),
    population_as_of: textOf(row, "population_as_of"),
    count: numberOf(row, "count"),
    permille: numberOf(row, "permille"),
  }));

/** Which dates have rates of municipalities by each measure? Oldest first. */
export const REFERENCE_DATES = `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  count(issued_permille)::DOUBLE AS issued, count(held_permille)::DOUBLE AS held
FROM reference_towns
GROUP BY reference_towns.as_of
ORDER BY 1`;

export const referenceDatesFrom = (rows: readonly QueryRow[]): ReferenceDate[] =>
  rows.map((row) => ({
    as_of: textOf(row, "as_of"),
    issued: numberOf(row, "issued"),
    held: numberOf(row, "held"),
  }));

/** Which municipalities can be looked at, and in which prefecture? In code order. */
export const REFERENCE_NAMES = `SELECT t.code, t.name, coalesce(a.name, '') AS prefecture
FROM (SELECT code, max(name) AS name FROM reference_towns GROUP BY code) t
LEFT JOIN (SELECT left(code, 2) AS digits, max(name) AS name FROM reference_areas
  WHERE code LIKE '__000_' AND code <> '000000' GROUP BY left(code, 2)) a ON a.digits = left(t.code, 2)
ORDER BY t.code`;

export const referenceNamesFrom = (rows: readonly QueryRow[]): NamedTown[] =>
  rows.map((row) => ({
    code: textOf(row, "code"),
    name: textOf(row, "name"),
    prefecture: textOf(row, "prefecture"),
  }));

import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import {
  placeRates,
  referenceDates,
  type NamedTown,
  type PlaceRate,
  type ReferenceDate,
} from "../data/indicators/comparison/place-rate.js";
import {
  isMunicipality,
  isPrefectureOf,
  type ComparedMeasure,
  type ReferencePlace,
} from "../data/indicators/comparison/reference-place.js";
import type { PageSource } from "../charts/page-source.js";
import { numberOf, textOf } from "./query.js";
import type { Question } from "./question.js";

const placesOf = ({ reference }: PageSource, kind: "towns" | "areas"): ReferencePlace[] =>
  reference!.places.filter((p) => isMunicipality(p.code) === (kind === "towns"));

/**
 * What is the rate of every municipality, or of every area (prefectures, kinds, the nation), on one published date?
 * In code order. @throws DomainError invalid_date
 */
export function placeRatesOf(
  kind: "towns" | "areas",
  asOf: string,
  measure: ComparedMeasure,
): Question<PlaceRate[]> {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return {
    sql: `SELECT code, name, population, strftime(population_as_of, '%Y-%m-%d') AS population_as_of,
  ${measure} AS count, ${measure}_permille AS permille
FROM reference_${kind}
WHERE as_of = DATE '${asOf}' AND ${measure}_permille IS NOT NULL
ORDER BY code`,
    read: (rows) =>
      rows.map((row) => ({
        code: textOf(row, "code"),
        name: textOf(row, "name"),
        population: numberOf(row, "population"),
        population_as_of: textOf(row, "population_as_of"),
        count: numberOf(row, "count"),
        permille: numberOf(row, "permille"),
      })),
    from: (source) => placeRates(placesOf(source, kind), asOf, measure),
  };
}

/** Which dates have rates of municipalities by each measure? Oldest first. */
export const REFERENCE_DATES: Question<ReferenceDate[]> = {
  sql: `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  count(issued_permille)::DOUBLE AS issued, count(held_permille)::DOUBLE AS held
FROM reference_towns
GROUP BY reference_towns.as_of
ORDER BY 1`,
  read: (rows) =>
    rows.map((row) => ({
      as_of: textOf(row, "as_of"),
      issued: numberOf(row, "issued"),
      held: numberOf(row, "held"),
    })),
  from: (source) => referenceDates(placesOf(source, "towns")),
};

/** Which municipalities can be looked at, and in which prefecture? In code order. */
export const REFERENCE_NAMES: Question<NamedTown[]> = {
  sql: `SELECT t.code, t.name, coalesce(a.name, '') AS prefecture
FROM (SELECT code, max(name) AS name FROM reference_towns GROUP BY code) t
LEFT JOIN (SELECT left(code, 2) AS digits, max(name) AS name FROM reference_areas
  WHERE code LIKE '__000_' AND code <> '000000' GROUP BY left(code, 2)) a ON a.digits = left(t.code, 2)
ORDER BY t.code`,
  read: (rows) =>
    rows.map((row) => ({
      code: textOf(row, "code"),
      name: textOf(row, "name"),
      prefecture: textOf(row, "prefecture"),
    })),
  from: (source) => {
    const areas = placesOf(source, "areas");
    const prefectures = new Map<string, string>();
    return [...Map.groupBy(placesOf(source, "towns"), (p) => p.code)]
      .map(([code, rows]): NamedTown => {
        const digits = code.slice(0, 2);
        const prefecture =
          prefectures.get(digits) ?? latestName(areas.filter((a) => isPrefectureOf(a.code, code)));
        prefectures.set(digits, prefecture);
        return { code, name: latestName(rows), prefecture };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  },
};

/** The last of several names by code point, as SQL's max has it; empty of none. */
const latestName = (places: readonly ReferencePlace[]): string =>
  places.reduce((last, { name }) => (name > last ? name : last), "");

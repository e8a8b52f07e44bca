import type { Total } from "../data/indicators/totals.js";
import { numberOf, numberOrNull, textOf, textOrNull, type QueryRow } from "./query.js";

/**
 * The sums of a group of figures, as columns. A measure is null as soon as one part of it is null (a sum of the
 * known parts would look like a fall), and so is the population's date where the group names several.
 */
export const SUM_COLUMNS = `sum(population)::DOUBLE AS population,
  CASE WHEN count(*) = count(applications) THEN sum(applications)::DOUBLE END AS applications,
  CASE WHEN count(*) = count(issued) THEN sum(issued)::DOUBLE END AS issued,
  CASE WHEN count(*) = count(held) THEN sum(held)::DOUBLE END AS held,
  CASE WHEN count(DISTINCT coalesce(population_as_of, '')) = 1 THEN max(population_as_of) END AS population_as_of`;

/** A total from a row with `as_of` and the columns above. */
export function totalFrom(row: QueryRow): Total {
  return {
    as_of: textOf(row, "as_of"),
    population_as_of: textOrNull(row, "population_as_of"),
    population: numberOf(row, "population"),
    applications: numberOrNull(row, "applications"),
    issued: numberOrNull(row, "issued"),
    held: numberOrNull(row, "held"),
  };
}

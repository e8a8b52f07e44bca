import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ALL, type Sex } from "../data/contract/figure.js";
import {
  compareCells,
  compareDistrictCells,
  type DistrictAgeCell,
} from "../data/indicators/ages/age-cells.js";
import type { AgeCell } from "../data/indicators/ages/age-table.js";
import { whomSql } from "./district-totals.js";
import { numberOf, numberOrNull, textOf, type QueryRow } from "./query.js";
import { SUM_COLUMNS } from "./sums.js";

/**
 * Where the town's ages stand: summed over `figures`, or as a release tells them, with margins, in `town_ages`.
 */
export type AgesTable = "figures" | "town_ages";

/**
 * How many of each age and sex are there in the town, and of each age in every district, on one as-of date? Rows
 * without a district are the town's; the districts' are of both sexes or of the one named.
 * @throws DomainError invalid_date
 */
export function ageCellsSql(asOf: string, table: AgesTable, sex: Sex = ALL): string {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return `SELECT NULL AS district, age_band, sex,
  ${SUM_COLUMNS}
FROM ${table}
WHERE as_of = DATE '${asOf}'
GROUP BY age_band, sex
UNION ALL
SELECT district, age_band, '${ALL}',
  ${SUM_COLUMNS}
FROM district_figures
WHERE as_of = DATE '${asOf}' AND age_band <> 'all'${whomSql({ bands: null, sex })}
GROUP BY district, age_band`;
}

/** The town's cells and the districts', each in their order. */
export function ageCellsFrom(rows: readonly QueryRow[]): { town: AgeCell[]; districts: DistrictAgeCell[] } {
  const town: AgeCell[] = [];
  const districts: DistrictAgeCell[] = [];
  for (const row of rows) {
    const { sex, ...cell } = cellFrom(row);
    if (row.district === null) town.push({ ...cell, sex });
    else districts.push({ district: textOf(row, "district"), ...cell });
  }
  return { town: town.sort(compareCells), districts: districts.sort(compareDistrictCells) };
}

const cellFrom = (row: QueryRow): AgeCell => ({
  age_band: textOf(row, "age_band"),
  sex: textOf(row, "sex") as Sex,
  population: numberOf(row, "population"),
  applications: numberOrNull(row, "applications"),
  issued: numberOrNull(row, "issued"),
  held: numberOrNull(row, "held"),
});

import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ALL, type Sex } from "../data/contract/figure.js";
import {
  compareCells,
  compareDistrictCells,
  districtAgeCells,
  townAgeCells,
  type DistrictAgeCell,
} from "../data/indicators/ages/age-cells.js";
import type { AgeCell } from "../data/indicators/ages/age-table.js";
import { whomSql } from "./district-totals.js";
import { numberOf, numberOrNull, textOf, type QueryRow } from "./query.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS } from "./sums.js";

/**
 * Where the town's ages stand: summed over `figures`, or as a release tells them, with margins, in `town_ages`.
 */
export type AgesTable = "figures" | "town_ages";

export interface AgeCells {
  town: readonly AgeCell[];
  districts: readonly DistrictAgeCell[];
}

/**
 * How many of each age and sex are there in the town, and of each age in every district, on one as-of date? Rows
 * without a district are the town's; the districts' are of both sexes or of the one named.
 * @throws DomainError invalid_date
 */
export function ageCellsOf(asOf: string, table: AgesTable, sex: Sex = ALL): Question<AgeCells> {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return {
    sql: `SELECT NULL AS district, age_band, sex,
  ${SUM_COLUMNS}
FROM ${table}
WHERE as_of = DATE '${asOf}'
GROUP BY age_band, sex
UNION ALL
SELECT district, age_band, '${ALL}',
  ${SUM_COLUMNS}
FROM district_figures
WHERE as_of = DATE '${asOf}' AND age_band <> 'all'${whomSql({ bands: null, sex })}
GROUP BY district, age_band`,
    read: ageCellsFrom,
    from: ({ figures, townAges }) => ({
      town:
        table === "town_ages"
          ? (townAges ?? [])
              .filter((row) => row.as_of === asOf)
              .map(({ as_of: _, ...cell }) => cell)
              .sort(compareCells)
          : townAgeCells(figures, asOf),
      districts: districtAgeCells(figures, asOf, sex),
    }),
  };
}

/** The town's cells and the districts', each in their order. */
export function ageCellsFrom(rows: readonly QueryRow[]): AgeCells {
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

import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ALL } from "../data/contract/figure.js";
import { districtAgeCells, townAgeCells } from "../data/indicators/ages/age-cells.js";
import { ageCellsFrom, type AgeCells } from "./age-cells.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS } from "./sums.js";
import { textLiteral } from "./text-literal.js";

/** How many of each age are there in one district, and in the town, on one as-of date? @throws DomainError invalid_date */
export function districtAgesOf(asOf: string, district: string): Question<AgeCells> {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return {
    sql: `SELECT NULL AS district, age_band, sex,
  ${SUM_COLUMNS}
FROM figures
WHERE as_of = DATE '${asOf}'
GROUP BY age_band, sex
UNION ALL
SELECT district, age_band, '${ALL}',
  ${SUM_COLUMNS}
FROM district_figures
WHERE as_of = DATE '${asOf}' AND district = ${textLiteral(district)} AND age_band <> 'all'
GROUP BY district, age_band`,
    read: ageCellsFrom,
    from: ({ figures }) => ({
      town: townAgeCells(figures, asOf),
      districts: districtAgeCells(figures, asOf).filter((cell) => cell.district === district),
    }),
  };
}

import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ALL } from "../data/contract/figure.js";
import { quoted } from "./district-history.js";
import { SUM_COLUMNS } from "./sums.js";

/**
 * How many of each age are there in one district, and in the town, on one as-of date? Rows as `ageCellsFrom` reads
 * them. @throws DomainError invalid_date
 */
export function districtAgesSql(asOf: string, district: string): string {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return `SELECT NULL AS district, age_band, sex,
  ${SUM_COLUMNS}
FROM figures
WHERE as_of = DATE '${asOf}'
GROUP BY age_band, sex
UNION ALL
SELECT district, age_band, '${ALL}',
  ${SUM_COLUMNS}
FROM district_figures
WHERE as_of = DATE '${asOf}' AND district = ${quoted(district)} AND age_band <> 'all'
GROUP BY district, age_band`;
}

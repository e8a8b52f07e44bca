import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import type { Total } from "../data/indicators/totals.js";
import { textOf, type QueryRow } from "./query.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";

/** What are the totals of each district on one as-of date? In code order. @throws DomainError invalid_date */
export function districtTotalsSql(asOf: string): string {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return `SELECT district, strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM district_figures
WHERE district_figures.as_of = DATE '${asOf}'
GROUP BY district, district_figures.as_of
ORDER BY district`;
}

export const districtTotalsFrom = (rows: readonly QueryRow[]): (Total & { district: string })[] =>
  rows.map((row) => ({ ...totalFrom(row), district: textOf(row, "district") }));

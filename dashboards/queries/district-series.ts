import type { Total } from "../data/indicators/totals.js";
import type { QueryRow } from "./query.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";
import { textLiteral } from "./text-literal.js";

/** What are the totals of one district on each as-of date? Oldest first. */
export const districtSeriesSql = (district: string): string => `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM district_figures
WHERE district = ${textLiteral(district)}
GROUP BY district_figures.as_of
ORDER BY 1`;

export const districtSeriesFrom = (rows: readonly QueryRow[]): Total[] => rows.map(totalFrom);

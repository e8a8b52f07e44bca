import type { Total } from "../data/indicators/totals.js";
import type { QueryRow } from "./query.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";

/** What are the town's totals on each as-of date? Oldest first. */
export const TOWN_TOTALS = `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM figures
GROUP BY figures.as_of
ORDER BY 1`;

export const townTotalsFrom = (rows: readonly QueryRow[]): Total[] => rows.map(totalFrom);

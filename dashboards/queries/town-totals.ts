import { townTotals, type Total } from "../data/indicators/totals.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";

/** What are the town's totals on each as-of date? Oldest first. */
export const TOWN_TOTALS: Question<Total[]> = {
  sql: `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM figures
GROUP BY figures.as_of
ORDER BY 1`,
  read: (rows) => rows.map(totalFrom),
  from: ({ figures }) => townTotals(figures),
};

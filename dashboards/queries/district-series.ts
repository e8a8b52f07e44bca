import { townTotals, type Total } from "../data/indicators/totals.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";
import { textLiteral } from "./text-literal.js";

/** What are the totals of one district on each as-of date? Oldest first. */
export const districtSeriesOf = (district: string): Question<Total[]> => ({
  sql: `SELECT strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM district_figures
WHERE district = ${textLiteral(district)}
GROUP BY district_figures.as_of
ORDER BY 1`,
  read: (rows) => rows.map(totalFrom),
  from: ({ figures }) => townTotals(figures.filter((f) => f.district === district)),
});

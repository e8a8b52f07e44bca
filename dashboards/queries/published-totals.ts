import type { PublishedTotal } from "../data/indicators/published-total.js";
import { numberOf, textOf } from "./query.js";
import type { Question } from "./question.js";

/** What did the ministry publish for the town, its prefecture and the nation? `town`: six digits. */
export function publishedTotalsOf(town: string): Question<readonly PublishedTotal[]> {
  const code = town.replace(/\D/g, "");
  return {
    sql: `SELECT code, name, strftime(as_of, '%Y-%m-%d') AS as_of, population, issued
FROM published
WHERE code IN ('${code}', '000000') OR code LIKE '${code.slice(0, 2)}000_'
ORDER BY as_of, code`,
    read: (rows) =>
      rows.map((row) => ({
        code: textOf(row, "code"),
        name: textOf(row, "name"),
        as_of: textOf(row, "as_of"),
        population: numberOf(row, "population"),
        issued: numberOf(row, "issued"),
      })),
    from: ({ published = [] }) => published,
  };
}

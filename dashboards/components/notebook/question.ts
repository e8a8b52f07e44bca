import { refusalProblem, type QueryProblem } from "./query-problem.js";
import type { Question } from "./run-query.js";
import { cellsAskedFor, refusal } from "./statement.js";

/**
 * The question of cell `number` (from 1) with the cells above that it asks by name, and those that they ask.
 * @returns what is wrong instead, where its text or one of theirs is not run at all.
 */
export function questionOf(texts: readonly string[], number: number): Question | QueryProblem {
  const sql = texts[number - 1]!;
  const refused = refusal(sql);
  if (refused) return refusalProblem(refused);
  const needed = cellsNeeded(texts, number);
  for (const other of needed) {
    const wrong = refusal(texts[other - 1]!);
    if (!wrong) continue;
    const message = `この問いが使うセル${other}は実行できません。${refusalProblem(wrong).message}`;
    return { message, detail: null, place: null };
  }
  return { sql, cells: needed.map((n) => ({ number: n, sql: texts[n - 1]! })) };
}

/** Each cell before those that ask it: a cell asks only cells above it, so that ascending order is such an order. */
function cellsNeeded(texts: readonly string[], number: number): number[] {
  const needed = new Set<number>();
  const visit = (cell: number): void => {
    for (const other of cellsAskedFor(texts[cell - 1]!, cell)) {
      if (needed.has(other)) continue;
      needed.add(other);
      visit(other);
    }
  };
  visit(number);
  return [...needed].sort((a, b) => a - b);
}

import type { ResultValue } from "../../charts/notebook/result.js";

export type Direction = "ascending" | "descending";

/**
 * The order of the rows by one column, as row numbers: numbers by size, texts as Japanese lists have them, what is
 * not there always last, equals in the order they came.
 */
export function sortedRows(
  rows: readonly (readonly ResultValue[])[],
  column: number,
  direction: Direction,
): Uint32Array {
  const sign = direction === "ascending" ? 1 : -1;
  const values = rankedTexts(rows.map((row) => row[column]!));
  return Uint32Array.from(values.keys()).sort((a, b) => {
    const [left, right] = [values[a]!, values[b]!];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
    return sign * (left - right) || a - b;
  });
}

/** Numbers as they are, texts as their rank among all texts: a Japanese comparison is too slow to do it each time. */
function rankedTexts(values: readonly ResultValue[]): (number | null)[] {
  const texts = [...new Set(values.filter((v) => typeof v === "string"))];
  texts.sort(new Intl.Collator("ja", { numeric: true }).compare);
  const ranks = new Map(texts.map((text, rank) => [text, rank]));
  return values.map((v) => (typeof v === "string" ? ranks.get(v)! : v === null ? null : Number(v)));
}

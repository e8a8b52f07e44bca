import type { Result } from "./result.js";

export const MARKS = ["bar", "line", "area", "dot", "cell"] as const;
export type Mark = (typeof MARKS)[number];
export const MARK_NAMES: Readonly<Record<Mark, string>> = {
  bar: "棒",
  line: "折れ線",
  area: "面(積み上げ)",
  dot: "点",
  cell: "升目",
};

export const ORDERS = ["result", "descending", "ascending", "name"] as const;
export type Order = (typeof ORDERS)[number];
export const ORDER_NAMES: Readonly<Record<Order, string>> = {
  result: "結果の順のまま",
  descending: "値の大きい順",
  ascending: "値の小さい順",
  name: "名前の順",
};

/** How a result is drawn: columns by name, so that a changed question keeps its chart where they are still there. */
export interface ChartChoice {
  mark: Mark;
  /** What the values stand over: names, dates, or numbers under dots and lines. */
  x: string;
  /** The values; numbers. */
  y: string;
  /** What tells the series apart, the rows of a field of cells; empty for none. */
  series: string;
  order: Order;
  /** Empty texts stand for those we write ourselves. */
  title: string;
  xLabel: string;
  yLabel: string;
}

const MOST_SERIES = 8;
const MOST_CELLS_ACROSS = 40;

/** A chart that fits the result's columns; null where there is no number to draw or nothing to draw it over. */
export function guessChart(result: Result): ChartChoice | null {
  const { columns, kinds } = result;
  const of = (...wanted: string[]) => columns.filter((_, i) => wanted.includes(kinds[i]!));
  const numbers = of("number");
  const names = of("text", "boolean");
  const [date] = of("date", "datetime");
  const y = orderedBy(result, numbers) ?? numbers[0];
  if (y === undefined) return null;
  const choice = (mark: Mark, x: string, series = "", value = y): ChartChoice => ({
    mark,
    x,
    y: value,
    series,
    order: "result",
    title: "",
    xLabel: "",
    yLabel: "",
  });
  const count = (column: string) => distinct(result, column);
  if (date !== undefined && count(date) > 1) {
    const repeated = result.rows.length > count(date);
    const series = names.find((name) => count(name) <= MOST_SERIES && count(name) > 1);
    return choice("line", date, repeated ? series : "");
  }
  const [first, second] = names;
  if (first !== undefined) {
    const crossed = second !== undefined && result.rows.length > Math.max(count(first), count(second));
    const fits = crossed && count(first) <= MOST_CELLS_ACROSS && count(second) <= MOST_CELLS_ACROSS;
    return fits ? choice("cell", second, first) : choice("bar", first);
  }
  const other = numbers.find((name) => name !== y);
  return other === undefined ? null : choice("dot", numbers[0]!, "", numbers[1]);
}

/** Whether all the choice's columns are there and its values are numbers. */
export const fits = (choice: ChartChoice, { columns, kinds }: Result): boolean =>
  columns.includes(choice.x) &&
  kinds[columns.indexOf(choice.y)] === "number" &&
  (choice.series === "" || columns.includes(choice.series));

const distinct = ({ columns, rows }: Result, column: string): number => {
  const at = columns.indexOf(column);
  return new Set(rows.map((row) => row[at])).size;
};

/** The column of numbers that the question put its rows in order of: the one it is about. */
function orderedBy({ columns, rows }: Result, numbers: readonly string[]): string | null {
  if (rows.length < 3) return null;
  const found = numbers.find((name) => {
    const at = columns.indexOf(name);
    const values = rows.map((row) => row[at]).filter((v) => typeof v === "number");
    const steps = values.slice(1).map((v, i) => v - values[i]!);
    return steps.every((s) => s <= 0) || steps.every((s) => s >= 0);
  });
  return found ?? null;
}

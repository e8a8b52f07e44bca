import { MARKS, ORDERS, type ChartChoice } from "../../charts/notebook/chart-choice.js";

/** One cell of a notebook: its question, and how its answer is shown. */
export interface CellText {
  sql: string;
  shows: "table" | "chart";
  /** Null for the chart that fits the result. */
  chart: ChartChoice | null;
}

/** What is written down of a notebook: no results, they are asked anew. */
export interface Notebook {
  cells: readonly CellText[];
}

export const MOST_CELLS = 50;

export const cellOf = (sql: string): CellText => ({ sql, shows: "table", chart: null });

/** The notebook as short JSON: its cells as arrays, without what is left at its default. */
export function writeNotebook({ cells }: Notebook): string {
  return JSON.stringify([
    1,
    ...cells.map(({ sql, shows, chart }) => {
      if (!chart) return shows === "table" ? [sql] : [sql, 1];
      const { mark, x, y, series, order, title, xLabel, yLabel } = chart;
      return [sql, shows === "chart" ? 1 : 0, mark, x, y, series, order, title, xLabel, yLabel];
    }),
  ]);
}

/** The notebook that a text holds; null where it holds none: it may come from anywhere. */
export function readNotebook(text: string): Notebook | null {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts[0] !== 1) return null;
  const cells = parts.slice(1, MOST_CELLS + 1).map(readCell);
  return cells.length === 0 || cells.includes(null) ? null : { cells: cells as CellText[] };
}

function readCell(part: unknown): CellText | null {
  if (!Array.isArray(part) || typeof part[0] !== "string") return null;
  const [sql, chart, mark, x, y, series, order, title, xLabel, yLabel] = part as unknown[];
  const texts = [x, y, series, title, xLabel, yLabel];
  const chosen =
    MARKS.includes(mark as never) &&
    ORDERS.includes(order as never) &&
    texts.every((t) => typeof t === "string");
  return {
    sql: sql as string,
    shows: chart === 1 ? "chart" : "table",
    chart: chosen ? ({ mark, x, y, series, order, title, xLabel, yLabel } as ChartChoice) : null,
  };
}

/** Where the notebook that a page opens with comes from. */
export type Origin = "link" | "broken-link" | "draft" | "example";

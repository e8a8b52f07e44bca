import { overBetter, type BacktestRow } from "../../data/indicators/forecast/backtest-row.js";

const COLUMNS = [
  ["", 20],
  ["日後/days", 10],
  ["n", 8],
  ["本製品/ours", 12],
  ["単独/alone", 11],
  ["直線/slope", 11],
  ["一定/const.", 12],
  ["比/ratio", 9],
  ["単独の比", 9],
  ["80%内/in", 9],
  ["単独", 7],
] as const;

/** The table as people read it: mean absolute errors in points, ratios to the better simple one, shares inside. */
export function describeBacktest(rows: readonly BacktestRow[]): string {
  const head = COLUMNS.map(([name, width], i) => pad(name, width, i === 0)).join("");
  const lines = rows.map((row) =>
    [
      row.group,
      String(row.horizon),
      row.forecasts.toLocaleString("en-US"),
      ...[row.model, row.alone, row.slope, row.constant].map((v) => v.toFixed(3)),
      ...[overBetter(row, "model"), overBetter(row, "alone")].map((v) => v.toFixed(3)),
      ...[row.inside, row.insideAlone].map((v) => `${(100 * v).toFixed(1)}%`),
    ]
      .map((text, i) => pad(text, COLUMNS[i]![1], i === 0))
      .join(""),
  );
  return [head, ...lines].join("\n");
}

/** Japanese characters take two columns of a terminal. */
const columnsOf = (text: string): number => [...text].reduce((n, c) => n + (c > "\u2E7F" ? 2 : 1), 0);

function pad(text: string, width: number, left: boolean): string {
  const space = " ".repeat(Math.max(1, width - columnsOf(text)));
  return left ? text + space : space + text;
}

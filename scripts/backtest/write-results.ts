import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainCsv } from "../../data/contract/csv.js";
import type { BacktestRow } from "../../data/indicators/forecast/backtest-row.js";
import type { FittedModel } from "../../data/indicators/forecast/forecast.js";
import type { Backtest } from "./run-backtest.js";

const CSV_COLUMNS = [
  "group",
  "horizon",
  "forecasts",
  "model",
  "alone",
  "slope",
  "constant",
  "inside",
  "insideAlone",
] as const satisfies readonly (keyof BacktestRow)[];

/** The results as data/reference/forecast-backtest.csv writes them. */
export const resultsCsv = (rows: readonly BacktestRow[]): string =>
  plainCsv(
    CSV_COLUMNS,
    rows.map((row) => CSV_COLUMNS.map((c) => row[c])),
  );

/** The module the product forecasts with: parameters, widths, the typical town, and how good it was. */
export function fittedModule({ fitted, rows, dates, municipalities }: Backtest): string {
  const typical = fitted.typical.map(
    ({ as_of, pace }) => `  ["${as_of}", ${pace === null ? "null" : Number(pace.toPrecision(5))}],`,
  );
  const results = rows.map((row) => `  [${CSV_COLUMNS.map((c) => JSON.stringify(row[c])).join(", ")}],`);
  return `// Written by \`npm run backtest -- --write\` from the ministry's tables (総務省「マイナンバーカード交付状況」,
// ${municipalities} municipalities, ${dates.length} dates, ${dates[0]} – ${dates.at(-1)}); not to be edited by hand.
import type { BacktestRow } from "./backtest-row.js";
import type { Fitted, FittedModel } from "./forecast.js";
import { dayNumber } from "./office-days.js";

/** The date up to which everything here was known. */
export const FITTED_AT = "${dates.at(-1)}";

const ALONE: FittedModel = ${modelText(fitted.alone)};

const BESIDE: FittedModel = ${modelText(fitted.beside)};

/** The typical town's pace in the interval that ends on each date. */
const TYPICAL: readonly (readonly [as_of: string, pace: number | null])[] = [
${typical.join("\n")}
];

export const FITTED: Fitted = {
  alone: ALONE,
  beside: BESIDE,
  typical: TYPICAL.map(([as_of, pace]) => ({ as_of, day: dayNumber(as_of), pace })),
};

// prettier-ignore
const RESULTS: readonly (readonly [string, number, number, number, number, number, number, number, number])[] = [
${results.join("\n")}
];

/** The backtest's table, as in data/reference/forecast-backtest.csv. */
export const BACKTEST: readonly BacktestRow[] = RESULTS.map(
  ([group, horizon, forecasts, model, alone, slope, constant, inside, insideAlone]) => ({
    group,
    horizon,
    forecasts,
    model,
    alone,
    slope,
    constant,
    inside,
    insideAlone,
  }),
);
`;
}

const rounded = (value: number): number => Number(value.toFixed(4));

function modelText(model: FittedModel): string {
  return `{
  momentum: ${rounded(model.momentum)},
  persistence: ${model.persistence},
  deviationDays: ${model.deviationDays},
  standingDays: ${model.standingDays},
  widths: [
${model.widths.map((w) => `    [${w.map(rounded).join(", ")}],`).join("\n")}
  ],
}`;
}

/** Writes the results file and the module; the same tables give the same bytes. */
export function writeResults(backtest: Backtest, root: string): string[] {
  const files = {
    "data/reference/forecast-backtest.csv": resultsCsv(backtest.rows),
    "data/indicators/forecast/fitted.ts": fittedModule(backtest),
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return Object.keys(files);
}

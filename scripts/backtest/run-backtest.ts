import type { BacktestRow } from "../../data/indicators/forecast/backtest-row.js";
import type { Fitted } from "../../data/indicators/forecast/forecast.js";
import { evaluate } from "./evaluate.js";
import { readTowns } from "./read-towns.js";
import { rollThrough } from "./roll.js";
import { summarise } from "./summarise.js";

export interface Backtest {
  municipalities: number;
  dates: string[];
  rows: BacktestRow[];
  /** What the last date knew: what the product ships. */
  fitted: Fitted;
}

/** The whole backtest over a folder of the ministry's tables. @throws BacktestFailure where there are none */
export function runBacktest(folder: string): Backtest {
  const tables = readTowns(folder);
  const known = rollThrough(tables);
  return {
    municipalities: tables.towns.length,
    dates: tables.dates.map((d) => d.as_of),
    rows: summarise(evaluate(tables, known)),
    fitted: known.at(-1)!.fitted,
  };
}

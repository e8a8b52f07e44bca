import { HORIZONS, SIZE_CLASSES } from "../../data/indicators/forecast/interval-width.js";
import type { BacktestRow } from "../../data/indicators/forecast/backtest-row.js";
import type { Outcome } from "./evaluate.js";

/** A row for all forecasts of each horizon, then by size of town, then by the origin's year. */
export function summarise(outcomes: readonly Outcome[]): BacktestRow[] {
  const years = [...new Set(outcomes.map((o) => o.as_of.slice(0, 4)))].sort();
  const groups: { group: string; of: (o: Outcome) => boolean }[] = [
    { group: "all", of: () => true },
    ...SIZE_CLASSES.map((from, i) => ({ group: `population ${from}+`, of: (o: Outcome) => o.size === i })),
    ...years.map((year) => ({ group: year, of: (o: Outcome) => o.as_of.startsWith(year) })),
  ];
  return groups.flatMap(({ group, of }) =>
    HORIZONS.flatMap((horizon) => {
      const here = outcomes.filter((o) => o.horizon === horizon && of(o));
      return here.length === 0 ? [] : [rowOf(group, horizon, here)];
    }),
  );
}

function rowOf(group: string, horizon: number, outcomes: readonly Outcome[]): BacktestRow {
  const mean = (value: (o: Outcome) => number | boolean, decimals: number): number =>
    Number((outcomes.reduce((sum, o) => sum + Number(value(o)), 0) / outcomes.length).toFixed(decimals));
  return {
    group,
    horizon,
    forecasts: outcomes.length,
    model: mean((o) => o.model, 4),
    alone: mean((o) => o.alone, 4),
    slope: mean((o) => o.slope, 4),
    constant: mean((o) => o.constant, 4),
    inside: mean((o) => o.inside, 4),
    insideAlone: mean((o) => o.insideAlone, 4),
  };
}

import * as Plot from "@observablehq/plot";
import type { ChartOptions } from "../chart.js";
import { timeTicks } from "../time-axis.js";

/** Years (or months of a short span) under a chart of observed and expected months. */
export function timeAxis(first: string, last: string, { palette, size }: ChartOptions): Plot.Markish {
  const ticks = timeTicks(first, last, size === "narrow");
  return Plot.axisX({
    ticks: ticks.values,
    tickFormat: ticks.format,
    tickSize: 5,
    fill: palette.muted,
    stroke: palette.grid,
    label: null,
  });
}

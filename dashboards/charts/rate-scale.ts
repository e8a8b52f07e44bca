import * as Plot from "@observablehq/plot";
import { PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import type { ChartOptions } from "./chart.js";

/**
 * What a rate over time is read against: quarters of the whole, the milestones above the plan's line, and that line
 * with its name on it.
 */
export function rateScale({ palette }: Pick<ChartOptions, "palette">, planLine: string): Plot.Markish[] {
  return [
    Plot.ruleY([0, 25, 50, 75], { stroke: palette.grid }),
    Plot.ruleY([90, 95, 100], { stroke: palette.grid, strokeDasharray: "2 3" }),
    Plot.axisY({
      ticks: [0, 25, 50, 75, 100],
      tickSize: 0,
      tickFormat: (v: number) => `${v}%`,
      fill: palette.muted,
      label: null,
    }),
    Plot.text([90, 95], {
      fill: palette.muted,
      textAnchor: "start",
      frameAnchor: "left",
      y: (v: number) => v,
      dx: 6,
      dy: -7,
      text: (v: number) => `${v}%`,
    }),
    Plot.ruleY([PLAN_LINE_PERCENT], { stroke: palette.ink, strokeWidth: 1.25 }),
    Plot.text([PLAN_LINE_PERCENT], {
      frameAnchor: "left",
      y: PLAN_LINE_PERCENT,
      dx: 6,
      dy: 11,
      text: [planLine],
      textAnchor: "start",
      fill: palette.ink,
      fontWeight: 700,
    }),
  ];
}

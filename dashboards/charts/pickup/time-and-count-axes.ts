import * as Plot from "@observablehq/plot";
import type { Palette } from "../palette.js";
import type { TimeTicks } from "../time-axis.js";
import { number } from "../words.js";

/** Counts from 0 to `top` with a line at its half, and time below. */
export const timeAndCountAxes = (top: number, ticks: TimeTicks, palette: Palette): Plot.Markish[] => [
  Plot.ruleY([top / 2, top], { stroke: palette.grid }),
  Plot.axisY({
    ticks: [0, top / 2, top],
    tickSize: 0,
    tickFormat: (v: number) => number(Math.round(v)),
    fill: palette.muted,
    label: null,
  }),
  Plot.axisX({
    ticks: ticks.values,
    tickFormat: ticks.format,
    fill: palette.muted,
    stroke: palette.grid,
    label: null,
  }),
];

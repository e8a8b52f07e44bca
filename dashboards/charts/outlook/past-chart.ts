import * as Plot from "@observablehq/plot";
import type { PastForecast } from "../../data/indicators/forecast/past-forecasts.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { utc } from "../time-axis.js";
import { timeAxis } from "./axis.js";

/** For each past forecast its 80% interval as a bar and what came as a dot: filled within, hollow beside it. */
export function pastChart(
  past: readonly PastForecast[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const points = past.map((p) => ({
    date: utc(p.target),
    low: (100 * p.low) / p.population,
    high: (100 * p.high) / p.population,
    came: (100 * p.came) / p.population,
    inside: p.inside,
  }));
  const bottom = Math.floor(Math.min(...points.map((p) => Math.min(p.low, p.came))) / 5) * 5;
  const top = Math.ceil(Math.max(...points.map((p) => Math.max(p.high, p.came))) / 5) * 5;
  const colour = (p: { inside: boolean }) => (p.inside ? palette.town : palette.behind);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: options.size === "narrow" ? 280 : 340,
    marginTop: 12,
    marginRight: 14,
    marginBottom: 30,
    marginLeft: 44,
    x: { type: "utc", inset: 8, axis: null },
    y: { domain: [bottom, Math.max(top, bottom + 5)], axis: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: palette.grid, strokeOpacity: 1 }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: (v: number) => `${v}%`,
        fill: palette.muted,
        label: null,
      }),
      timeAxis(past[0]!.target, past.at(-1)!.target, options),
      Plot.ruleX(points, {
        x: "date",
        y1: "low",
        y2: "high",
        stroke: palette.town,
        strokeOpacity: 0.35,
        strokeWidth: points.length > 40 ? 3 : 5,
      }),
      Plot.dot(points, {
        x: "date",
        y: "came",
        r: 3.2,
        fill: (p: { inside: boolean }) => (p.inside ? palette.town : palette.surface),
        stroke: colour,
        strokeWidth: 1.75,
      }),
    ],
  });
}

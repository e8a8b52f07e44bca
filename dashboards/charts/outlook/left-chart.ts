import * as Plot from "@observablehq/plot";
import { addDays } from "../../data/indicators/forecast/office-days.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { utc } from "../time-axis.js";
import { number } from "../words.js";
import { timeAxis } from "./axis.js";
import { datedValues, fanPoints, recent } from "./fan.js";
import type { OutlookModel, Path } from "./model.js";

/** Residents left over time, from zero: observed, expected, and the 80% interval. */
export function leftChart(
  { model, path }: { model: OutlookModel; path: Path },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const { origin } = path.forecast;
  const left = (count: number) => Math.max(0, origin.population - count);
  const fan = fanPoints(path.forecast, left);
  const seen = datedValues(recent(model.observed), (o) => Math.max(0, o.population - o.count));
  const first = seen[0]!.as_of;
  const last = addDays(origin.as_of, path.forecast.points.length - 1);
  const end = fan.at(-1)!;
  const now = seen.at(-1)!;
  const top = Math.max(1, ...seen.map((p) => p.value), ...fan.map((p) => p.high)) * 1.06;
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    height: 240,
    marginTop: 20,
    marginRight: 74,
    marginBottom: 30,
    marginLeft: 62,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        tickFormat: (v: number) => `${number(v)}人`,
        fill: palette.muted,
        label: null,
      }),
      Plot.ruleY([0], { stroke: palette.ink }),
      timeAxis(first, last, options),
      Plot.areaY(fan, { x: "date", y1: "low", y2: "high", fill: palette.town, fillOpacity: 0.16 }),
      Plot.line(fan, {
        x: "date",
        y: "point",
        stroke: palette.town,
        strokeWidth: 2.5,
        strokeDasharray: "7 4",
      }),
      Plot.line(seen, { x: "date", y: "value", stroke: palette.town, strokeWidth: 3 }),
      Plot.dot([now], { x: "date", y: "value", r: 4, fill: palette.town }),
      Plot.text([now], {
        x: "date",
        y: "value",
        dy: -12,
        text: () => `${number(now.value)}人`,
        fill: palette.town,
        fontWeight: 700,
        stroke: palette.surface,
        strokeWidth: 3,
      }),
      Plot.text([end], {
        x: "date",
        y: "point",
        dx: 8,
        textAnchor: "start",
        text: () => `${number(end.point)}人`,
        fill: palette.town,
        fontWeight: 700,
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import type { ShrunkRate } from "../../data/indicators/reliability/shrinkage.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { percentDecimals } from "../../data/indicators/printed.js";
import { shorten } from "../public/text-width.js";
import { roundedPercent } from "./table.js";

/** A district's rate as it is and as it stands once the others are listened to. */
export interface ShrunkRow {
  code: string;
  name: string;
  population: number;
  /** Leaves whose noise the raw rate carries. */
  leaves: number;
  /** Between 0 and 1. */
  raw: number;
  shrunk: ShrunkRate;
}

/** Raw rates (hollow) drawn to the mean (vertical line) as far as they are weak; 95% of what is left as a line. */
export function shrunkRates(
  { rows, mean, meanName }: { rows: readonly ShrunkRow[]; mean: number; meanName: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const values = rows.flatMap((r) => [r.raw, r.shrunk.rate, r.shrunk.low ?? mean, r.shrunk.high ?? mean]);
  const [low, high] = [Math.min(mean, ...values), Math.max(mean, ...values)];
  const pad = Math.max(0.005, (high - low) * 0.04);
  const place = high === low ? 0.5 : (mean - low) / (high - low);
  const longest = Math.max(2, ...rows.map((s) => s.name.length));
  const labels = Math.min(size === "wide" ? 150 : 104, 14 + longest * 13);
  const step =
    [0.01, 0.02, 0.05, 0.1, 0.2].find((s) => (high - low) / s <= (size === "wide" ? 7 : 4)) ?? 0.25;
  const ticks = Array.from(
    { length: Math.floor((high + pad) / step) - Math.ceil((low - pad) / step) + 1 },
    (_, i) => (Math.ceil((low - pad) / step) + i) * step,
  );
  const right = size === "wide" ? 66 : 56;
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 24 + 58,
    marginTop: 26,
    marginBottom: 26,
    marginLeft: labels,
    marginRight: right,
    x: { domain: [low - pad, high + pad], axis: null },
    y: { axis: null, domain: rows.map((r) => r.code), padding: 0.2 },
    marks: [
      Plot.ruleX(ticks, { stroke: palette.grid }),
      Plot.axisX(ticks, {
        tickFormat: (v: number) => `${Math.round(v * 100)}%`,
        tickSize: 0,
        fill: palette.muted,
        label: null,
      }),
      Plot.ruleX([mean], { stroke: palette.ink, strokeWidth: 1.25 }),
      Plot.text([mean], {
        x: (v: number) => v,
        frameAnchor: "top",
        dy: -14,
        text: [meanName],
        // A mean near an edge has its words on the side where there is room.
        textAnchor: place > 0.7 ? "end" : place < 0.3 ? "start" : "middle",
        fontWeight: 700,
      }),
      Plot.ruleY(
        rows.filter((r) => r.shrunk.low !== null),
        {
          y: "code",
          x1: (r: ShrunkRow) => r.shrunk.low!,
          x2: (r: ShrunkRow) => r.shrunk.high!,
          stroke: palette.context,
          strokeWidth: 1.5,
        },
      ),
      Plot.arrow(rows, {
        x1: "raw",
        x2: (r: ShrunkRow) => r.shrunk.rate,
        y: "code",
        stroke: palette.town,
        strokeWidth: 1.5,
        headLength: 0,
      }),
      Plot.dot(rows, {
        x: "raw",
        y: "code",
        r: 4.5,
        fill: palette.surface,
        stroke: palette.town,
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, { x: (r: ShrunkRow) => r.shrunk.rate, y: "code", r: 4.5, fill: palette.town }),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (r: ShrunkRow) => shorten(r.name, (labels - 10) / 13.2),
      }),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "right",
        dx: right - 4,
        textAnchor: "end",
        text: (r: ShrunkRow) => roundedPercent(r.shrunk.rate, percentDecimals(r.population, r.leaves)),
      }),
    ],
  });
  const codes = rows.map((r) => r.code);
  for (const group of ["dot", "text", "arrow"]) nameMarks(chart, group, codes);
  return chart;
}

import * as Plot from "@observablehq/plot";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { timeTicks, utc } from "../time-axis.js";
import { dateJa, number } from "../words.js";
import { roundTop } from "./words.js";
import { timeAndCountAxes } from "./time-and-count-axes.js";

/** A stock on one as-of date. */
export interface StockPoint {
  as_of: string;
  count: number;
}

/** A stock over time as an area from 0, its highest and its last value written at their place. */
export function stockSeries(
  { rows, unit }: { rows: readonly StockPoint[]; unit: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const last = rows.at(-1)!;
  const peak = rows.reduce((most, row) => (row.count > most.count ? row : most));
  const ticks = timeTicks(rows[0]!.as_of, last.as_of, true);
  const top = roundTop(Math.max(2, peak.count));
  const x = (p: StockPoint) => utc(p.as_of);
  const span = utc(last.as_of).getTime() - utc(rows[0]!.as_of).getTime();
  const late = (utc(peak.as_of).getTime() - utc(rows[0]!.as_of).getTime()) / span > 0.5;
  const marked = peak === last ? [last] : [peak, last];
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: narrow ? 220 : 250,
    marginTop: 26,
    marginBottom: 28,
    marginLeft: 46,
    marginRight: narrow ? 62 : 74,
    x: { type: "utc", domain: [utc(rows[0]!.as_of), utc(last.as_of)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...timeAndCountAxes(top, ticks, palette),
      Plot.areaY(rows, { x, y: "count", fill: palette.town, fillOpacity: 0.14 }),
      Plot.lineY(rows, { x, y: "count", stroke: palette.town, strokeWidth: 2.5 }),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.dot(marked, { x, y: "count", r: 4, fill: palette.town }),
      Plot.text(peak === last ? [] : [peak], {
        x,
        y: "count",
        dx: late ? -4 : 4,
        dy: -13,
        textAnchor: late ? "end" : "start",
        text: (p: StockPoint) => `${dateJa(p.as_of)} ${number(p.count)}${unit}`,
        fill: palette.ink,
      }),
      Plot.text([last], {
        x,
        y: "count",
        dx: 9,
        dy: peak !== last && last.count < top * 0.08 ? -6 : 0,
        textAnchor: "start",
        text: (p: StockPoint) => `${number(p.count)}${unit}`,
        fill: palette.town,
        fontWeight: 700,
      }),
      ...(options.tips
        ? [
            Plot.tip(
              rows,
              Plot.pointerX({
                x,
                y: "count",
                title: (p: StockPoint) => `${dateJa(p.as_of)}\n${number(p.count)}${unit}`,
              }),
            ),
          ]
        : []),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../data/contract/figure.js";
import { MILESTONES_PERCENT, PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import { percentHalfUp, rate } from "../data/indicators/rate.js";
import type { Total } from "../data/indicators/totals.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "./chart.js";
import { percent, rateName } from "./words.js";

/** Where the town stands on its only as-of date: one bar a measure on the way from 0 to every resident. */
export function singlePoint(
  { total, focus }: { total: Total; focus: Measure },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const rows = MEASURES.flatMap((measure) => {
    const value = rate(total[measure], total.population);
    return value === null ? [] : [{ measure, name: rateName(measure), value: value * 100 }];
  });
  const text = (r: { measure: Measure }) => percent(percentHalfUp(total[r.measure], total.population));
  const top = Math.max(100, ...rows.map((r) => r.value));
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    height: 62 + rows.length * 46,
    marginTop: 30,
    marginLeft: size === "wide" ? 96 : 78,
    marginRight: 24,
    marginBottom: 10,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: rows.map((r) => r.name), padding: 0.3 },
    marks: [
      Plot.rect([0], { x1: 0, x2: top, fill: palette.grid, fillOpacity: 0.35 }),
      Plot.barX(rows, {
        x: "value",
        y: "name",
        fill: (r: { measure: Measure }) => (r.measure === focus ? palette.town : palette.context),
      }),
      Plot.ruleX(MILESTONES_PERCENT, {
        stroke: palette.ink,
        strokeWidth: (v: number) => (v === PLAN_LINE_PERCENT ? 1.5 : 1),
        strokeOpacity: (v: number) => (v === PLAN_LINE_PERCENT ? 1 : 0.4),
      }),
      Plot.text([PLAN_LINE_PERCENT, 100], {
        x: (v: number) => v,
        frameAnchor: "top",
        dy: -12,
        text: (v: number) => `${v}%`,
        fill: palette.muted,
      }),
      Plot.text(rows, { y: "name", frameAnchor: "left", dx: -8, textAnchor: "end", text: "name" }),
      // Inside the bar where it has room for the number, else behind its end.
      ...([true, false] as const).map((inside) =>
        Plot.text(
          rows.filter((r) => r.value > 12 === inside),
          {
            x: "value",
            y: "name",
            dx: inside ? -8 : 8,
            textAnchor: inside ? "end" : "start",
            text,
            fill: inside ? palette.surface : palette.ink,
            fontWeight: 700,
            fontSize: 15,
          },
        ),
      ),
    ],
  });
}

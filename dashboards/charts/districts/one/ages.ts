import * as Plot from "@observablehq/plot";
import type { AgeGap } from "../../../data/indicators/ages/age-gap.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../../chart.js";
import { shortAge } from "../../ages/words.js";
import { number, NONE } from "../../words.js";

/** An age of the district beside the same age of the town; rates between 0 and 1. */
export interface AgePair extends AgeGap {
  townRate: number | null;
}

/** One row an age, oldest on top: ● the district's rate, | the town's, and the residents without at the right. */
export function districtAges(
  pairs: readonly AgePair[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const rows = pairs.toReversed();
  const values = rows.flatMap((r) => [r.rate, r.townRate].filter((v) => v !== null));
  const low = Math.min(0.9, Math.floor(10 * Math.min(1, ...values)) / 10);
  const high = Math.max(1, ...values);
  const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter((v) => v >= low - 1e-9);
  const isBehind = (r: AgePair) => r.rate !== null && r.townRate !== null && r.rate < r.townRate;
  const both = rows.filter((r) => r.rate !== null && r.townRate !== null);
  const right = 66;
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * (rows.length <= 8 ? 32 : 20) + 34,
    marginTop: 8,
    marginBottom: 26,
    marginLeft: 62,
    marginRight: right,
    x: { domain: [low, high + 0.01], axis: null },
    y: { axis: null, domain: rows.map((r) => r.age_band), padding: 0.2 },
    marks: [
      Plot.ruleX(ticks, { stroke: palette.grid }),
      Plot.axisX(
        ticks.filter((_, i) => (ticks.length - 1 - i) % (ticks.length > 6 ? 2 : 1) === 0),
        {
          tickFormat: (v: number) => `${Math.round(100 * v)}%`,
          tickSize: 0,
          fill: palette.muted,
          label: null,
        },
      ),
      Plot.ruleY(both, {
        y: "age_band",
        x1: "rate",
        x2: "townRate",
        stroke: (r: AgePair) => (isBehind(r) ? palette.behind : palette.town),
        strokeWidth: 2,
      }),
      Plot.tickX(
        rows.filter((r) => r.townRate !== null),
        { x: "townRate", y: "age_band", stroke: palette.ink, strokeWidth: 2 },
      ),
      Plot.dot(
        rows.filter((r) => r.rate !== null),
        {
          x: "rate",
          y: "age_band",
          r: 4.5,
          fill: (r: AgePair) => (isBehind(r) ? palette.behind : palette.town),
        },
      ),
      Plot.text(rows, {
        y: "age_band",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (r: AgePair) => shortAge(r.age_band),
      }),
      Plot.text(rows, {
        y: "age_band",
        frameAnchor: "right",
        dx: right - 4,
        textAnchor: "end",
        text: (r: AgePair) => (r.without === null ? NONE : `${number(r.without)}人`),
      }),
    ],
  });
}

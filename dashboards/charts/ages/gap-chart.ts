import * as Plot from "@observablehq/plot";
import type { AgeGap } from "../../data/indicators/ages/age-gap.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { addHatch } from "../hatch.js";
import { roomForLabels } from "../public/text-width.js";
import { counted, NO_NUMBER } from "../words.js";
import { shortAge, wholePercent } from "./words.js";

/** Whether an age makes up more of the gap than of the residents, of prints by more than the noise. */
export const isOver = (g: AgeGap): boolean =>
  (g.shareOfGap ?? 0) - g.shareMargin > (g.shareOfPopulation ?? 0);

/** Bars: each age's share of the residents without; a short line: its share of all residents. Oldest on top. */
export function gapChart(gaps: readonly AgeGap[], words: ChartWords, options: ChartOptions): ChartElement {
  const { palette, size } = options;
  const rows = gaps.toReversed();
  const told = rows.filter((g) => g.shareOfGap !== null);
  const unknown = rows.filter((g) => g.shareOfGap === null);
  const most = Math.max(0.01, ...rows.flatMap((g) => [g.shareOfGap ?? 0, g.shareOfPopulation ?? 0]));
  const height = rows.length <= 8 ? 34 : 20;
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * height + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 62,
    marginRight: roomForLabels(rows.map(shares), size === "wide" ? 112 : 100),
    x: { domain: [0, most], axis: null },
    y: { axis: null, domain: rows.map((g) => g.age_band), padding: 0.25 },
    marks: [
      Plot.barX(unknown, {
        x: (g: AgeGap) => Math.max(g.shareOfPopulation ?? 0, most / 3),
        y: "age_band",
        fill: `url(#hatch-gap-${size})`,
        stroke: palette.muted,
      }),
      Plot.barX(told, {
        x: "shareOfGap",
        y: "age_band",
        fill: (g: AgeGap) => (isOver(g) ? palette.behind : palette.town),
      }),
      Plot.tickX(
        rows.filter((g) => g.shareOfPopulation !== null),
        { x: "shareOfPopulation", y: "age_band", stroke: palette.ink, strokeWidth: 2, inset: -2 },
      ),
      Plot.ruleX([0], { stroke: palette.muted }),
      ...labels(rows, isOver, {
        y: "age_band",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (g: AgeGap) => shortAge(g.age_band),
      }),
      ...labels(rows, isOver, {
        x: (g: AgeGap) => Math.max(g.shareOfGap ?? most / 3, g.shareOfPopulation ?? 0),
        y: "age_band",
        dx: 8,
        textAnchor: "start",
        text: shares,
      }),
    ],
  });
  if (unknown.length > 0) addHatch(chart, `hatch-gap-${size}`, options);
  return chart;
}

/** What stands at the end of a bar: how many lack a card, and their share of all who do. */
function shares(g: AgeGap): string {
  if (g.without === null) return NO_NUMBER;
  const share = g.shareOfGap === null ? "" : ` (${wholePercent(g.shareOfGap)})`;
  return `${counted(g.without, g.leaves)}人${share}`;
}

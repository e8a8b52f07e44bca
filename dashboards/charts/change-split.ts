import * as Plot from "@observablehq/plot";
import type { RateChange } from "../data/indicators/change.js";
import { drawChart, labels, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "./chart.js";
import { points } from "./words.js";

interface Step {
  name: string;
  from: number;
  to: number;
  value: number;
  kind: "effect" | "sum";
}

/** The change as a waterfall: cards first, population on top of it, their sum last. In points. */
export function changeSteps({ cardEffect, populationEffect, total }: RateChange): Step[] {
  return [
    { name: "カードの増減", from: 0, to: cardEffect, value: cardEffect, kind: "effect" },
    { name: "人口の変化", from: cardEffect, to: total, value: populationEffect, kind: "effect" },
    { name: "合わせて", from: 0, to: total, value: total, kind: "sum" },
  ];
}

/** A small waterfall of the last change of one rate, split into cards and population. */
export function changeSplit(change: RateChange, words: ChartWords, options: ChartOptions): ChartElement {
  const { palette, size } = options;
  const steps = changeSteps(change);
  const ends = steps.flatMap((s) => [s.from, s.to]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const links = steps.slice(0, 2).map((s, i) => ({ at: s.to, y1: s.name, y2: steps[i + 1]!.name }));
  const isSum = (s: Step) => s.kind === "sum";
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    // As tall as the card beside it on a wide page.
    height: size === "wide" ? 320 : 190,
    marginTop: 6,
    marginBottom: 6,
    marginLeft: 96,
    marginRight: 110,
    // A span of its own for a change of nothing at all, so that the zero line still has a place.
    x: { domain: low === high ? [-1, 1] : [low, high], axis: null },
    y: { axis: null, padding: size === "wide" ? 0.5 : 0.35, domain: steps.map((s) => s.name) },
    marks: [
      Plot.link(links, {
        x1: "at",
        x2: "at",
        y1: "y1",
        y2: "y2",
        stroke: palette.muted,
        strokeDasharray: "2 3",
      }),
      Plot.barX(steps, {
        x1: "from",
        x2: "to",
        y: "name",
        fill: (s: Step) => (s.value < 0 ? palette.behind : s.kind === "sum" ? palette.ink : palette.town),
      }),
      Plot.ruleX([0], { stroke: palette.muted }),
      ...labels(steps, isSum, { y: "name", frameAnchor: "left", dx: -10, textAnchor: "end", text: "name" }),
      ...labels(steps, isSum, {
        x: (s: Step) => Math.max(s.from, s.to),
        y: "name",
        dx: 7,
        textAnchor: "start",
        text: (s: Step) => `${points(s.value, 2)}ポイント`,
      }),
    ],
  });
}

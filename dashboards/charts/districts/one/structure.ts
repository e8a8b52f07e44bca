import * as Plot from "@observablehq/plot";
import type { AgeStructure } from "../../../data/indicators/ages/age-structure.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../../chart.js";
import { points } from "../../words.js";

interface Step {
  name: string;
  value: number;
  isSum: boolean;
}

/** The difference from the town as bars from 0, in points: what ages explain, what is left, both together. */
export function structureChart(
  { structure, rest, own, town }: AgeStructure,
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const steps: Step[] = [
    { name: "年齢構成", value: 100 * structure, isSum: false },
    { name: "同じ年齢での差", value: 100 * rest, isSum: false },
    { name: "全体との差", value: 100 * (own - town), isSum: true },
  ];
  const values = steps.map((s) => s.value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(0.1, (high - low) * (size === "wide" ? 0.34 : 0.5));
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: 190,
    marginTop: 6,
    marginBottom: 6,
    marginLeft: 116,
    marginRight: 12,
    x: { domain: [low < 0 ? low - room : 0, high > 0 || low === 0 ? high + room : 0], axis: null },
    y: { axis: null, domain: steps.map((s) => s.name), padding: 0.4 },
    marks: [
      Plot.barX(steps, {
        x: "value",
        y: "name",
        fill: (s: Step) => (s.value < 0 ? palette.behind : s.isSum ? palette.ink : palette.town),
      }),
      Plot.ruleX([0], { stroke: palette.muted }),
      ...labels(steps, (s) => s.isSum, {
        y: "name",
        frameAnchor: "left",
        dx: -10,
        textAnchor: "end",
        text: "name",
      }),
      ...([true, false] as const).flatMap((isNegative) =>
        labels(
          steps.filter((s) => s.value < 0 === isNegative),
          (s) => s.isSum,
          {
            x: "value",
            y: "name",
            dx: isNegative ? -6 : 6,
            textAnchor: isNegative ? "end" : "start",
            text: (s: Step) => `${points(s.value, 1)}ポイント`,
          },
        ),
      ),
    ],
  });
}

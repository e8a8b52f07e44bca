import * as Plot from "@observablehq/plot";
import { wholeRate, wholeText, type Facts } from "./facts.js";
import type { Group } from "./groups.js";
import type { PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import type { RateForm } from "./rate-form.js";
import { rateText } from "./rates.js";
import { widthInEm } from "./text-width.js";
import { whiskers } from "./whisker.js";

/** Where the panel stands in the drawing, in px. */
interface Panel {
  words: PublicWords;
  options: PublicChartOptions;
  from: number;
  to: number;
}

/** A dot for each rate and a line for the rate of all; the scale is its own and says so at both ends. */
export function ratePanel(
  facts: Facts,
  { groups, named, form }: { groups: readonly Group[]; named: readonly Group[]; form: RateForm },
  { words, options, from, to }: Panel,
): Plot.Markish[] {
  const { palette } = options;
  const whole = wholeRate(facts).value;
  const text = (g: Group): string => rateText(g.rate, form, words);
  const right = to - Math.max(...groups.map((g) => widthInEm(text(g)))) * 13 - 16;
  const values = [whole, ...groups.flatMap((g) => [g.rate.low, g.rate.high])];
  const low = Math.floor(Math.min(...values) / 10) * 10;
  const high = Math.max(100, Math.ceil(Math.max(...values) / 10) * 10);
  const at = (percent: number): number => from + ((percent - low) / (high - low)) * (right - from);
  return [
    Plot.ruleX([low, high], { x: at, stroke: palette.grid }),
    Plot.text([low, high], {
      x: at,
      frameAnchor: "bottom",
      dy: 16,
      text: (v: number) => `${v}%`,
      fill: palette.muted,
    }),
    Plot.ruleX([whole], { x: at, stroke: palette.ink, strokeWidth: 1.5, strokeDasharray: "4 2" }),
    Plot.text([whole], {
      x: at,
      frameAnchor: "top",
      dy: -13,
      text: [`${words.rate[facts.focus]} (${words.wholeTown}) ${wholeText(facts)}`],
      fontWeight: 700,
      fill: palette.ink,
    }),
    ...(form === "band"
      ? whiskers(groups, { x1: (g) => at(g.rate.low), x2: (g) => at(g.rate.high), palette })
      : []),
    Plot.dot(groups, {
      x: (g: Group) => at(g.rate.value),
      y: "key",
      r: 5,
      fill: (g: Group) => (named.includes(g) ? palette.behind : palette.town),
    }),
    Plot.text(groups, {
      frameAnchor: "right",
      y: "key",
      dx: -2,
      textAnchor: "end",
      text,
      fill: palette.ink,
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { drawChart, labels, type ChartElement, type ChartWords } from "../chart.js";
import { wholeRate, wholeText, type Facts } from "./facts.js";
import { formOfGroups, groupOf, isAbout, toldWithout, type Group } from "./groups.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import { rateText } from "./rates.js";
import { lowestRates } from "./standout.js";
import { widthInEm } from "./text-width.js";
import { whiskers } from "./whisker.js";

/** The ages on the newest date, youngest first. */
export const ageGroups = ({ model, focus }: Facts, words: PublicWords): Group[] =>
  model.ages.flatMap((row) => groupOf(row, focus, { key: row.age_band, name: words.age(row.age_band) }));

/** Bars from 0 to everybody: the rate of each age beside the rate of all. */
export function agesChart(
  facts: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { palette, size, print } = options;
  const narrow = size === "narrow";
  const groups = ageGroups(facts, words);
  const form = formOfGroups(groups);
  const lowest = lowestRates(groups);
  const whole = wholeRate(facts).value;
  const top = Math.max(100, whole, ...groups.map((g) => g.rate.high));
  const em = narrow ? 12 : 13;
  const name = Math.max(...groups.map((g) => widthInEm(g.name))) * em + 12;
  const text = (g: Group): string => {
    const rate = rateText(g.rate, form, words);
    return narrow ? rate : `${rate} (${words.remaining(toldWithout(g), isAbout(g))})`;
  };
  // Numbers stand in a column of their own, where the line of all residents cannot run through them.
  const right = Math.max(...groups.map((g) => widthInEm(text(g))), 3) * em + 14;
  const row = narrow ? 22 : 23;
  return drawChart(options, said, {
    width: PUBLIC_WIDTHS[size],
    height: groups.length * row + 46,
    marginTop: 24,
    marginBottom: 22,
    marginLeft: name,
    marginRight: right,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: groups.map((g) => g.key), padding: 0.22 },
    marks: [
      Plot.ruleX([25, 50, 75, 100], { stroke: palette.grid }),
      Plot.barX(groups, {
        x: (g: Group) => g.rate.value,
        y: "key",
        fill: (g: Group) => (lowest.includes(g) ? palette.behind : print ? palette.context : palette.town),
      }),
      ...(form === "band"
        ? whiskers(groups, { x1: (g) => g.rate.low, x2: (g) => g.rate.high, palette })
        : []),
      Plot.ruleX([whole], { stroke: palette.ink, strokeWidth: 1.5, strokeDasharray: "4 2" }),
      Plot.text([whole], {
        x: (v: number) => v,
        frameAnchor: "top",
        dy: -12,
        text: [`${words.rate[facts.focus]} (${words.wholeTown}) ${wholeText(facts)}`],
        fontWeight: 700,
        fill: palette.ink,
      }),
      Plot.text(groups, {
        y: "key",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: "name",
        fill: palette.ink,
      }),
      ...labels(groups, (g: Group) => lowest.includes(g), {
        frameAnchor: "right",
        y: "key",
        dx: right - 2,
        textAnchor: "end",
        text,
        fill: palette.ink,
      }),
      Plot.axisX({
        ticks: [0, 50, 100],
        tickFormat: (v: number) => `${v}%`,
        tickSize: 0,
        fill: palette.muted,
        label: null,
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { drawChart, labels, type ChartElement, type ChartWords } from "../chart.js";
import type { Facts } from "./facts.js";
import { drawable, groupOf, type Group } from "./groups.js";
import { addWithheldPattern, withheldFill } from "./patterns.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import { widthInEm } from "./text-width.js";

/** The ages on the newest date, youngest first. */
export const ageGroups = ({ model, focus }: Facts, words: PublicWords): Group[] =>
  drawable(
    model.ages.map((row) => groupOf(row, focus, { key: row.age_band, name: words.age(row.age_band) })),
  );

/** The one with the lowest rate; null where all are withheld. */
export const lowest = (groups: readonly Group[]): Group | null =>
  groups.reduce<Group | null>(
    (least, g) => (g.value !== null && (least === null || g.value < least.value!) ? g : least),
    null,
  );

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
  const told = groups.filter((g) => g.value !== null);
  const least = lowest(groups);
  const whole = facts.now[facts.focus]!;
  const wholeValue = (whole.rate ?? 0) * 100;
  const top = Math.max(100, wholeValue, ...told.map((g) => g.value!));
  const em = narrow ? 12 : 13;
  const name = Math.max(...groups.map((g) => widthInEm(g.name))) * em + 12;
  const text = (g: Group): string =>
    narrow ? `${g.percent}%` : `${g.percent}% (${words.remaining(g.without!)})`;
  // Numbers stand in a column of their own, where the line of all residents cannot run through them.
  const right = Math.max(...told.map((g) => widthInEm(text(g))), 3) * em + 14;
  const row = narrow ? 22 : 23;
  const chart = drawChart(options, said, {
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
      Plot.barX(
        groups.filter((g) => g.hidden),
        {
          x: () => top,
          y: "key",
          fill: withheldFill("ages", options),
          stroke: palette.muted,
        },
      ),
      Plot.barX(told, {
        x: "value",
        y: "key",
        fill: (g: Group) => (g === least ? palette.behind : print ? palette.context : palette.town),
      }),
      Plot.ruleX([wholeValue], { stroke: palette.ink, strokeWidth: 1.5, strokeDasharray: "4 2" }),
      Plot.text([wholeValue], {
        x: (v: number) => v,
        frameAnchor: "top",
        dy: -12,
        text: [`${words.rate[facts.focus]} (${words.wholeTown}) ${whole.percent}%`],
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
      ...labels(told, (g: Group) => g === least, {
        frameAnchor: "right",
        y: "key",
        dx: right - 2,
        textAnchor: "end",
        text,
        fill: palette.ink,
      }),
      withheldLabels(groups, words, options),
      Plot.axisX({
        ticks: [0, 50, 100],
        tickFormat: (v: number) => `${v}%`,
        tickSize: 0,
        fill: palette.muted,
        label: null,
      }),
    ],
  });
  addWithheldPattern(chart, "ages", options);
  return chart;
}

/** The word over a hatched bar: a hatch alone could be taken for a value. */
export function withheldLabels(
  groups: readonly Group[],
  words: PublicWords,
  { palette }: PublicChartOptions,
  from = 0,
): Plot.Markish {
  return Plot.text(
    groups.filter((g) => g.hidden),
    {
      x: () => from,
      y: "key",
      dx: 8,
      textAnchor: "start",
      text: () => words.withheld,
      fill: palette.ink,
      stroke: palette.surface,
      strokeWidth: 5,
      fontWeight: 700,
    },
  );
}

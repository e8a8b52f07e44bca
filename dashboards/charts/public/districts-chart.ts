import * as Plot from "@observablehq/plot";
import { drawChart, labels, type ChartElement, type ChartWords } from "../chart.js";
import { withheldLabels } from "./ages-chart.js";
import type { Facts } from "./facts.js";
import { drawable, groupOf, type Group } from "./groups.js";
import { addWithheldPattern, withheldFill } from "./patterns.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import { shorten, widthInEm } from "./text-width.js";

/** More rows than this are a wall; the table has them all. */
export const MOST_DISTRICTS = 20;

/** Districts on the newest date, most residents without first, then by code; withheld ones last. */
export function districtGroups({ model, focus }: Facts, words: PublicWords): Group[] {
  const groups = model.districts.map((row) =>
    groupOf(row, focus, {
      key: row.place,
      name: row.merged ? row.name + words.merged : row.name,
      merged: row.merged,
    }),
  );
  return drawable(groups).sort(
    (a, b) =>
      Number(a.hidden) - Number(b.hidden) || (b.without ?? 0) - (a.without ?? 0) || (a.key < b.key ? -1 : 1),
  );
}

/** Where the people without are: bars of persons; beside them, on a wide drawing, how each rate stands to all. */
export function districtsChart(
  facts: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { palette, size, print } = options;
  const narrow = size === "narrow";
  const all = districtGroups(facts, words);
  const groups = all.slice(0, MOST_DISTRICTS);
  const told = groups.filter((g) => g.value !== null);
  const em = narrow ? 12 : 13;
  const widest = Math.max(...groups.map((g) => widthInEm(g.name))) * em;
  const left = Math.min(narrow ? 120 : 180, widest + 14);
  const width = PUBLIC_WIDTHS[size];
  // The bars' part of the width; on a wide drawing the rates stand in a panel of their own behind it.
  const bars = { from: left, to: narrow ? width - 112 : left + 0.5 * (width - left) - 70 };
  const most = Math.max(1, ...told.map((g) => g.without!));
  const barEnd = (people: number): number => bars.from + (people / most) * (bars.to - bars.from);
  const rows = groups.length * 25;
  const height = rows + (narrow ? 10 : 46) + (all.length > groups.length ? 22 : 0);
  const chart = drawChart(options, said, {
    width,
    height,
    marginTop: narrow ? 4 : 26,
    marginBottom: height - rows - (narrow ? 4 : 26),
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { axis: null, domain: groups.map((g) => g.key), padding: 0.25 },
    marks: [
      Plot.rect(
        groups.filter((g) => g.hidden),
        {
          x1: bars.from,
          x2: bars.to,
          y: "key",
          fill: withheldFill("districts", options),
          stroke: palette.muted,
        },
      ),
      Plot.barX(told, {
        x1: bars.from,
        x2: (g: Group) => barEnd(g.without!),
        y: "key",
        fill: (g: Group) => (g === told[0] ? palette.behind : print ? palette.context : palette.town),
      }),
      Plot.ruleX([bars.from], { stroke: palette.muted }),
      Plot.text(groups, {
        x: left - 8,
        y: "key",
        textAnchor: "end",
        text: (g: Group) => label(g, words, (left - 10) / em),
        fill: palette.ink,
      }),
      ...labels(told, (g: Group) => g === told[0], {
        x: (g: Group) => barEnd(g.without!),
        y: "key",
        dx: 6,
        textAnchor: "start",
        text: (g: Group) => `${words.people(g.without!)}${narrow ? ` (${g.percent}%)` : ""}`,
        fill: palette.ink,
      }),
      withheldLabels(groups, words, options, bars.from),
      ...(narrow ? [] : ratePanel(facts, told, { words, options, from: bars.to + 84, to: width - 62 })),
      ...(all.length > groups.length
        ? [
            Plot.text([words.others(all.length - groups.length)], {
              x: left,
              frameAnchor: "bottom",
              dy: narrow ? 22 : 40,
              textAnchor: "start",
              fill: palette.muted,
              text: (t: string) => t,
            }),
          ]
        : []),
    ],
  });
  addWithheldPattern(chart, "districts", options);
  return chart;
}

/** The name in `limit` em; that it stands for several districts is never cut off. */
function label(group: Group, words: PublicWords, limit: number): string {
  if (!group.merged) return shorten(group.name, limit);
  const name = group.name.slice(0, -words.merged.length);
  return shorten(name, limit - widthInEm(words.merged)) + words.merged;
}

/** A dot for each rate and a line for the rate of all; the scale is its own and says so at both ends. */
function ratePanel(
  { now, focus }: Facts,
  told: readonly Group[],
  { words, options, from, to }: { words: PublicWords; options: PublicChartOptions; from: number; to: number },
): Plot.Markish[] {
  const { palette } = options;
  const whole = now[focus]!;
  const wholeValue = (whole.rate ?? 0) * 100;
  const values = [wholeValue, ...told.map((g) => g.value!)];
  const low = Math.floor(Math.min(...values) / 10) * 10;
  const high = Math.max(100, Math.ceil(Math.max(...values) / 10) * 10);
  const at = (percent: number): number => from + ((percent - low) / (high - low || 1)) * (to - from);
  return [
    Plot.ruleX([low, high], { x: at, stroke: palette.grid }),
    Plot.text([low, high], {
      x: at,
      frameAnchor: "bottom",
      dy: 16,
      text: (v: number) => `${v}%`,
      fill: palette.muted,
    }),
    Plot.ruleX([wholeValue], { x: at, stroke: palette.ink, strokeWidth: 1.5, strokeDasharray: "4 2" }),
    Plot.text([wholeValue], {
      x: at,
      frameAnchor: "top",
      dy: -13,
      text: [`${words.rate[focus]} (${words.wholeTown}) ${whole.percent}%`],
      fontWeight: 700,
      fill: palette.ink,
    }),
    Plot.dot(told, {
      x: (g: Group) => at(g.value!),
      y: "key",
      r: 5,
      fill: (g: Group) => (g === told[0] ? palette.behind : palette.town),
    }),
    Plot.text(told, {
      frameAnchor: "right",
      y: "key",
      dx: -2,
      textAnchor: "end",
      text: (g: Group) => `${g.percent}%`,
      fill: palette.ink,
    }),
  ];
}

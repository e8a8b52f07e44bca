import * as Plot from "@observablehq/plot";
import { drawChart, labels, type ChartElement, type ChartWords } from "../chart.js";
import { ratePanel } from "./district-rates.js";
import type { Facts } from "./facts.js";
import { formOfGroups, groupOf, isAbout, toldWithout, type Group } from "./groups.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import { rateText } from "./rates.js";
import { mostWithout } from "./standout.js";
import { shorten, widthInEm } from "./text-width.js";
import { whiskers } from "./whisker.js";

/** More rows than this are a wall; the table has them all. */
export const MOST_DISTRICTS = 20;

/** Districts on the newest date, most residents without first, then by code. */
export const districtGroups = ({ model, focus }: Facts, words: PublicWords): Group[] =>
  model.districts
    .flatMap((row) =>
      groupOf(row, focus, {
        key: row.place,
        name: row.merged ? row.name + words.merged : row.name,
        ...(row.several && { short: words.several(row.several.first, row.several.count) }),
        merged: row.merged,
      }),
    )
    .sort((a, b) => b.without - a.without || (a.key < b.key ? -1 : 1));

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
  const form = formOfGroups(all);
  const named = mostWithout(all);
  const em = narrow ? 12 : 13;
  const text = (g: Group): string => {
    const people = words.people(toldWithout(g));
    const rough = isAbout(g) ? words.about(people) : people;
    return narrow ? `${rough} (${rateText(g.rate, form, words)})` : rough;
  };
  const widest = Math.max(...groups.map((g) => widthInEm(g.short))) * em;
  const left = Math.min(narrow ? 120 : 180, widest + 14);
  const spoken = Math.max(...groups.map((g) => widthInEm(text(g)))) * em * 1.03 + 8;
  const width = PUBLIC_WIDTHS[size];
  // The bars' part of the width; on a wide drawing the rates stand in a panel of their own behind it.
  const bars = { from: left, to: narrow ? width - spoken : left + 0.5 * (width - left) - spoken };
  const reach = (g: Group): number => g.without + (form === "band" ? g.margin : 0);
  const most = Math.max(1, ...groups.map(reach));
  const at = (people: number): number => bars.from + (people / most) * (bars.to - bars.from);
  const rows = groups.length * 25;
  const height = rows + (narrow ? 10 : 46) + (all.length > groups.length ? 22 : 0);
  return drawChart(options, said, {
    width,
    height,
    marginTop: narrow ? 4 : 26,
    marginBottom: height - rows - (narrow ? 4 : 26),
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { axis: null, domain: groups.map((g) => g.key), padding: 0.25 },
    marks: [
      Plot.barX(groups, {
        x1: bars.from,
        x2: (g: Group) => at(g.without),
        y: "key",
        fill: (g: Group) => (named.includes(g) ? palette.behind : print ? palette.context : palette.town),
      }),
      ...(form === "band"
        ? whiskers(groups, {
            x1: (g) => at(Math.max(0, g.without - g.margin)),
            x2: (g) => at(reach(g)),
            palette,
          })
        : []),
      Plot.ruleX([bars.from], { stroke: palette.muted }),
      Plot.text(groups, {
        x: left - 8,
        y: "key",
        textAnchor: "end",
        text: (g: Group) => label(g, words, (left - 10) / em),
        fill: palette.ink,
      }),
      ...labels(groups, (g: Group) => named.includes(g), {
        x: (g: Group) => at(reach(g)),
        y: "key",
        dx: 6,
        textAnchor: "start",
        text,
        fill: palette.ink,
      }),
      ...(narrow
        ? []
        : ratePanel(
            facts,
            { groups, named, form },
            { words, options, from: bars.to + spoken + 16, to: width },
          )),
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
}

/** The name in `limit` em; that it stands for several districts is never cut off. */
function label(group: Group, words: PublicWords, limit: number): string {
  if (!group.short.endsWith(words.merged)) return shorten(group.short, limit);
  const name = group.short.slice(0, -words.merged.length);
  return shorten(name, limit - widthInEm(words.merged)) + words.merged;
}

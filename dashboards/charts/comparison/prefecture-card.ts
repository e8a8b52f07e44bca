import * as Plot from "@observablehq/plot";
import type { PlaceRate } from "../../data/indicators/comparison/place-rate.js";
import type { Card } from "../card.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { dateJa, number } from "../words.js";
import type { ComparisonModel } from "./model.js";
import { placeBarLabels } from "./place-bar-labels.js";
import { comparedRate, MIC, permilleJa } from "./words.js";

/** More than these would be a wall: then those around the town are drawn. */
const MOST_BARS = 20;

/** A municipality with its place in its prefecture. */
interface Placed extends PlaceRate {
  rank: number;
}

/** The municipalities of the town's prefecture by rate; of a large prefecture those around the town. */
export function prefectureCard(model: ComparisonModel): Card[] {
  const { own, groups, town, measure, asOf } = model;
  const group = groups.find((g) => g.group === "prefecture");
  if (!own || !group || group.towns.length < 2) return [];
  const sorted = group.towns.toSorted((a, b) => b.permille - a.permille || (a.code < b.code ? -1 : 1));
  const placed = sorted.map((t): Placed => ({
    ...t,
    rank: sorted.findIndex((other) => other.permille === t.permille) + 1,
  }));
  const at = placed.findIndex((t) => t.code === own.code);
  const from = Math.max(0, Math.min(at - MOST_BARS / 2, placed.length - MOST_BARS));
  const shown = placed.slice(from, from + MOST_BARS);
  const top = placed[0]!;
  const name = town.prefecture || "都道府県";
  const title =
    top.code === own.code
      ? `${town.name}は${name}で最も高い`
      : `${name}で最も高いのは${top.name}の${permilleJa(top.permille)}、${town.name}は${number(group.rank.rank)}位`;
  const cut =
    shown.length < placed.length
      ? `${number(placed.length)}団体のうち、${town.name}の前後を示しています。`
      : "";
  return [
    {
      slot: "comparison-prefecture",
      title,
      reading: `率の高い順。左の数は順位で、同じ率は同じ順位です。${cut}`,
      source: `出典:${MIC}、${dateJa(asOf)}現在`,
      span: "half",
      draw: (options) => bars({ rows: shown, own: own.code }, { title, description: "県内の率。" }, options),
      table: {
        columns: ["市区町村", "順位", comparedRate(measure), "枚数", "人口"],
        rows: placed.map((t) => [t.name, t.rank, permilleJa(t.permille), t.count, t.population]),
      },
    },
  ];
}

function bars(
  { rows, own }: { rows: readonly Placed[]; own: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const isOwn = (t: Placed) => t.code === own;
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 22 + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 132,
    marginRight: 56,
    x: { domain: [0, Math.max(10, ...rows.map((t) => t.permille))], axis: null },
    y: { axis: null, domain: rows.map((t) => t.code), padding: 0.22 },
    marks: [
      Plot.barX(rows, {
        x: "permille",
        y: "code",
        fill: (t: Placed) => (isOwn(t) ? palette.town : palette.context),
      }),
      Plot.ruleX([0], { stroke: palette.muted }),
      ...labels(rows, isOwn, {
        y: "code",
        frameAnchor: "left",
        dx: -132,
        textAnchor: "start",
        text: (t: Placed) => `${t.rank}位`,
        fill: palette.muted,
      }),
      ...placeBarLabels(rows, isOwn, { letters: 6, value: (t) => permilleJa(t.permille) }),
    ],
  });
}

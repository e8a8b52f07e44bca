import * as Plot from "@observablehq/plot";
import { rankOf } from "../../data/indicators/comparison/rank.js";
import { RANK_GROUPS, type RankGroup } from "../../data/indicators/comparison/rank-series.js";
import type { Card } from "../card.js";
import {
  drawChart,
  labels,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { timeTicks, utc } from "../time-axis.js";
import { dateJa, number } from "../words.js";
import type { ComparisonModel } from "./model.js";
import { comparedRate, groupName, MIC, permilleJa } from "./words.js";

interface RankDot {
  group: RankGroup;
  name: string;
  as_of: string;
  percentile: number;
  rank: number;
  of: number;
}

/** How the town's place among its groups has moved; no card with a single date. */
export function rankCard(model: ComparisonModel): Card[] {
  const { series, town, measure, asOf } = model;
  const dots = series.flatMap((point) =>
    RANK_GROUPS.flatMap((group): RankDot[] => {
      const rank = rankOf(point[group]);
      // Of a group of one there is no place to tell.
      if (!rank || rank.of < 2) return [];
      return [
        {
          group,
          name: groupName(group, town),
          as_of: point.as_of,
          percentile: Number(rank.percentile),
          rank: rank.rank,
          of: rank.of,
        },
      ];
    }),
  );
  const nation = dots.filter((d) => d.group === "nation");
  const [first, shown] = [nation[0], nation.find((d) => d.as_of === asOf)];
  if (!first || !shown || nation.length < 2) return [];
  const title =
    first === shown
      ? `全国での順位は${dateJa(shown.as_of)}に${number(shown.rank)}位`
      : `全国での順位は${dateJa(first.as_of)}の${number(first.rank)}位から${dateJa(shown.as_of)}の${number(shown.rank)}位へ`;
  return [
    {
      slot: "comparison-rank",
      title,
      reading:
        "縦軸は自分より率の低い団体の割合(同じ率は半分と数える百分位)。上にあるほど上位。順位の数は団体の数が違うので、割合で並べています。同規模は基準日ごとに選び直しています。",
      source: `出典:${MIC}`,
      span: "half",
      draw: (options) =>
        rankChart({ dots, asOf }, { title, description: "集まりの中での位置の推移。" }, options),
      table: {
        columns: [
          "基準日",
          comparedRate(measure),
          ...RANK_GROUPS.flatMap((g) => [`${groupName(g, town)}の順位`, "百分位"]),
        ],
        rows: [...series].reverse().map((point) => [
          dateJa(point.as_of),
          permilleJa(point.permille),
          ...RANK_GROUPS.flatMap((group) => {
            const rank = rankOf(point[group]);
            return rank ? [`${number(rank.rank)} / ${number(rank.of)}`, rank.percentile] : [null, null];
          }),
        ]),
      },
    },
  ];
}

function rankChart(
  { dots, asOf }: { dots: readonly RankDot[]; asOf: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const frame = { height: 300, marginTop: 16, marginBottom: 28 };
  const inner = frame.height - frame.marginTop - frame.marginBottom;
  const ends = RANK_GROUPS.flatMap((g) => dots.filter((d) => d.group === g).slice(-1));
  const endY = spread(
    ends.map((e) => (1 - e.percentile / 100) * inner),
    34,
    inner,
  );
  const dates = dots.map((d) => d.as_of).sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const ticks = timeTicks(first, last, true);
  const isNation = (d: RankDot) => d.group === "nation";
  const colour = (d: RankDot) => (isNation(d) ? palette.town : palette.context);
  const dash: Record<RankGroup, string> = { nation: "none", prefecture: "none", size: "5 3" };
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    ...frame,
    marginLeft: 50,
    marginRight: narrow ? 92 : 112,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [0, 100], axis: null },
    marks: [
      Plot.ruleY([0, 25, 50, 75, 100], { stroke: palette.grid }),
      Plot.axisY({
        ticks: [0, 50, 100],
        tickSize: 0,
        tickFormat: (v: number) => (v === 100 ? "最上位" : v === 0 ? "最下位" : "まん中"),
        fill: palette.muted,
        label: null,
      }),
      Plot.axisX({
        ticks: ticks.values,
        tickFormat: ticks.format,
        fill: palette.muted,
        stroke: palette.grid,
        label: null,
      }),
      ...(asOf === last ? [] : [Plot.ruleX([utc(asOf)], { stroke: palette.ink, strokeWidth: 1.25 })]),
      ...[...RANK_GROUPS].reverse().map((g) =>
        Plot.line(
          dots.filter((d) => d.group === g),
          {
            x: (d: RankDot) => utc(d.as_of),
            y: "percentile",
            stroke: colour,
            strokeWidth: g === "nation" ? 3 : 1.75,
            strokeDasharray: dash[g],
          },
        ),
      ),
      Plot.dot(ends, { x: (d: RankDot) => utc(d.as_of), y: "percentile", r: 3.5, fill: colour }),
      ...labels(
        ends.map((e, i) => ({ ...e, label: 100 * (1 - endY[i]! / inner) })),
        isNation,
        {
          x: (d: RankDot) => utc(d.as_of),
          y: "label",
          dx: 8,
          textAnchor: "start",
          lineHeight: 1.15,
          text: (d: RankDot) => `${d.name}\n${number(d.rank)}位/${number(d.of)}`,
          fill: colour,
        },
      ),
      ...(options.tips
        ? [
            Plot.tip(
              dots,
              Plot.pointer({
                x: (d: RankDot) => utc(d.as_of),
                y: "percentile",
                title: (d: RankDot) => `${d.name} ${number(d.rank)}位 / ${number(d.of)}\n${dateJa(d.as_of)}`,
              }),
            ),
          ]
        : []),
    ],
  });
}

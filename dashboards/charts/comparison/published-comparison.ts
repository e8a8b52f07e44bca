import * as Plot from "@observablehq/plot";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import { percentHalfUp, rate } from "../../data/indicators/rate.js";
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
import { percent } from "../words.js";

interface Point extends PublishedTotal {
  date: Date;
  value: number;
}

/** 交付枚数率 of the town (its colour) between the prefecture and the nation (grey), as published. */
export function publishedComparison(
  { published, town }: { published: readonly PublishedTotal[]; town: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const points: Point[] = published.map((p) => ({
    ...p,
    date: utc(p.as_of),
    value: rate(p.issued, p.population)! * 100,
  }));
  const dates = published.map((p) => p.as_of).sort();
  const ticks = timeTicks(dates[0]!, dates.at(-1)!, size === "narrow");
  const frame = { height: 320, marginTop: 18, marginBottom: 32, marginLeft: 40, marginRight: 118 };
  const top = Math.max(75, ...points.map((p) => p.value));
  const inner = frame.height - frame.marginTop - frame.marginBottom;
  const ends = [...Map.groupBy(points, (p) => p.code).values()].map((group) => group.at(-1)!);
  const endY = spread(
    ends.map((p) => (1 - p.value / top) * inner),
    18,
    inner,
  );
  const colour = (p: Point) => (p.code === town ? palette.town : palette.context);
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    ...frame,
    x: { type: "utc", domain: [utc(dates[0]!), utc(dates.at(-1)!)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.ruleY([0, 25, 50, 75], { stroke: palette.grid }),
      Plot.axisY({
        ticks: [0, 25, 50, 75],
        tickSize: 0,
        tickFormat: (v: number) => `${v}%`,
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
      Plot.line(points, {
        x: "date",
        y: "value",
        z: "code",
        stroke: colour,
        strokeWidth: (p: Point) => (p.code === town ? 3 : 1.75),
      }),
      Plot.dot(ends, { x: "date", y: "value", r: 3.5, fill: colour }),
      ...labels(
        ends.map((p, i) => ({ ...p, label: top * (1 - endY[i]! / inner) })),
        (p) => p.code === town,
        {
          x: "date",
          y: "label",
          dx: 8,
          textAnchor: "start",
          text: (p: Point) => `${p.name} ${percent(percentHalfUp(p.issued, p.population))}`,
          fill: (p: Point) => (p.code === town ? palette.town : palette.muted),
        },
      ),
    ],
  });
}

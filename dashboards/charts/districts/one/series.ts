import * as Plot from "@observablehq/plot";
import { PLAN_LINE_PERCENT } from "../../../data/indicators/milestone.js";
import {
  drawChart,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../../chart.js";
import { percentDecimals, rateMargin } from "../../../data/indicators/printed.js";
import { shorten } from "../../public/text-width.js";
import { roughly } from "../../words.js";
import { timeTicks, utc } from "../../time-axis.js";
import type { DistrictMoment } from "./model.js";

/** What is drawn of a district over time. */
export interface SeriesData {
  /** At least one must have a rate. */
  moments: readonly DistrictMoment[];
  name: string;
  asOf: string;
  /** Leaves whose noise the district's counts carry: of prints the band is drawn. */
  leaves: number;
}

/** The district's rate and the town's over time, with the plan's line; in percent. */
export function districtSeries(
  { moments: every, name, asOf, leaves }: SeriesData,
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  // Dates before the measure began, of the town or the district, are no part of the picture.
  const moments = every.slice(every.findIndex((m) => m.ownRate !== null || m.townRate !== null));
  const lines = [
    { name, stroke: palette.town, width: 2.5, leaves, of: (m: DistrictMoment) => m.ownRate },
    { name: "全体", stroke: palette.context, width: 1.75, leaves: 0, of: (m: DistrictMoment) => m.townRate },
  ].map((line) => ({ ...line, points: moments.flatMap((m) => pointOf(m, line.of(m), line.leaves)) }));
  const all = lines.flatMap((l) => l.points.map((p) => p.high));
  const top = Math.max(100, ...all);
  const height = size === "wide" ? 300 : 250;
  const [marginTop, marginBottom] = [12, 28];
  const px = (value: number) => marginTop + (1 - value / top) * (height - marginTop - marginBottom);
  const ends = lines.filter((l) => l.points.length > 0).map((l) => ({ ...l, end: l.points.at(-1)! }));
  const places = spread(
    ends.map((l) => px(l.end.value)),
    16,
    height - marginBottom,
  );
  const ticks = timeTicks(moments[0]!.as_of, moments.at(-1)!.as_of, size === "narrow");
  const single = moments.length === 1;
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    height,
    marginTop,
    marginBottom,
    marginLeft: 42,
    marginRight: size === "wide" ? 150 : 96,
    x: {
      axis: null,
      type: "utc",
      // A single date needs a span around it to stand in the middle of.
      ...(single && {
        domain: [
          utc(moments[0]!.as_of).getTime() - 86_400_000,
          utc(moments[0]!.as_of).getTime() + 86_400_000,
        ],
      }),
    },
    y: { axis: null, domain: [0, top] },
    marks: [
      Plot.ruleY([0, 25, 50, 75, 100], { stroke: palette.grid }),
      Plot.axisY([0, 25, 50, 75, 100], {
        tickSize: 0,
        tickFormat: (v: number) => `${v}%`,
        fill: palette.muted,
        label: null,
      }),
      Plot.ruleY([PLAN_LINE_PERCENT], { stroke: palette.ink, strokeWidth: 1, strokeDasharray: "4 3" }),
      Plot.text([PLAN_LINE_PERCENT], {
        y: PLAN_LINE_PERCENT,
        frameAnchor: "left",
        textAnchor: "start",
        dx: 6,
        dy: -8,
        text: ["88%"],
      }),
      ...(moments.length > 1 ? [Plot.ruleX([utc(asOf)], { stroke: palette.grid })] : []),
      ...lines
        .toReversed()
        .map((l) =>
          l.leaves > 0
            ? Plot.areaY(l.points, { x: "date", y1: "low", y2: "high", ...bandStyle(l.stroke) })
            : Plot.line(l.points, { x: "date", y: "value", stroke: l.stroke, strokeWidth: l.width }),
        ),
      ...(single
        ? [
            Plot.ruleX(
              lines[0]!.points.filter((p) => p.high > p.value),
              { x: "date", y1: "low", y2: "high", stroke: palette.town, strokeWidth: 2 },
            ),
            ...lines.map((l) => Plot.dot(l.points, { x: "date", y: "value", r: 5, fill: l.stroke })),
          ]
        : []),
      ...ends.map((l, i) =>
        Plot.text([l.end], {
          x: "date",
          y: "value",
          dx: 8,
          dy: places[i]! - px(l.end.value),
          textAnchor: "start",
          text: () => `${shorten(l.name, size === "wide" ? 7 : 4)} ${l.end.text}`,
          fill: i === 0 ? l.stroke : palette.muted,
          fontWeight: i === 0 ? 700 : 400,
        }),
      ),
      ...(single
        ? []
        : [
            Plot.axisX({
              ticks: ticks.values,
              tickFormat: ticks.format,
              tickSize: 5,
              fill: palette.muted,
              stroke: palette.grid,
              label: null,
            }),
          ]),
    ],
  });
}

/** A rate on one date and its band, all in percent; a band of nothing where its count is told to the person. */
function pointOf(
  { as_of, own }: DistrictMoment,
  rate: number | null,
  leaves: number,
): { date: Date; value: number; low: number; high: number; text: string }[] {
  if (rate === null) return [];
  const value = 100 * rate;
  const reach = leaves > 0 ? 100 * rateMargin(own.population, leaves) : 0;
  const text = `${value.toFixed(leaves > 0 ? percentDecimals(own.population, leaves) : 1)}%`;
  return [
    {
      date: utc(as_of),
      value,
      low: Math.max(0, value - reach),
      high: Math.min(Math.max(100, value), value + reach),
      text: roughly(text, leaves),
    },
  ];
}

/** The band has an edge, so that a thin one is seen. */
const bandStyle = (colour: string) => ({
  fill: colour,
  fillOpacity: 0.3,
  stroke: colour,
  strokeOpacity: 0.5,
  strokeWidth: 1,
});

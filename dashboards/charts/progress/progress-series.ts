import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../../data/contract/figure.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import type { Total } from "../../data/indicators/totals.js";
import {
  drawChart,
  labels,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { rateScale } from "../rate-scale.js";
import { denominatorMarks } from "../denominator-marks.js";
import { reachedPoints, seriesPoints, type ReachedPoint, type SeriesPoint } from "../series-points.js";
import { timeTicks, utc } from "../time-axis.js";
import { dateJa, percent, planLineName, rateName, shortEra } from "../words.js";

/**
 * The three rates from the first as-of date to the last, in percent of residents. The axis runs from 0 to 100
 * and further if a rate does. `focus` is drawn in the town's colour, the others in grey.
 * @param totals oldest first, at least two dates.
 * @param asOf the date the page shows; marked where it is not the last one.
 */
export function progressSeries(
  {
    totals,
    focus,
    asOf,
    municipality,
  }: { totals: readonly Total[]; focus: Measure; asOf: string; municipality: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const points = seriesPoints(totals);
  const frame = {
    width: WIDTHS.full[size],
    height: narrow ? 350 : 420,
    marginTop: 26,
    marginRight: narrow ? 88 : 150,
    marginBottom: 30,
    marginLeft: narrow ? 44 : 48,
  };
  const top = Math.max(100, ...points.map((p) => p.value));
  const height = frame.height - frame.marginTop - frame.marginBottom;
  const ends = MEASURES.flatMap((measure) => points.filter((p) => p.measure === measure).slice(-1));
  const endPixels = spread(
    ends.map((p) => (1 - p.value / top) * height),
    narrow ? 31 : 19,
    height,
  );
  const placedEnds = ends.map((p, i) => ({ ...p, label: top * (1 - endPixels[i]! / height) }));
  const isFocus = (p: SeriesPoint) => p.measure === focus;
  const colour = (p: SeriesPoint) => (isFocus(p) ? palette.town : palette.context);
  const nameOf = (p: SeriesPoint) => `${rateName(p.measure)}${narrow ? "\n" : " "}${percent(p.percent)}`;
  const reached = reachedPoints(
    totals,
    points,
    Math.min(...placedEnds.map((p) => p.label)) - (narrow ? 8 : 4),
  );
  const [first, last] = [totals[0]!.as_of, totals.at(-1)!.as_of];

  return drawChart(options, words, {
    ...frame,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...background(totals, municipality, options),
      Plot.link(reached, {
        x1: "date",
        x2: "date",
        y1: "value",
        y2: "under",
        stroke: palette.muted,
        strokeDasharray: "2 2",
      }),
      Plot.line(points, {
        x: "date",
        y: "value",
        z: "measure",
        stroke: colour,
        strokeWidth: (p: SeriesPoint) => (isFocus(p) ? 3 : 1.75),
      }),
      Plot.dot(ends, { x: "date", y: "value", r: 3.5, fill: colour }),
      ...(asOf === last ? [] : dateMarker(points, { asOf, top, isFocus }, options)),
      ...labels(placedEnds, isFocus, {
        x: "date",
        y: "label",
        dx: 9,
        text: nameOf,
        textAnchor: "start",
        lineHeight: 1.15,
        fill: (p: SeriesPoint) => (isFocus(p) ? palette.town : palette.muted),
      }),
      Plot.dot(reached, {
        x: "date",
        y: "value",
        r: 4.5,
        fill: palette.surface,
        stroke: colour,
        strokeWidth: 2,
      }),
      ...reached.map((p) => reachedLabel(p, options)),
      ...(options.tips
        ? [
            Plot.tip(
              points,
              Plot.pointer({
                x: "date",
                y: "value",
                title: (p: SeriesPoint) => `${rateName(p.measure)} ${percent(p.percent)}\n${dateJa(p.as_of)}`,
              }),
            ),
          ]
        : []),
    ],
  });
}

/** The date the page shows, where it is an earlier one: a line over the whole height and a dot on each rate. */
function dateMarker(
  points: readonly SeriesPoint[],
  { asOf, top, isFocus }: { asOf: string; top: number; isFocus: (p: SeriesPoint) => boolean },
  { palette }: ChartOptions,
): Plot.Markish[] {
  return [
    // Above the words of the axis.
    Plot.ruleX([utc(asOf)], { y1: 9, y2: top, stroke: palette.ink, strokeWidth: 1.25 }),
    Plot.dot(
      points.filter((p) => p.as_of === asOf),
      {
        x: "date",
        y: "value",
        r: 4.5,
        fill: (p: SeriesPoint) => (isFocus(p) ? palette.town : palette.context),
      },
    ),
    Plot.text([asOf], {
      x: utc,
      frameAnchor: "top",
      dy: -15,
      text: dateJa,
      fontWeight: 700,
      fill: palette.ink,
    }),
  ];
}

function reachedLabel(point: ReachedPoint, { palette }: ChartOptions): Plot.Markish {
  return Plot.text([point], {
    x: "date",
    y: "under",
    dx: -4,
    dy: 3,
    text: (p: ReachedPoint) => `${dateJa(p.as_of)}\n${rateName(p.measure)}が${PLAN_LINE_PERCENT}%に`,
    lineAnchor: "top",
    textAnchor: "start",
    fill: palette.ink,
    stroke: palette.surface,
    strokeWidth: 3,
  });
}

/** What the rates are read against: percents, the plan's line, years, changes of the denominator. */
function background(
  totals: readonly Total[],
  municipality: string,
  { palette, size }: ChartOptions,
): Plot.Markish[] {
  const narrow = size === "narrow";
  const ticks = timeTicks(totals[0]!.as_of, totals.at(-1)!.as_of, narrow);
  const eraOf = (date: string) => (narrow ? shortEra(date).split(".")[0]! : `人口${shortEra(date)}`);
  return [
    ...rateScale({ palette }, planLineName(municipality), { dy: -7 }),
    ...denominatorMarks(totals, { palette }, eraOf),
    Plot.axisX({
      ticks: ticks.values,
      tickFormat: ticks.format,
      tickSize: 5,
      fill: palette.muted,
      stroke: palette.grid,
      label: null,
    }),
  ];
}

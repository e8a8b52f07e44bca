import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../data/contract/figure.js";
import type { Total } from "../data/indicators/totals.js";
import { drawChart, labels, spread, type ChartElement, type ChartOptions, type ChartWords } from "./chart.js";
import { denominatorMarks } from "./denominator-marks.js";
import { rateScale } from "./rate-scale.js";
import { reachedPoints, seriesPoints, type ReachedPoint, type SeriesPoint } from "./series-points.js";
import { timeTicks, utc } from "./time-axis.js";

/** What the drawing says, to planners as to residents. */
export interface RateWords {
  rate: (measure: Measure) => string;
  /** A rate at the end of its line, said to be about where it is. */
  value: (point: SeriesPoint) => string;
  /** The name of the plan's line. */
  planLine: string;
  /** At a change of the denominator: since when residents are counted. */
  populationOf: (populationAsOf: string, narrow: boolean) => string;
  date: (asOf: string) => string;
  /** A measure has reached the plan's line. */
  reached: (measure: Measure) => string;
  year: (year: number, narrow: boolean) => string;
}

export interface RatesOverTime {
  /** Oldest first, at least two dates. */
  totals: readonly Total[];
  /** The rate that is told: thick and in the town's colour. */
  focus: Measure;
  /** The date that is told about, where it is an earlier one: marked. */
  asOf?: string;
  /** Whether all counts are told to the person; of one in tens nobody can say on which date it reached a line. */
  exact: boolean;
}

export interface RatesOptions extends ChartOptions {
  frame: { width: number; height: number };
}

/** Lines told apart without colour: the focus is whole, the others are dashed each in its own way. */
const DASHES: Readonly<Record<Measure, string>> = { applications: "7 3", issued: "2 2.5", held: "none" };

/**
 * The rates of a town from the first as-of date to the last, in percent of residents, with the plan's line, the
 * milestones and the changes of the denominator. The axis runs from 0 to 100, and further if a rate does.
 */
export function ratesOverTime(
  { totals, focus, asOf, exact }: RatesOverTime,
  words: RateWords,
  said: ChartWords,
  options: RatesOptions,
): ChartElement {
  const { palette } = options;
  const narrow = options.size === "narrow";
  const points = seriesPoints(totals);
  const [first, last] = [totals[0]!.as_of, totals.at(-1)!.as_of];
  const earlier = asOf === undefined || asOf === last ? null : asOf;
  const frame = {
    ...options.frame,
    marginTop: earlier ? 26 : 18,
    marginRight: narrow ? 106 : 156,
    marginBottom: 30,
    marginLeft: 44,
  };
  const top = Math.max(100, ...points.map((p) => p.value));
  const height = frame.height - frame.marginTop - frame.marginBottom;
  const ends = MEASURES.flatMap((measure) => points.filter((p) => p.measure === measure).slice(-1));
  const pixels = spread(
    ends.map((p) => (1 - p.value / top) * height),
    narrow ? 31 : 19,
    height,
  );
  const placed = ends.map((p, i) => ({ ...p, label: top * (1 - pixels[i]! / height) }));
  const isFocus = (p: SeriesPoint): boolean => p.measure === focus;
  const colour = (p: SeriesPoint): string => (isFocus(p) ? palette.town : palette.context);
  const ceiling = Math.min(...placed.map((p) => p.label)) - (narrow ? 8 : 4);
  const reached = exact ? reachedPoints(totals, points, ceiling) : [];
  const lines = [...MEASURES].sort((a, b) => Number(a === focus) - Number(b === focus));

  return drawChart(options, said, {
    ...frame,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...background(totals, words, options),
      Plot.link(reached, {
        x1: "date",
        x2: "date",
        y1: "value",
        y2: "under",
        stroke: palette.muted,
        strokeDasharray: "2 2",
      }),
      ...lines.map((measure) =>
        Plot.line(
          points.filter((p) => p.measure === measure),
          {
            x: "date",
            y: "value",
            stroke: measure === focus ? palette.town : palette.context,
            strokeWidth: measure === focus ? 3 : 1.75,
            strokeDasharray:
              measure === focus ? "none" : DASHES[measure === "held" ? "applications" : measure],
          },
        ),
      ),
      Plot.dot(ends, { x: "date", y: "value", r: 3.5, fill: colour }),
      ...(earlier ? dateMarker(earlier, points, { top, colour, words }, options) : []),
      ...labels(placed, isFocus, {
        x: "date",
        y: "label",
        dx: 9,
        text: (p: SeriesPoint) => `${words.rate(p.measure)}${narrow ? "\n" : " "}${words.value(p)}`,
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
      ...reached.map((point) => reachedLabel(point, [utc(first), utc(last)], words, options)),
      ...(options.tips
        ? [
            Plot.tip(
              points,
              Plot.pointer({
                x: "date",
                y: "value",
                title: (p: SeriesPoint) =>
                  `${words.rate(p.measure)} ${words.value(p)}\n${words.date(p.as_of)}`,
              }),
            ),
          ]
        : []),
    ],
  });
}

/** The date that is told about: a line over the whole height and a dot on each rate. */
function dateMarker(
  asOf: string,
  points: readonly SeriesPoint[],
  { top, colour, words }: { top: number; colour: (p: SeriesPoint) => string; words: RateWords },
  { palette }: ChartOptions,
): Plot.Markish[] {
  return [
    // Above the words of the axis.
    Plot.ruleX([utc(asOf)], { y1: 9, y2: top, stroke: palette.ink, strokeWidth: 1.25 }),
    Plot.dot(
      points.filter((p) => p.as_of === asOf),
      { x: "date", y: "value", r: 4.5, fill: colour },
    ),
    Plot.text([asOf], {
      x: utc,
      frameAnchor: "top",
      dy: -15,
      text: words.date,
      fontWeight: 700,
      fill: palette.ink,
    }),
  ];
}

/** Where a line reached the plan's: said to the right of its dot, to the left in the drawing's last part. */
function reachedLabel(
  point: ReachedPoint,
  [first, last]: readonly [Date, Date],
  words: RateWords,
  { palette }: ChartOptions,
): Plot.Markish {
  const late = (Number(point.date) - Number(first)) / (Number(last) - Number(first)) > 0.6;
  return Plot.text([point], {
    x: "date",
    y: "under",
    dx: late ? 4 : -4,
    dy: 3,
    text: (p: ReachedPoint) => `${words.date(p.as_of)}\n${words.reached(p.measure)}`,
    lineAnchor: "top",
    textAnchor: late ? "end" : "start",
    fill: palette.ink,
    stroke: palette.surface,
    strokeWidth: 3,
  });
}

/** What the rates are read against: percents, the plan's line, years, changes of the denominator. */
function background(
  totals: readonly Total[],
  words: RateWords,
  { palette, size }: ChartOptions,
): Plot.Markish[] {
  const narrow = size === "narrow";
  const ticks = timeTicks(totals[0]!.as_of, totals.at(-1)!.as_of, narrow).values;
  const years = ticks.every((d) => d.getUTCMonth() === 0 && d.getUTCDate() === 1);
  return [
    ...rateScale({ palette }, words.planLine),
    ...denominatorMarks(totals, { palette }, (date) => words.populationOf(date, narrow)),
    Plot.axisX({
      ticks,
      tickFormat: (d: Date) =>
        years ? words.year(d.getUTCFullYear(), narrow) : words.date(d.toISOString().slice(0, 10)),
      tickSize: 5,
      fill: palette.muted,
      stroke: palette.grid,
      label: null,
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../data/contract/figure.js";
import { denominatorChanges, firstReached } from "../data/indicators/crossing.js";
import { PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import { percentHalfUp, rate } from "../data/indicators/rate.js";
import type { Total } from "../data/indicators/totals.js";
import {
  drawChart,
  labels,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "./chart.js";
import { timeTicks, utc } from "./time-axis.js";
import { dateJa, percent, planLineName, rateName, shortEra } from "./words.js";

interface Point {
  measure: Measure;
  date: Date;
  value: number;
}

/** Lines that residents' shares are measured against, in percent. */
const GUIDES = [90, 95, 100];
/** More changes of the denominator than this (a monthly population) would be noise, and are said in words. */
const MOST_CHANGES_DRAWN = 8;

function pointsOf(totals: readonly Total[]): Point[] {
  return MEASURES.flatMap((measure) =>
    totals.flatMap((t) => {
      const value = rate(t[measure], t.population);
      return value === null ? [] : [{ measure, date: utc(t.as_of), value: value * 100 }];
    }),
  );
}

/**
 * The three rates from the first as-of date to the last, in percent of residents. The axis runs from 0 to 100
 * and further if a rate does. `focus` is drawn in the town's colour, the others in grey.
 * @param totals oldest first, at least two dates.
 */
export function progressSeries(
  { totals, focus, municipality }: { totals: readonly Total[]; focus: Measure; municipality: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const points = pointsOf(totals);
  const [first, last] = [totals[0]!.as_of, totals.at(-1)!.as_of];
  const ticks = timeTicks(first, last, narrow);
  const frame = {
    width: WIDTHS.full[size],
    height: narrow ? 360 : 430,
    marginTop: 26,
    marginRight: narrow ? 92 : 140,
    marginBottom: 52,
    marginLeft: narrow ? 36 : 46,
  };
  const top = Math.max(100, ...points.map((p) => p.value));
  const pixels = (value: number) =>
    frame.marginTop + (1 - value / top) * (frame.height - frame.marginTop - frame.marginBottom);
  const ends = MEASURES.flatMap((measure) => points.filter((p) => p.measure === measure).slice(-1));
  const endY = spread(
    ends.map((p) => pixels(p.value)),
    narrow ? 30 : 19,
    frame.height - frame.marginBottom,
  );
  const colour = (measure: Measure) => (measure === focus ? palette.town : palette.context);
  const changes = denominatorChanges(totals).slice(0, MOST_CHANGES_DRAWN + 1);
  const drawnChanges = changes.length > MOST_CHANGES_DRAWN ? [] : changes;
  const reached = MEASURES.flatMap((measure) => {
    const at = firstReached(totals, measure, PLAN_LINE_PERCENT);
    return at
      ? [{ measure, date: utc(at.as_of), value: rate(at[measure], at.population)! * 100, as_of: at.as_of }]
      : [];
  });
  const leftEdge = utc(first);
  const endText = (p: Point) => {
    const total = totals.find((t) => utc(t.as_of).getTime() === p.date.getTime())!;
    return `${rateName(p.measure)}${narrow ? "\n" : " "}${percent(percentHalfUp(total[p.measure], total.population))}`;
  };

  return drawChart(options, words, {
    ...frame,
    x: { type: "utc", domain: [leftEdge, utc(last)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.ruleY([0, 25, 50, 75], { stroke: palette.grid }),
      Plot.ruleY(GUIDES, { stroke: palette.grid, strokeDasharray: "2 3" }),
      Plot.axisY({
        ticks: [0, 25, 50, 75, 100],
        tickSize: 0,
        tickFormat: (v: number) => `${v}%`,
        fill: palette.muted,
        label: null,
      }),
      Plot.text([90, 95], {
        frameAnchor: "left",
        y: (v: number) => v,
        dx: 30,
        dy: -7,
        text: (v: number) => `${v}%`,
        textAnchor: "start",
        fill: palette.muted,
      }),
      Plot.ruleY([PLAN_LINE_PERCENT], { stroke: palette.ink, strokeWidth: 1.25 }),
      Plot.text([PLAN_LINE_PERCENT], {
        frameAnchor: "left",
        y: PLAN_LINE_PERCENT,
        dx: 6,
        dy: 11,
        text: [planLineName(municipality)],
        textAnchor: "start",
        fill: palette.ink,
        fontWeight: 600,
      }),
      Plot.ruleX(drawnChanges, {
        x: (t: Total) => utc(t.as_of),
        y1: 0,
        y2: 4,
        stroke: palette.muted,
        strokeWidth: 1.5,
      }),
      Plot.text(drawnChanges, {
        x: (t: Total) => utc(t.as_of),
        y: 4,
        dy: -8,
        text: (t: Total) =>
          narrow ? shortEra(t.population_as_of!).split(".")[0]! : `人口${shortEra(t.population_as_of!)}`,
        fill: palette.muted,
        fontSize: narrow ? 10 : 11,
      }),
      Plot.axisX({
        ticks: ticks.values,
        tickFormat: ticks.format,
        tickSize: 5,
        fill: palette.muted,
        stroke: palette.grid,
        label: null,
      }),
      Plot.line(points, {
        x: "date",
        y: "value",
        z: "measure",
        stroke: (p: Point) => colour(p.measure),
        strokeWidth: (p: Point) => (p.measure === focus ? 3 : 1.75),
      }),
      Plot.dot(ends, { x: "date", y: "value", r: 3.5, fill: (p: Point) => colour(p.measure) }),
      ...labels(
        ends.map((p, i) => ({ ...p, at: endY[i]! - pixels(p.value) })),
        (p) => p.measure === focus,
        {
          x: "date",
          y: (p: Point & { at: number }) =>
            p.value - (p.at / (frame.height - frame.marginTop - frame.marginBottom)) * top,
          dx: 9,
          text: endText,
          textAnchor: "start",
          lineHeight: 1.15,
          fill: (p: Point) => (p.measure === focus ? palette.town : palette.muted),
        },
      ),
      Plot.dot(reached, {
        x: "date",
        y: "value",
        r: 4.5,
        fill: palette.surface,
        stroke: (p: Point) => colour(p.measure),
        strokeWidth: 2,
      }),
      Plot.text(reached, {
        x: "date",
        y: PLAN_LINE_PERCENT,
        text: (p: { as_of: string; measure: Measure }) =>
          narrow
            ? `${dateJa(p.as_of)}\n${rateName(p.measure)}`
            : `${dateJa(p.as_of)} ${rateName(p.measure)}が${PLAN_LINE_PERCENT}%に`,
        dx: 4,
        dy: narrow ? 26 : 26,
        textAnchor: "start",
        fill: palette.ink,
        stroke: palette.surface,
        strokeWidth: 4,
      }),
      ...(options.tips
        ? [
            Plot.tip(
              points,
              Plot.pointer({
                x: "date",
                y: "value",
                title: (p: Point) =>
                  `${endText(p).replace("\n", " ")}\n${dateJa(p.date.toISOString().slice(0, 10))}`,
              }),
            ),
          ]
        : []),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { MILESTONES_PERCENT, PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { addDays } from "../../data/indicators/forecast/office-days.js";
import {
  drawChart,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { utc } from "../time-axis.js";
import { dateJa, planLineName } from "../words.js";
import { timeAxis } from "./axis.js";
import { datedValues, fanPoints, recent, type DatedValue, type FanPoint } from "./fan.js";
import type { OutlookModel, Path } from "./model.js";
import { shareJa } from "./words.js";

/** The lowest percent of the axis: ten-wise below everything shown, so that the way to 100% can be told apart. */
export function lowestPercent(model: OutlookModel, path: Path): number {
  const { population } = path.forecast.origin;
  const shown = recent(model.observed).map((o) => (100 * o.count) / o.population);
  const lowest = Math.min(
    ...shown,
    PLAN_LINE_PERCENT,
    ...path.forecast.points.map((p) => (100 * p.low) / population),
  );
  return Math.max(0, Math.floor(lowest / 10) * 10 - (lowest % 10 < 3 ? 10 : 0));
}

/**
 * The observed rate and the three years ahead: the point as a broken line, the 80% interval as a band, the
 * milestones as lines with their names; with a plan, also how it would go without; from an earlier date, what came.
 */
export function fanChart(
  { model, path }: { model: OutlookModel; path: Path },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const { origin } = path.forecast;
  const share = (count: number) => (100 * count) / origin.population;
  const fan = fanPoints(path.forecast, share);
  const seen = datedValues(recent(model.observed), (o) => (100 * o.count) / o.population);
  const came = datedValues(
    model.later.filter((o) => o.day - origin.day < path.forecast.points.length),
    (o) => (100 * o.count) / o.population,
  );
  const usual = model.planned && model.usual ? fanPoints(model.usual.forecast, share) : [];
  const bottom = lowestPercent(model, path);
  const top = Math.max(100, ...fan.map((p) => p.high), ...came.map((p) => p.value)) + 1;
  const frame = {
    width: WIDTHS.full[size],
    height: narrow ? 340 : 360,
    marginTop: 40,
    marginRight: narrow ? 62 : 150,
    marginBottom: 30,
    marginLeft: narrow ? 40 : 48,
  };
  const first = seen[0]!.as_of;
  const last = addDays(origin.as_of, path.forecast.points.length - 1);
  const milestones = MILESTONES_PERCENT.filter((p) => p >= bottom);
  const end = fan.at(-1)!;
  const height = frame.height - frame.marginTop - frame.marginBottom;
  const pixel = (v: number) => ((top - v) / (top - bottom)) * height;
  const ends = [
    { text: shareAt(end.point), value: end.point, bold: true },
    { text: narrow ? shareAt(end.high) : `80%の上 ${shareAt(end.high)}`, value: end.high },
    { text: narrow ? shareAt(end.low) : `80%の下 ${shareAt(end.low)}`, value: end.low },
    ...usual
      .slice(-1)
      .map((p) => ({ text: narrow ? "今のまま" : `今のまま ${shareAt(p.point)}`, value: p.point })),
  ];
  const placed = spread(
    ends.map((e) => pixel(e.value)),
    17,
    height,
  ).map((y, i) => ({ ...ends[i]!, date: end.date, label: top - (y / height) * (top - bottom) }));
  return drawChart(options, words, {
    ...frame,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [bottom, top], axis: null },
    marks: [
      Plot.axisY({
        ticks: ticksFrom(bottom),
        tickSize: 0,
        tickFormat: (v: number) => `${v}%`,
        fill: palette.muted,
        label: null,
      }),
      Plot.ruleY(
        milestones.filter((p) => p !== PLAN_LINE_PERCENT),
        { stroke: palette.grid, strokeDasharray: "2 3" },
      ),
      Plot.ruleY([PLAN_LINE_PERCENT], { stroke: palette.ink, strokeWidth: 1.25 }),
      timeAxis(first, last, options),
      Plot.areaY(fan, { x: "date", y1: "low", y2: "high", fill: palette.town, fillOpacity: 0.16 }),
      Plot.line(usual, { x: "date", y: "point", stroke: palette.context, strokeDasharray: "2 4" }),
      Plot.line(fan, {
        x: "date",
        y: "point",
        stroke: palette.town,
        strokeWidth: 2.5,
        strokeDasharray: "7 4",
      }),
      Plot.line(seen, { x: "date", y: "value", stroke: palette.town, strokeWidth: 3 }),
      Plot.ruleX([utc(origin.as_of)], { stroke: palette.muted, strokeWidth: 1 }),
      Plot.text([origin.as_of], {
        x: utc,
        frameAnchor: "top",
        dy: -32,
        text: (d: string) => (narrow ? dateJa(d) : `← 実績  ${dateJa(d)}  見通し →`),
        fill: palette.ink,
        fontWeight: 700,
      }),
      Plot.dot(came, { x: "date", y: "value", r: 3, fill: palette.surface, stroke: palette.behind }),
      ...cameLabel(came, fan, options),
      ...milestoneNames(milestones, model.municipality.code, pixel, options),
      ...[true, false].map((bold) =>
        Plot.text(
          placed.filter((e) => Boolean(e.bold) === bold),
          {
            x: "date",
            y: "label",
            dx: 8,
            textAnchor: "start",
            text: "text",
            fill: bold ? palette.town : palette.muted,
            fontWeight: bold ? 700 : 400,
          },
        ),
      ),
      ...(options.tips ? [tip(fan)] : []),
    ],
  });
}

/** Each milestone's name above its line, the plan's under its own, moved apart where the axis is long. */
function milestoneNames(
  milestones: readonly number[],
  municipality: string,
  pixel: (percent: number) => number,
  { palette }: ChartOptions,
): Plot.Markish[] {
  const isPlan = (p: number) => p === PLAN_LINE_PERCENT;
  const wanted = milestones.map((p) => pixel(p) + (isPlan(p) ? 11 : -8));
  const lowest = Math.max(...wanted);
  const places = spread(wanted, 15, lowest);
  return milestones.map((p, i) =>
    Plot.text([p], {
      frameAnchor: "left",
      y: [p],
      dx: 6,
      dy: places[i]! - pixel(p),
      text: [isPlan(p) ? planLineName(municipality) : p === 100 ? "100%(全住民)" : `${p}%`],
      textAnchor: "start",
      fill: palette.ink,
      stroke: palette.surface,
      strokeWidth: 3,
    }),
  );
}

const shareAt = (percent: number): string => shareJa(percent, 100);

const ticksFrom = (bottom: number): number[] =>
  [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].filter((v) => v >= bottom && (bottom > 40 || v % 20 === 0));

/** What came last, named on the side away from the forecast. */
function cameLabel(
  came: readonly DatedValue[],
  fan: readonly FanPoint[],
  { palette }: ChartOptions,
): Plot.Markish[] {
  const last = came.at(-1);
  if (!last) return [];
  const expected = fan.find((p) => p.date >= last.date) ?? fan.at(-1)!;
  return [
    Plot.text([last], {
      x: "date",
      y: "value",
      dy: last.value < expected.point ? 14 : -14,
      textAnchor: "end",
      text: () => `実際 ${last.value.toFixed(1)}%`,
      fill: palette.behind,
      stroke: palette.surface,
      strokeWidth: 3,
    }),
  ];
}

const tip = (fan: readonly FanPoint[]): Plot.Markish =>
  Plot.tip(
    fan,
    Plot.pointerX({
      x: "date",
      y: "point",
      title: (p: FanPoint) =>
        `${p.date.getUTCFullYear()}年${p.date.getUTCMonth() + 1}月ごろ ${p.point.toFixed(1)}%\n80%の区間 ${p.low.toFixed(1)}〜${p.high.toFixed(1)}%`,
    }),
  );

import { MEASURES, type Measure } from "../data/contract/figure.js";
import { firstReached } from "../data/indicators/crossing.js";
import { PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import { percentHalfUp, rate } from "../data/indicators/rate.js";
import type { Total } from "../data/indicators/totals.js";
import { utc } from "./time-axis.js";

/** One rate on one as-of date; `value` in percent, unrounded, for its place; `percent` as it is written. */
export interface SeriesPoint {
  measure: Measure;
  as_of: string;
  date: Date;
  value: number;
  percent: string;
}

/** A date on which a rate reached the plan's line, and where its words have room: below every line after it. */
export interface ReachedPoint extends SeriesPoint {
  under: number;
}

/** The rates of all dates that supply them, measure by measure, oldest first. */
export function seriesPoints(totals: readonly Total[]): SeriesPoint[] {
  return MEASURES.flatMap((measure) => totals.flatMap((total) => pointOf(total, measure)));
}

function pointOf(total: Total, measure: Measure): SeriesPoint[] {
  const value = rate(total[measure], total.population);
  const percent = percentHalfUp(total[measure], total.population);
  if (value === null || percent === null) return [];
  return [{ measure, as_of: total.as_of, date: utc(total.as_of), value: value * 100, percent }];
}

/** Percent of the axis that one label of two lines takes. */
const LABEL_SHARE = 12;

/**
 * Where each measure first reached the plan's line.
 * @param ceiling the words stay under this percent, where the lines' own labels end.
 */
export function reachedPoints(
  totals: readonly Total[],
  points: readonly SeriesPoint[],
  ceiling: number,
): ReachedPoint[] {
  return MEASURES.flatMap((measure) => {
    const total = firstReached(totals, measure, PLAN_LINE_PERCENT);
    return total ? pointOf(total, measure) : [];
  }).map((point, i) => {
    const later = points.filter((p) => p.date >= point.date).map((p) => p.value);
    const under =
      Math.max(LABEL_SHARE * 2, Math.min(ceiling, ...later.map((v) => v - LABEL_SHARE / 2))) -
      i * LABEL_SHARE;
    return { ...point, under };
  });
}

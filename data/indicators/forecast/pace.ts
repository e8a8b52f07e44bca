import type { Observation } from "./observation.js";
import { officeDaysBetween } from "./office-days.js";

/**
 * How fast residents without become residents with: the natural logarithm of the share of those not yet reached
 * who are reached on one office day (the hazard), over several spans before a date.
 */
export interface Paces {
  /** Over the last interval. */
  level: number;
  /** Over about half a year, or what there is of it. */
  halfYear: number;
  /** Over about a year, or what there is of it. */
  year: number;
  /** `level` less the same of the interval before it; 0 where that is not known or either is not about a month. */
  change: number;
}

/** What a pace is held to be before anything is seen: about 1% of those not yet reached a month. */
const USUAL_PACE = 0.0005;

/** A pace counts as this many people of prior knowledge: a month in which nobody came is no pace of zero. */
const PRIOR_PEOPLE = 3;

/** Intervals longer than this tell of no change from month to month. */
export const MONTHLY_DAYS = 62;

/** A change beyond e or 1/e from month to month is a start or a stop, not a trend. */
const LARGEST_CHANGE = 1;

export const HALF_YEAR_DAYS = 182;
export const YEAR_DAYS = 365;

/** The index of the observation nearest to `days` before the last; never the last itself. Several equally near: the first. */
export function windowStart(dates: readonly { day: number }[], days: number): number {
  const last = dates.length - 1;
  const wanted = dates[last]!.day - days;
  let best = 0;
  for (let i = 1; i < last; i++) {
    if (Math.abs(dates[i]!.day - wanted) < Math.abs(dates[best]!.day - wanted)) best = i;
  }
  return best;
}

/** A change as a trend: within bounds, and only between intervals of about a month. */
export function monthlyChange(level: number, before: number, dates: readonly { day: number }[]): number {
  const [a, b, c] = dates.slice(-3) as [{ day: number }, { day: number }, { day: number }];
  if (b.day - a.day > MONTHLY_DAYS || c.day - b.day > MONTHLY_DAYS) return 0;
  return Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, level - before));
}

/**
 * The town's own paces at its last observation; its residents are those of that date throughout, so that a new
 * denominator is no pace.
 * @param observations oldest first, at least two.
 * @param usual what the year's pace is drawn to where few came, default about 1% a month.
 */
export function pacesOf(observations: readonly Observation[], usual: number = USUAL_PACE): Paces {
  const last = observations.length - 1;
  const { population } = observations[last]!;
  const over = (from: number, to: number, prior: number): number =>
    logPace(observations[from]!, observations[to]!, population, prior);
  const year = over(windowStart(observations, YEAR_DAYS), last, usual);
  const level = over(last - 1, last, Math.exp(year));
  return {
    level,
    halfYear: over(windowStart(observations, HALF_YEAR_DAYS), last, Math.exp(year)),
    year,
    change:
      last < 2 ? 0 : monthlyChange(level, over(last - 2, last - 1, Math.exp(year)), observations.slice(-3)),
  };
}

/**
 * People gained over the office days of those not yet reached. A fall of the count is taken as no gain; where
 * nobody is left, or no office day lies between, the prior stands.
 */
function logPace(a: Observation, b: Observation, population: number, prior: number): number {
  const gained = Math.max(0, b.count - a.count);
  const left = Math.max(1, population - (a.count + b.count) / 2);
  const exposure = left * officeDaysBetween(a.day, b.day);
  return Math.log((gained + PRIOR_PEOPLE) / (exposure + PRIOR_PEOPLE / prior));
}

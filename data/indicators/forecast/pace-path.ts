import { officeDaysBetween } from "./office-days.js";
import type { Paces } from "./pace.js";

/** What was estimated from the past of all municipalities; see docs/decisions/021. */
export interface PathParameters {
  /** How much of a month's change of pace goes on into the next: 0 none, 1 all. */
  momentum: number;
  /** The share of a deviation from the usual that lasts at all; the rest was chance. */
  persistence: number;
  /** In how many days what lasts of it falls to 1/e. */
  deviationDays: number;
  /** In how many days a town's standing difference from the typical town falls to 1/e; Infinity: it stays. */
  standingDays: number;
}

/** In how many days the country's own pace falls back to its half-year's by 1/e: set, not estimated. */
export const REVERSION_DAYS = 180;

/** The logarithm of a pace to come, as a sum of terms that fade each in its own time. */
export interface PaceTerms {
  /** What remains when all has faded. */
  base: number;
  /** The last monthly change, which goes on for a while. */
  change: number;
  /** The typical town's distance from its half-year. */
  common: number;
  /** The town's standing difference from the typical town. */
  standing: number;
  /** What the last interval departs from that. */
  deviation: number;
}

/** A town's terms by its own figures alone: from the last interval's pace back to its half-year's. */
export const termsAlone = (own: Paces): PaceTerms => ({
  base: own.halfYear,
  change: own.change,
  common: 0,
  standing: 0,
  deviation: own.level - own.halfYear,
});

/** A town's terms beside the typical town's: the country's path, and the town's difference from it. */
export function termsBeside(own: Paces, typical: Paces): PaceTerms {
  const standing = own.year - typical.year;
  return {
    base: typical.halfYear,
    change: typical.change,
    common: typical.level - typical.halfYear,
    standing,
    deviation: own.level - typical.level - standing,
  };
}

/** A stretch of days in which the pace is held to be the same. */
export interface Step {
  /** Days since the origin. */
  from: number;
  to: number;
  officeDays: number;
  /** What each term is multiplied with. */
  weights: PaceTerms;
}

const STEP_DAYS = 10;
const MONTH_DAYS = 30.4;

/** The stretches of the first `days` after an origin, and the weights of the terms in each. */
export function steps(origin: number, days: number, parameters: PathParameters): Step[] {
  return Array.from({ length: Math.ceil(days / STEP_DAYS) }, (_, i) => {
    const from = i * STEP_DAYS;
    const to = Math.min(days, from + STEP_DAYS);
    const officeDays = officeDaysBetween(origin + from, origin + to);
    return { from, to, officeDays, weights: weightsAt(from + STEP_DAYS / 2, parameters) };
  });
}

function weightsAt(lead: number, parameters: PathParameters): PaceTerms {
  const { momentum, persistence, deviationDays, standingDays } = parameters;
  const months = lead / MONTH_DAYS + 0.5;
  return {
    base: 1,
    // momentum + momentum² + … up to the months gone: a damped trend (Gardner & McKenzie 1985).
    change: momentum === 0 ? 0 : (momentum * (1 - momentum ** months)) / (1 - momentum),
    common: Math.exp(-lead / REVERSION_DAYS),
    standing: Math.exp(-lead / standingDays),
    deviation: persistence * Math.exp(-lead / deviationDays),
  };
}

/** The share reached a day in a stretch. */
export const paceIn = ({ weights: w }: Step, t: PaceTerms): number =>
  Math.exp(
    w.base * t.base +
      w.change * t.change +
      w.common * t.common +
      w.standing * t.standing +
      w.deviation * t.deviation,
  );

/** The cumulative hazard over all the stretches. */
export function cumulativePace(stretches: readonly Step[], terms: PaceTerms): number {
  let sum = 0;
  for (const step of stretches) sum += step.officeDays * paceIn(step, terms);
  return sum;
}

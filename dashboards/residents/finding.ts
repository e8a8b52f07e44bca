import { daysBetween } from "../data/contract/as-of-date.js";
import type { Measure } from "../data/contract/figure.js";
import type { HeadlineMeasure } from "../data/indicators/headline.js";
import { PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import { pointsBetween } from "../data/indicators/rate.js";
import type { PublicModel } from "../charts/public/public-model.js";

/** A rate as people picture it: about `people` of `of`. */
export interface Share {
  people: number;
  of: 10 | 100;
}

/**
 * A rate between 0 and 1 in tenths; near the ends in hundredths, so that "10 of 10" or "0 of 10" is never said
 * while somebody is missing. Null where there is no such rate: none supplied, nobody, everybody or more.
 */
export function shareOf(rate: number | null): Share | null {
  if (rate === null || rate <= 0 || rate >= 1) return null;
  const tenths = Math.round(rate * 10);
  if (tenths > 0 && tenths < 10) return { people: tenths, of: 10 };
  return { people: Math.min(99, Math.max(1, Math.round(rate * 100))), of: 100 };
}

/** The number that matters with everything it is compared with. */
export interface Comparison {
  measure: Measure;
  value: HeadlineMeasure;
  share: Share | null;
  /** Since the date before; `month` where that is about a month. */
  before: { as_of: string; points: string; month: boolean } | null;
  year: { as_of: string; points: string } | null;
  /** Signed points from the 88% line; null without a rate. */
  line: string | null;
  /** Some date compared with has another population date, so that the rate moved with it. */
  otherBase: boolean;
}

/** A month and the two days by which a first of the month and a month end can lie apart. */
const MONTH_DAYS = 33;

/** Null where the release does not tell the measure on its newest date. */
export function comparison(model: PublicModel, measure: Measure): Comparison | null {
  const head = model.headline;
  const value = head?.[measure];
  if (!head || !value) return null;
  const { percent, previous } = value;
  const yearAgo = model.yearBefore?.[measure]?.percent;
  const before = previous?.points
    ? {
        as_of: previous.as_of,
        points: previous.points,
        month: daysBetween(previous.as_of, head.as_of) <= MONTH_DAYS,
      }
    : null;
  const year =
    percent && yearAgo && model.yearBefore
      ? { as_of: model.yearBefore.as_of, points: pointsBetween(yearAgo, percent) }
      : null;
  const bases = model.release.population_as_of;
  return {
    measure,
    value,
    share: shareOf(value.rate),
    before,
    year,
    line: percent && pointsBetween(`${PLAN_LINE_PERCENT}.0`, percent),
    otherBase: [before, year].some((past) => past && bases[past.as_of] !== bases[head.as_of]),
  };
}

import { TARGET_TOLERANCE_DAYS } from "./target-date.js";

/** Populations at which the classes of towns begin: what is chance in a village is none in a city. */
export const SIZE_CLASSES: readonly number[] = [0, 5_000, 20_000, 100_000];

export const sizeClassOf = (population: number): number =>
  SIZE_CLASSES.findLastIndex((from) => population >= from);

/** The horizons in days at which past forecasts were compared with what came. */
export const HORIZONS: readonly number[] = [30, 90, 180];

/** Half the width of the 80% interval at each horizon, by class of size: in the logarithm of the cumulative pace. */
export type Widths = readonly (readonly number[])[];

/** A width may not grow faster than the pace itself, else the interval's lower end would turn back. */
const STEEPEST = 0.95;

/**
 * Beyond the last horizon the width goes on growing by at least this much with each e-fold of days, whatever the
 * last two say: nobody has measured forecasts of years, and they are not surer than those of half a year.
 */
const LEAST_BEYOND = 0.25;

/**
 * Half the width at any lead: straight between the horizons in the logarithm of days, the first one's before them.
 * Beyond 180 days it is carried on, not measured.
 */
export function widthAt(widths: Widths, population: number, days: number): number {
  const at = widths[sizeClassOf(population)]!;
  if (days <= HORIZONS[0]!) return at[0]!;
  const last = HORIZONS.length - 1;
  const i = Math.min(
    last - 1,
    HORIZONS.findLastIndex((h) => days >= h),
  );
  const [x0, x1] = [Math.log(HORIZONS[i]!), Math.log(HORIZONS[i + 1]!)];
  const slope = Math.max(-STEEPEST, Math.min(STEEPEST, (at[i + 1]! - at[i]!) / (x1 - x0)));
  const measured = HORIZONS[last]! + TARGET_TOLERANCE_DAYS;
  if (days > HORIZONS[last]!) {
    return at[last]! + Math.max(LEAST_BEYOND, slope) * Math.max(0, Math.log(days / measured));
  }
  return at[i]! + slope * (Math.log(days) - x0);
}

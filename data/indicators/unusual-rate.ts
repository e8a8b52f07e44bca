/** Intervals that a history needs before its spread means anything, and beyond which it is too old. */
const MIN_HISTORY = 5;
const MAX_HISTORY = 12;

/** Rates that the verdict on the last of them rests on, itself included; older ones change nothing. */
export const RATES_LOOKED_AT = MAX_HISTORY + 1;

/** The median absolute deviation of a normal sample times this is its standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** Deviations from the usual, in robust standard deviations, that are worth a second look. */
const LIMIT = 6;

/** A change of less than a person in three days is never unusual, however quiet the history was. */
const QUIET_PER_DAY = 1 / 3;

/**
 * Whether the last of a series of daily rates lies far outside what the series did before: more than six
 * robust standard deviations from the median of up to twelve intervals. Median and MAD, because a single
 * past jump must not hide the next one (Hampel's identifier).
 * @param rates changes a day, oldest first, the one in question last; fewer than six are never unusual.
 */
export function isUnusualRate(rates: readonly number[]): boolean {
  const history = rates.slice(0, -1).slice(-MAX_HISTORY);
  const last = rates.at(-1);
  if (last === undefined || history.length < MIN_HISTORY) return false;
  const centre = median(history);
  const spread = MAD_TO_SIGMA * median(history.map((r) => Math.abs(r - centre)));
  return Math.abs(last - centre) > LIMIT * spread + QUIET_PER_DAY;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

import { officeDaysBetween } from "./office-days.js";
import { HALF_YEAR_DAYS, monthlyChange, windowStart, YEAR_DAYS, type Paces } from "./pace.js";

/**
 * What the towns of the country did in the interval that ends on a date: the median over municipalities of the
 * share of those not yet reached who were reached on one office day.
 */
export interface TypicalPace {
  as_of: string;
  /** Day number, see office-days.ts. */
  day: number;
  /** Null for the first date of the series, which ends no interval. */
  pace: number | null;
}

/**
 * The typical town's paces at a date, from what was known then.
 * @param typical oldest first, dates later than `day` are not looked at.
 * @returns null where the series has no such date or no interval before it: then a town stands alone.
 */
export function typicalPacesAt(typical: readonly TypicalPace[], day: number): Paces | null {
  const at = typical.findIndex((t) => t.day === day);
  if (at < 1) return null;
  const known = typical.slice(0, at + 1);
  const level = Math.log(known[at]!.pace!);
  const before = at < 2 ? null : Math.log(known[at - 1]!.pace!);
  return {
    level,
    halfYear: meanOver(known, windowStart(known, HALF_YEAR_DAYS)),
    year: meanOver(known, windowStart(known, YEAR_DAYS)),
    change: before === null ? 0 : monthlyChange(level, before, known.slice(-3)),
  };
}

/** The mean pace from a date to the last, weighted by office days, as a logarithm. */
function meanOver(known: readonly TypicalPace[], from: number): number {
  let [sum, weight] = [0, 0];
  for (let i = from + 1; i < known.length; i++) {
    const days = officeDaysBetween(known[i - 1]!.day, known[i]!.day);
    sum += known[i]!.pace! * days;
    weight += days;
  }
  return Math.log(sum / weight);
}

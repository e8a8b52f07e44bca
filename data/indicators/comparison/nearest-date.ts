import { daysBetween } from "../../contract/as-of-date.js";

/** The date nearest to the one wanted, the earlier of two as near; null of none. */
export function nearestDate(dates: readonly string[], wanted: string): string | null {
  const distance = (date: string) => Math.abs(daysBetween(date, wanted));
  return [...dates].sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0] ?? null;
}

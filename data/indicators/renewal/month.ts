import { daysBetween } from "../../contract/as-of-date.js";

/** Months are counted, so that they can be added: year × 12 + month − 1. */
export type MonthNumber = number;

/** The month a date lies in. */
export const monthOf = (date: string): MonthNumber =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** `2026-10` of a month. */
export const monthText = (month: MonthNumber): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The first day of a month. */
export const firstDay = (month: MonthNumber): string => `${monthText(month)}-01`;

/**
 * Lays a count evenly over the days after `from` up to and with `to`: the share of each month they touch.
 * Nothing where there are no such days.
 */
export function spreadOverMonths(count: number, from: string, to: string): Map<MonthNumber, number> {
  const days = daysBetween(from, to);
  const shares = new Map<MonthNumber, number>();
  if (days <= 0) return shares;
  for (let month = monthOf(from); month <= monthOf(to); month++) {
    // A date's own day belongs to the days before it: (from, to].
    const begin = Math.max(0, daysBetween(from, firstDay(month)) - 1);
    const end = Math.min(days, daysBetween(from, firstDay(month + 1)) - 1);
    if (end > begin) shares.set(month, (count * (end - begin)) / days);
  }
  return shares;
}

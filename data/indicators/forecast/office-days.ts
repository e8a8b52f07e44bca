import { daysBetween } from "../../contract/as-of-date.js";
import { nationalHolidays } from "./national-holidays.js";

/** The card's first month; nothing of ours is older. */
const EPOCH_YEAR = 2016;
const EPOCH = Date.UTC(EPOCH_YEAR, 0, 1) / 86_400_000;
const LAST_YEAR = 2099;

/** `THROUGH[d]`: office days from 2016-01-01 to the d-th day after it, that day included; filled year by year. */
const THROUGH: number[] = [];

/** A date as days since 2016-01-01; negative before. @throws DomainError invalid_date */
export const dayNumber = (date: string): number => daysBetween("2016-01-01", date);

/** The date `days` after another. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Days on which a town hall's counter is open, after `from` up to and including `to`: weekdays that are no national
 * holiday and do not fall into 29 December – 3 January (the days off that a town's ordinance sets after 地方自治法
 * 第四条の二). Counters that open on a Saturday are not known here. 0 where `to` is not later.
 * @param from,to day numbers; before 2016 counted as 2016-01-01, after 2099 as its end.
 */
export function officeDaysBetween(from: number, to: number): number {
  return Math.max(0, through(to) - through(from));
}

function through(day: number): number {
  if (day < 0) return 0;
  while (THROUGH.length <= day && nextYear() <= LAST_YEAR) addYear(nextYear());
  return THROUGH[Math.min(day, THROUGH.length - 1)]!;
}

const nextYear = (): number => new Date((EPOCH + THROUGH.length) * 86_400_000).getUTCFullYear();

function addYear(year: number): void {
  const holidays = new Set(nationalHolidays(year));
  const end = Date.UTC(year + 1, 0, 1) / 86_400_000;
  let open = THROUGH.at(-1) ?? 0;
  for (let day = EPOCH + THROUGH.length; day < end; day++) {
    if (isOpen(day, holidays)) open++;
    THROUGH.push(open);
  }
}

function isOpen(day: number, holidays: ReadonlySet<number>): boolean {
  const weekday = (day + 4) % 7;
  if (weekday === 0 || weekday === 6 || holidays.has(day)) return false;
  const date = new Date(day * 86_400_000);
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return !(month === 12 && dayOfMonth >= 29) && !(month === 1 && dayOfMonth <= 3);
}

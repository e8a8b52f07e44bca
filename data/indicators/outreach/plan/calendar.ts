import { minutesOf, WEEKDAYS, type Kind, type Venue } from "../../../contract/outreach.js";
import { nationalHolidays } from "../../forecast/national-holidays.js";
import type { PlanRequest } from "./request.js";

/** Days since 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The ISO date of a day. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const weekdayOf = (day: number) => WEEKDAYS[(((day + 4) % 7) + 7) % 7]!;

/** The days of the period that its rules leave for the whole town, ascending. */
export function openDays({ period, rules }: PlanRequest): number[] {
  const [from, to] = [dayOf(period.from), dayOf(period.to)];
  const weekdays = rules?.weekdays ? new Set(rules.weekdays) : null;
  const holidays = new Set<number>();
  if (rules?.no_holidays) {
    for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year++) {
      for (const day of nationalHolidays(year)) holidays.add(day);
    }
  }
  const days: number[] = [];
  for (let day = from; day <= to; day++) {
    if (!holidays.has(day) && (!weekdays || weekdays.has(weekdayOf(day)))) days.push(day);
  }
  return days;
}

/** Minutes after midnight between which a kind is held. */
export function hoursOf(kind: Kind): { from: number; to: number } {
  const from = minutesOf(kind.start);
  return { from, to: from + kind.duration_hours * 60 };
}

/** Whether a kind is being held at a minute of the day. */
export const isOn = (kind: Kind, moment: number): boolean => {
  const { from, to } = hoursOf(kind);
  return from <= moment && moment < to;
};

/** Of these days those on which the venue is open for the whole of the kind's hours. */
export function openAt(venue: Venue, kind: Kind, days: readonly number[]): number[] {
  const { from, to } = hoursOf(kind);
  if (venue.opens !== null && from < minutesOf(venue.opens)) return [];
  if (venue.closes !== null && to > minutesOf(venue.closes)) return [];
  const weekdays = new Set(venue.closed_weekdays);
  const dates = new Set(venue.closed_dates.map(dayOf));
  return days.filter((day) => !dates.has(day) && !weekdays.has(weekdayOf(day)));
}

import { DomainError } from "./domain-error.js";

const MS_PER_DAY = 86_400_000;

/** Whether the text is a real day of the calendar written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day in Japan, where every municipality is, at a moment; a server's clock is UTC. */
export function tokyoDate(moment: Date): string {
  return new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** Year, month and day as numbers. @throws DomainError invalid_date */
export function dateParts(date: string): { year: number; month: number; day: number } {
  if (!isIsoDate(date)) throw new DomainError("invalid_date", "not an ISO date");
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

/** Days from `from` to `to`; negative if `to` is earlier. @throws DomainError invalid_date */
export function daysBetween(from: string, to: string): number {
  dateParts(from);
  dateParts(to);
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** Whether the date is the last day of its month. @throws DomainError invalid_date */
export function isMonthEnd(date: string): boolean {
  const { year, month, day } = dateParts(date);
  return day === new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * An as-of date in Japanese: a month end as 2026年10月末, any other day as 2022年6月1日.
 * @throws DomainError invalid_date
 */
export function formatDateJa(date: string): string {
  const { year, month, day } = dateParts(date);
  return isMonthEnd(date) ? `${year}年${month}月末` : `${year}年${month}月${day}日`;
}

/** Eras since 明治6年 are not needed here: the card's figures begin in 2016 (平成28年). */
const ERAS = [
  { name: "令和", from: "2019-05-01", firstYear: 2019 },
  { name: "平成", from: "1989-01-08", firstYear: 1989 },
] as const;

/** A date as official papers write it: 令和5年3月31日; 令和元年 for a first year; null before 平成. */
export function formatDateEra(date: string): string | null {
  const { year, month, day } = dateParts(date);
  const era = ERAS.find((e) => date >= e.from);
  if (!era) return null;
  const n = year - era.firstYear + 1;
  return `${era.name}${n === 1 ? "元" : n}年${month}月${day}日`;
}

import type { CounterVerdict } from "../../data/indicators/flow/pickup-standing.js";
import { number } from "../words.js";

/** What is said of the counter, in one clause. */
export const VERDICTS: Readonly<Record<CounterVerdict, string>> = {
  keeps_up: "窓口は追いついている",
  falls_behind: "窓口が追いついていない",
  catches_up: "窓口が追い上げている",
};

const DAYS_A_MONTH = 30;

/** How long: 約12日, from two months on 約4.7か月; under a day 1日未満. */
export function waitJa(days: number): string {
  if (days < 1) return days === 0 ? "0日" : "1日未満";
  if (days < 2 * DAYS_A_MONTH) return `約${number(Math.round(days))}日`;
  const months = days / DAYS_A_MONTH;
  return `約${months < 10 ? months.toFixed(1) : number(Math.round(months))}か月`;
}

/** A flow of 30 days as people say it: whole, below ten with one decimal. */
export function flowJa(count: number): string {
  const rounded = Math.round(count);
  if (Math.abs(count) < 10 && Math.abs(count - rounded) >= 0.05) return count.toFixed(1);
  return number(rounded);
}

/** `2027-09` → 2027年9月. */
export const monthJa = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** About so many: whole, in tens from a hundred on, as nothing here is exact. */
export const about = (count: number): string =>
  `約${number(count >= 100 ? Math.round(count / 10) * 10 : Math.round(count))}`;

/** A round number at or above a value, of which the half is round too: where an axis ends. */
export function roundTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 1.5, 2, 3, 4, 6, 8, 10].map((m) => m * unit).find((top) => top >= value)!;
}

/** How many times as much: 約12倍, below ten with one decimal. */
export const timesJa = (times: number): string =>
  `約${times < 10 ? times.toFixed(1) : number(Math.round(times))}倍`;

import { dateParts } from "../../data/contract/as-of-date.js";
import type { Measure } from "../../data/contract/figure.js";
import type { MilestoneDates } from "../../data/indicators/forecast/milestone-dates.js";
import type { Plan } from "../../data/indicators/forecast/plan.js";
import { number } from "../words.js";

/** How far the page looks ahead, in words. */
export const AHEAD = "この先3年";

/** The month of a date: 2027年6月. A forecast knows no days. */
export function monthJa(date: string): string {
  const { year, month } = dateParts(date);
  return `${year}年${month}月`;
}

/** The interval of a milestone: 2027年3月〜2028年1月; an open end beyond what is looked at. */
export function rangeJa({ earliest, latest }: MilestoneDates): string {
  if (!earliest) return `${AHEAD}では届かない`;
  if (!latest) return `早くて${monthJa(earliest)}、遅ければ3年より先`;
  const [from, to] = [monthJa(earliest), monthJa(latest)];
  return from === to ? from : `${from}〜${to}`;
}

/** When: 2027年6月ごろ; 達成; the words for "not within three years". */
export function whenJa({ date, missing }: MilestoneDates): string {
  if (missing === 0) return "達成";
  return date ? `${monthJa(date)}ごろ` : "3年では届かない";
}

/** What is planned: ペース1.5倍・月20人を12か月. */
export function planJa({ pace, peopleAMonth, months }: Plan): string {
  const parts = [
    ...(pace === 1 ? [] : [`ペース${pace}倍`]),
    ...(peopleAMonth > 0 && months > 0 ? [`月${number(peopleAMonth)}人を${months}か月`] : []),
  ];
  return parts.join("・");
}

/**
 * Percent with one decimal of a count that nobody has counted yet: 91.2%. What lacks anybody is not 100.0%, else it
 * would contradict a milestone that is not reached.
 */
export function shareJa(count: number, population: number): string {
  const percent = (100 * count) / population;
  return `${(count < population ? Math.min(99.9, percent) : percent).toFixed(1)}%`;
}

/** Who is left by each measure: not everybody who has applied has a card. */
export const LEFT_NAMES: Readonly<Record<Measure, string>> = {
  applications: "申請していない住民",
  issued: "交付を受けていない住民",
  held: "カードのない住民",
};

/** Points with two decimals, unsigned: 0.34ポイント. */
export const pointsJa = (value: number): string => `${value.toFixed(2)}ポイント`;

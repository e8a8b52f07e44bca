import type { Measure } from "../data/contract/figure.js";
import { formatDateEra, formatDateJa } from "../data/contract/as-of-date.js";
import { RATE_NAMES } from "../data/indicators/rate.js";

/** What each measure counts, as the town's papers call it. */
export const COUNT_NAMES: Readonly<Record<Measure, string>> = {
  applications: "申請件数",
  issued: "交付枚数",
  held: "保有枚数",
};
const COUNTERS: Readonly<Record<Measure, string>> = { applications: "件", issued: "枚", held: "枚" };

/** What stands where there is no value. */
export const NONE = "—";

/** What a chart and its legend call a value that was not supplied. */
export const NO_NUMBER = "数字なし";

/** A whole number with thousands marked: 12,345; null as a dash. */
export const number = (n: number | null): string =>
  n === null ? NONE : String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** What is made from a print is said with 約. @param leaves whose noise it carries; 0 for what is told to the person */
export const roughly = (text: string, leaves: number): string => (leaves > 0 ? `約${text}` : text);

/** A count as it is said: 312; of a print 約310, and ほぼ0 where only a handful is left; null as a dash. */
export const counted = (n: number | null, leaves: number): string =>
  n === null || leaves === 0 ? number(n) : n === 0 ? "ほぼ0" : roughly(number(n), leaves);

/** 12,345件, 12,345枚. */
export const countOf = (measure: Measure, n: number): string => `${number(n)}${COUNTERS[measure]}`;

/** あと1,234人; 達成 once nobody is missing. */
export const remaining = (people: number): string => (people === 0 ? "達成" : `あと${number(people)}人`);

/** 84.9%; a dash where there is no rate. */
export const percent = (text: string | null): string => (text === null ? NONE : `${text}%`);

/** Signed points with a fixed number of decimals: +0.12, -0.30, ±0.00. */
export function points(value: number, decimals: number): string {
  const size = Math.abs(value).toFixed(decimals);
  if (Number(size) === 0) return `±${size}`;
  return `${value < 0 ? "-" : "+"}${size}`;
}

/** What is compared: 2026年10月末. */
export const dateJa = formatDateJa;

/** 人口の基準日 in the ministry's short form: 2022-01-01 → R4.1.1; before 令和 as H31.1.1. */
export function shortEra(date: string): string {
  const match = /^(令和|平成)(元|\d+)年(\d+)月(\d+)日$/.exec(formatDateEra(date) ?? "");
  if (!match) return date;
  return `${match[1] === "令和" ? "R" : "H"}${match[2] === "元" ? 1 : match[2]}.${match[3]}.${match[4]}`;
}

export const rateName = (measure: Measure): string => RATE_NAMES[measure];

/** Where the figures come from, said under every card. */
export function sourceLine(town: string, asOf: string | null, synthetic: boolean): string {
  const source = synthetic ? "サンプル・合成データ" : `${town}の集計`;
  return asOf === null ? `出典:${source}` : `出典:${source}、${dateJa(asOf)}現在`;
}

/** 志賀町DX推進計画 (2023年4月) names 88%; to any other town it is a mark to compare with, no plan of its own. */
export const planLineName = (municipality: string): string =>
  municipality === "173843" ? "計画の88%" : "目安の88%";

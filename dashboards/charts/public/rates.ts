import { percentHalfUp } from "../../data/indicators/rate.js";
import type { RateForm } from "./rate-form.js";
import type { PublicWords } from "./public-words.js";

/** A rate as far as its printed count lets it be known. */
export interface Rate {
  /** One decimal, of the count as it is printed. */
  percent: string;
  /** The same in percent, unrounded. */
  value: number;
  /** The band that holds the true rate 95 times in 100, in percent; both are `value` where the count is exact. */
  low: number;
  high: number;
}

/** From this half width on a band says more than a decimal would, in points. */
const WIDE_ENOUGH = 0.5;

/**
 * The rate of a printed count and its band, (count ± margin) / population and not below 0.
 * @param margin half the width of the count's band, in cards; 0 for a count that is told to the person
 * @returns null where the count was not supplied or nobody lives
 */
export function rateOf(count: number | null, population: number, margin: number): Rate | null {
  const percent = percentHalfUp(count, population);
  if (percent === null) return null;
  const of = (n: number): number => (n * 100) / population;
  return { percent, value: of(count!), low: of(Math.max(0, count! - margin)), high: of(count! + margin) };
}

/** The one form in which rates that stand beside each other are written. */
export function formOf(rates: readonly Rate[]): RateForm {
  if (rates.every(({ low, high }) => low === high)) return "exact";
  return rates.some(({ value, high }) => high - value >= WIDE_ENOUGH) ? "band" : "about";
}

/** The whole percents that hold all of some bands: 72.3–75.8 and 74.0–77.1 → 72 and 78. */
export const bandOf = (rates: readonly Rate[]): { low: number; high: number } => ({
  low: Math.floor(Math.min(...rates.map((r) => r.low))),
  high: Math.ceil(Math.max(...rates.map((r) => r.high))),
});

/** 79.6%; 約79.6%; 78〜81%. */
export function rateText(rate: Rate, form: RateForm, words: Pick<PublicWords, "about" | "band">): string {
  if (form === "band") return words.band(bandOf([rate]));
  const text = `${rate.percent}%`;
  return form === "about" ? words.about(text) : text;
}

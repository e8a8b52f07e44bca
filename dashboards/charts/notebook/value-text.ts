import { number } from "../words.js";

/** A number as a chart writes it: thousands marked, at most two decimals; a dash for none. */
export function valueText(value: number | null): string {
  return number(value === null ? null : Math.round(value * 100) / 100);
}

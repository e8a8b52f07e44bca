import { LEAVES } from "../disclosure/leaves.js";
import { printMargin, printVariance } from "../disclosure/noise.js";
import { BASE } from "../disclosure/policy.js";
import { percentHalfUp } from "./rate.js";

/**
 * Leaves whose noise every count of a public district carries (docs/decisions/027): its code names the districts that
 * were added together, 05+06.
 */
export const districtLeaves = (code: string): number => LEAVES * code.split("+").length;

/** No leaves: counts that are told to the person. */
export const noLeaves = (): number => 0;

/** A number that is made from a print says no more than one: to the nearest ten. */
export const toTens = (count: number): number => Math.round(count / BASE) * BASE;

/** Half the width of the 95% band around a rate; 0 where its count is told to the person. @param population above 0 */
export const rateMargin = (population: number, leaves: number): number => printMargin(leaves) / population;

/** Rates with a band of half a point or more to each side are written in whole percent. */
const COARSE = 0.005;

/** Decimals of a rate in percent that is no finer than its band: one, as 総務省 writes it, or none. */
export const percentDecimals = (population: number, leaves: number): 0 | 1 =>
  population > 0 && rateMargin(population, leaves) >= COARSE ? 0 : 1;

/**
 * A rate in percent, no finer than its band.
 * @returns `"52.8"`, `"53"`, rounded half up; null where there is no rate.
 */
export function printedPercent(count: number | null, population: number, leaves: number): string | null {
  if (count === null || population === 0 || percentDecimals(population, leaves) === 1) {
    return percentHalfUp(count, population);
  }
  return String(Math.floor((200 * count + population) / (2 * population)));
}

/** The 95% band of a rate in percent, `77～81`, no narrower than it is; of people a print holds no more than all. */
export function percentBand(count: number, population: number, leaves: number): string {
  const margin = printMargin(leaves);
  const scale = 10 ** percentDecimals(population, leaves);
  const low = Math.max(0, count - margin) / population;
  const high = Math.min(Math.max(population, count), count + margin) / population;
  const text = (steps: number): string => (steps / scale).toFixed(scale === 1 ? 0 : 1);
  return `${text(Math.floor(100 * scale * low))}～${text(Math.ceil(100 * scale * high))}`;
}

/** A value made from a print: a count, or the rate of so many residents (then `population` is given). */
export interface PrintedValue {
  value: number;
  leaves: number;
  population?: number;
}

const variance = ({ leaves, population = 1 }: PrintedValue): number =>
  printVariance(leaves) / population ** 2;

/** Whether two values differ by more than their noise does 95 times in 100. */
export const isApart = (a: PrintedValue, b: PrintedValue): boolean =>
  Math.abs(a.value - b.value) > 1.96 * Math.sqrt(variance(a) + variance(b));

/**
 * Those that may be the first of all: the first of the rows, and what is no further from it than the noise.
 * @param rows in order, the leading one first; none give none
 */
export function leading<T>(rows: readonly T[], valueOf: (row: T) => PrintedValue): T[] {
  const first = rows[0];
  if (first === undefined) return [];
  return rows.filter((row) => row === first || !isApart(valueOf(first), valueOf(row)));
}

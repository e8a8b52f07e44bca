import { BASE } from "../../disclosure/policy.js";
import { quantile, type Binomial } from "./binomial.js";
import { printDistribution, type PrintDistribution } from "./print-distribution.js";

/** Between which rates a district of one size lies by chance alone, in 95% and in 99.8% of cases. */
export interface FunnelLimits {
  lower998: number;
  lower95: number;
  upper95: number;
  upper998: number;
}

/** What is left out on each side. */
export const TAIL_95 = 0.025;
export const TAIL_998 = 0.001;

/**
 * The limits of a funnel plot around a rate for a district of `population` residents: exact binomial limits,
 * interpolated so that they run smoothly over the sizes. Source: Spiegelhalter, "Funnel plots for comparing
 * institutional performance", Statistics in Medicine 24 (2005), appendix A.1.1: with r the smallest count of which
 * P(R ≤ r) exceeds p, the limit is (r − α)/n, α = (P(R ≤ r) − p) / P(R = r).
 * @returns between 0 and 1; null where chance has no say: nobody lives there, or the rate is 0, 1 or above (a
 * cumulative count over fewer residents is no proportion of them).
 * @param leaves whose noise the district's print carries, which widens the limits; 0 for a count told to the person
 * @example funnelLimits(0.85, 1000) // 95%: 0.827 to 0.871; 99.8%: 0.813 to 0.883
 */
export function funnelLimits(rate: number, population: number, leaves = 0): FunnelLimits | null {
  if (!hasLimits(rate, population)) return null;
  const distribution = { population, rate };
  if (leaves > 0) return printLimits(printDistribution(distribution, leaves), population);
  return {
    lower998: limit(TAIL_998, distribution),
    lower95: limit(TAIL_95, distribution),
    upper95: limit(1 - TAIL_95, distribution),
    upper998: limit(1 - TAIL_998, distribution),
  };
}

/** Whether chance has a say. */
export const hasLimits = (rate: number, population: number): boolean =>
  population >= 1 && rate > 0 && rate < 1;

/** The limits of prints, by the same rule; one above a limit is ten above the last that is not. */
export function printLimits(print: PrintDistribution, population: number): FunnelLimits {
  const at = (probability: number, step: number): number => {
    const { count, part } = print.quantile(probability);
    return Math.min(1, Math.max(0, (count - part + step) / population));
  };
  return {
    lower998: at(TAIL_998, 0),
    lower95: at(TAIL_95, 0),
    upper95: at(1 - TAIL_95, BASE),
    upper998: at(1 - TAIL_998, BASE),
  };
}

function limit(probability: number, distribution: Binomial): number {
  const found = quantile(probability, distribution);
  const part = (found.atMost - probability) / found.exactly;
  return Math.min(1, Math.max(0, (found.count - part) / distribution.population));
}

import { atLeast, atMost, type Binomial } from "./binomial.js";
import {
  funnelLimits,
  hasLimits,
  printLimits,
  TAIL_95,
  TAIL_998,
  type FunnelLimits,
} from "./funnel-limits.js";
import { printDistribution } from "./print-distribution.js";

/** Whether a district's rate differs from the town's for a reason, or may do so by chance. */
export type Verdict = "behind" | "ahead" | "within-noise" | "too-few";
export const VERDICTS: readonly Verdict[] = ["behind", "ahead", "within-noise", "too-few"];

export interface Judgement {
  verdict: Verdict;
  /** The wider limits the rate lies outside of; a rate outside 95% alone is still within noise. */
  outside: 95 | 99.8 | null;
}

/** A difference from the town, as a rate, that a planner would act on. */
export const WORTH_NOTICING = 0.1;

/**
 * Judges a count against the town's rate by exact binomial tails: behind or ahead where chance alone would bring
 * such a count in fewer than 1 of 1,000 districts (the 99.8% limits: dozens of districts are judged at once, and at
 * 95% one in twenty would stand out for nothing). Where it is not, and the limits leave room for ten points either
 * way, the district has too few people to tell.
 *
 * A count above the residents (reapplications, people who left) is no proportion of them; it is judged as if
 * everybody were covered, the most that a proportion can be.
 * @param leaves whose noise the count carries where it is a print: chance is then that of the people and of the noise
 * together, so that the noise calls nobody behind; 0 for a count told to the person
 * @returns null without a count, where nobody lives, or where the town's own rate is 0, 1 or above.
 */
export function judge(
  count: number | null,
  population: number,
  townRate: number | null,
  leaves = 0,
): Judgement | null {
  if (count === null || townRate === null) return null;
  const chance = chanceOf(Math.min(count, population), { population, rate: townRate }, leaves);
  if (!chance) return null;
  const { limits, below, above } = chance;
  if (below < TAIL_998) return { verdict: "behind", outside: 99.8 };
  if (above < TAIL_998) return { verdict: "ahead", outside: 99.8 };
  const room = Math.max(townRate - limits.lower998, limits.upper998 - townRate);
  return {
    verdict: room > WORTH_NOTICING ? "too-few" : "within-noise",
    outside: below < TAIL_95 || above < TAIL_95 ? 95 : null,
  };
}

/** The limits, and how likely so few and so many are; null where there are no limits. */
function chanceOf(
  count: number,
  distribution: Binomial,
  leaves: number,
): { limits: FunnelLimits; below: number; above: number } | null {
  const { population, rate } = distribution;
  if (!hasLimits(rate, population)) return null;
  if (leaves === 0) {
    const limits = funnelLimits(rate, population)!;
    return { limits, below: atMost(count, distribution), above: atLeast(count, distribution) };
  }
  const print = printDistribution(distribution, leaves);
  return {
    limits: printLimits(print, population),
    below: print.atMost(count),
    above: print.atLeast(count),
  };
}

import { atLeast, atMost } from "./binomial.js";
import { funnelLimits, TAIL_95, TAIL_998 } from "./funnel-limits.js";

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
 * @returns null without a count, where nobody lives, or where the town's own rate is 0, 1 or above.
 */
export function judge(count: number | null, population: number, townRate: number | null): Judgement | null {
  if (count === null || townRate === null) return null;
  const limits = funnelLimits(townRate, population);
  if (!limits) return null;
  const distribution = { population, rate: townRate };
  const covered = Math.min(count, population);
  const below = atMost(covered, distribution);
  const above = atLeast(covered, distribution);
  if (below < TAIL_998) return { verdict: "behind", outside: 99.8 };
  if (above < TAIL_998) return { verdict: "ahead", outside: 99.8 };
  const room = Math.max(townRate - limits.lower998, limits.upper998 - townRate);
  return {
    verdict: room > WORTH_NOTICING ? "too-few" : "within-noise",
    outside: below < TAIL_95 || above < TAIL_95 ? 95 : null,
  };
}

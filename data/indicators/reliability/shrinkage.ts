import { betaQuantile } from "./incomplete-beta.js";
import type { NoisyPoint } from "./noisy-point.js";

/** What all districts together say about a district's rate before its own count is looked at: Beta(mean·s, (1−mean)·s). */
export interface RatePrior {
  /** The rate of the districts together. */
  mean: number;
  /** As how many residents the prior counts; Infinity where the districts differ no more than by chance. */
  strength: number;
}

/** A rate that was drawn towards the districts' mean as far as its own count is weak. */
export interface ShrunkRate {
  rate: number;
  /** 95% of the posterior lies between them; null where nothing but the mean is left (infinite strength). */
  low: number | null;
  high: number | null;
}

const SMALLEST_GROUP = 3;

/** Whether a count is a proportion of its residents, which the model takes it for. */
const isProportion = ({ count, population }: NoisyPoint): boolean => population > 0 && count <= population;

/**
 * The prior from the districts' own rates by the method of moments: the variance between districts is what the
 * weighted variance of their rates has beyond the binomial one and that of the prints. Source: Marshall, "Mapping disease and mortality
 * rates using empirical Bayes estimators", Applied Statistics 40 (1991), for rates that are not rare as Martuzzi &
 * Elliott, Statistics in Medicine 15 (1996), 1867–1873 have it. Moments and not maximum likelihood: closed form, no
 * start value, and equal to a published example.
 * @param points counts above their residents and districts without residents are left out.
 * @returns null for fewer than three districts, or where all or none of the residents are counted.
 */
export function ratePrior(points: readonly NoisyPoint[]): RatePrior | null {
  const used = points.filter(isProportion);
  const people = used.reduce((sum, p) => sum + p.population, 0);
  const mean = used.reduce((sum, p) => sum + p.count, 0) / people;
  if (used.length < SMALLEST_GROUP || !(mean > 0 && mean < 1)) return null;
  const perDistrict = people / used.length;
  if (perDistrict <= 1) return null;
  const observed =
    used.reduce((sum, p) => sum + p.population * (p.count / p.population - mean) ** 2, 0) / people;
  const single = mean * (1 - mean);
  const printed = used.reduce((sum, { population, noise = 0 }) => sum + noise / population, 0) / people;
  const between = (observed - printed - single / perDistrict) / (1 - 1 / perDistrict);
  return { mean, strength: between > 0 ? Math.max(0, single / between - 1) : Infinity };
}

/**
 * A district's rate under the prior: the mean of Beta(α + count, β + rest) and its central 95%. The prior is taken
 * as known; with few districts the intervals are therefore a little too short (Morris, JASA 78 (1983)). A print counts
 * as the fewer residents whose exact count would be as uncertain.
 * @returns null where the count exceeds the residents or nobody lives there.
 */
export function shrink(point: NoisyPoint, prior: RatePrior): ShrunkRate | null {
  if (!isProportion(point)) return null;
  if (prior.strength === Infinity) return { rate: prior.mean, low: null, high: null };
  const { count, population, noise = 0 } = point;
  const worth = 1 / (1 + noise / (population * prior.mean * (1 - prior.mean)));
  const covered = prior.mean * prior.strength + worth * count;
  const without = (1 - prior.mean) * prior.strength + worth * (population - count);
  const rate = covered / (covered + without);
  if (covered <= 0 || without <= 0) return { rate, low: null, high: null };
  return { rate, low: betaQuantile(0.025, covered, without), high: betaQuantile(0.975, covered, without) };
}

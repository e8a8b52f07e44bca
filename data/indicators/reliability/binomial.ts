import { incompleteBeta, logGamma } from "./incomplete-beta.js";

/** A binomial distribution: how many of `population` people have what each has with probability `rate`. */
export interface Binomial {
  /** Whole number, at least 1. */
  population: number;
  /** Above 0, below 1. */
  rate: number;
}

/** P(X ≤ count), exactly. Source: Abramowitz & Stegun 6.6.4, P(X ≤ k) = I_{1−θ}(n−k, k+1). */
export function atMost(count: number, { population, rate }: Binomial): number {
  if (count < 0) return 0;
  if (count >= population) return 1;
  return incompleteBeta(1 - rate, population - count, count + 1);
}

/** P(X ≥ count), exactly; not as a difference from 1, so that tiny tails keep their digits. */
export function atLeast(count: number, { population, rate }: Binomial): number {
  if (count <= 0) return 1;
  if (count > population) return 0;
  return incompleteBeta(rate, count, population - count + 1);
}

/** P(X = count). */
export function exactly(count: number, { population, rate }: Binomial): number {
  if (count < 0 || count > population) return 0;
  const ways = logGamma(population + 1) - logGamma(count + 1) - logGamma(population - count + 1);
  return Math.exp(ways + count * Math.log(rate) + (population - count) * Math.log1p(-rate));
}

/** The smallest count of which P(X ≤ count) exceeds `probability`, with that probability and the count's own. */
export function quantile(
  probability: number,
  distribution: Binomial,
): { count: number; atMost: number; exactly: number } {
  const { population, rate } = distribution;
  const odds = rate / (1 - rate);
  // Near the middle; the walk from there is as long as the limits are far, a few hundred steps at most.
  let count = Math.floor(population * rate);
  let below = atMost(count, distribution);
  let here = exactly(count, distribution);
  while (count > 0 && below - here > probability) {
    below -= here;
    here *= count / ((population - count + 1) * odds);
    count--;
  }
  while (count < population && below <= probability) {
    here *= ((population - count) / (count + 1)) * odds;
    count++;
    below += here;
  }
  return { count, atMost: below, exactly: here };
}

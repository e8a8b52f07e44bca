import { BASE } from "../../disclosure/policy.js";
import { exactly, type Binomial } from "./binomial.js";

/** What is printed of a binomial count: with the noise of its leaves, and in tens. */
export interface PrintDistribution {
  /** P(print ≤ count), exactly, for prints; between them it runs on smoothly. */
  atMost: (count: number) => number;
  /** P(print ≥ count). */
  atLeast: (count: number) => number;
  /** The smallest whole number t of which atMost(t) exceeds `probability`, and how far it does: 0 < part ≤ 1. */
  quantile: (probability: number) => { count: number; part: number };
}

/** Beyond so many standard deviations lies less than any limit looks for. */
const REACH = 9;

/**
 * The distribution of the print of a count that chance brings: two coins a leaf are added, ties go up or down evenly
 * (docs/decisions/027). P(print ≤ k) = ½ P(sum ≤ k + 4) + ½ P(sum ≤ k + 5).
 * @param leaves 1 or more
 */
export function printDistribution(distribution: Binomial, leaves: number): PrintDistribution {
  const { lowest, below } = sumDistribution(distribution, leaves);
  const sumAtMost = (t: number): number => {
    const i = t - lowest;
    return i < 0 ? 0 : i >= below.length ? 1 : below[i]!;
  };
  const half = BASE / 2;
  const atMost = (count: number): number => (sumAtMost(count + half - 1) + sumAtMost(count + half)) / 2;
  return {
    atMost,
    atLeast: (count) => 1 - (sumAtMost(count - half) + sumAtMost(count - half - 1)) / 2,
    quantile(probability) {
      let count = lowest - half;
      while (atMost(count) <= probability) count++;
      const here = atMost(count);
      return { count, part: (here - probability) / (here - atMost(count - 1)) };
    },
  };
}

/** P(count + noise ≤ lowest + i) for each i. */
function sumDistribution(distribution: Binomial, leaves: number): { lowest: number; below: Float64Array } {
  const { population, rate } = distribution;
  const mean = population * rate;
  const reach = Math.ceil(REACH * Math.sqrt(mean * (1 - rate))) + BASE;
  const [from, to] = [Math.max(0, Math.floor(mean) - reach), Math.min(population, Math.ceil(mean) + reach)];
  const coins = coinsOf(leaves);
  const lowest = from - leaves;
  const below = new Float64Array(to - from + coins.length);
  for (let count = from; count <= to; count++) {
    const here = exactly(count, distribution);
    for (let heads = 0; heads < coins.length; heads++) below[count - from + heads]! += here * coins[heads]!;
  }
  for (let i = 1; i < below.length; i++) below[i]! += below[i - 1]!;
  return { lowest, below };
}

/** The binomial of two coins a leaf, from no heads to all. */
const known = new Map<number, Float64Array>();

function coinsOf(leaves: number): Float64Array {
  let coins = known.get(leaves);
  if (!coins) {
    coins = Float64Array.from({ length: 2 * leaves + 1 }, (_, heads) =>
      exactly(heads, { population: 2 * leaves, rate: 0.5 }),
    );
    known.set(leaves, coins);
  }
  return coins;
}

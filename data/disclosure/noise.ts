import { LEAVES } from "./leaves.js";

/** The fixed secret of one district's people: what each leaf adds to every count of it, and how its ties are broken. */
export interface LeafNoise {
  /** −1, 0 or +1 for each leaf, with probabilities ¼, ½, ¼. */
  added: Int8Array;
  /** 0 or 1 for each leaf: a cell's tie goes up where the bits of its leaves sum to an odd number. */
  tie: Int8Array;
}

/** The noise of the people whom an identity names (see succession.ts). Always the same for the same name. */
export type NoiseOf = (identity: string) => LeafNoise;

/**
 * Reads a district's noise from 256 random bits, the HMAC of its identity under the town's key: two bits a leaf are
 * the two coins whose heads less one are added (84 bits), one more breaks ties (42 bits).
 * @param digest 32 bytes
 */
export function leafNoise(digest: Uint8Array): LeafNoise {
  const bit = (i: number): number => (digest[i >> 3]! >> (i & 7)) & 1;
  const added = new Int8Array(LEAVES);
  const tie = new Int8Array(LEAVES);
  for (let leaf = 0; leaf < LEAVES; leaf++) {
    added[leaf] = bit(2 * leaf) + bit(2 * leaf + 1) - 1;
    tie[leaf] = bit(2 * LEAVES + leaf);
  }
  return { added, tie };
}

/**
 * The highest probability that any value of a count can have for a reader who guesses flatly and knows everything
 * public: C(2n, n) / 4ⁿ for n leaves. Their coins sum to a binomial, and by Erdős's theorem on sums of ±a (1945) no
 * other whole coefficients than ±1 make a likelier value.
 * @param leaves 1 or more: 1 → 0.5, 3 → 0.3125, 42 → 0.0867
 */
export function greatestProbability(leaves: number): number {
  let probability = 1;
  for (let k = 1; k <= leaves; k++) probability *= (2 * k - 1) / (2 * k);
  return probability;
}

/**
 * The same for people whose whole is told to the person, and all of whose noisy counts somebody has worked out: what is
 * left is how the noise of all is shared out between them and the others, hypergeometric, at its middle.
 * @param leaves of the people, fewer than `all` that the total has: 42 of 84 → 0.123
 */
export function greatestProbabilityBeside(leaves: number, all: number): number {
  return (greatestProbability(leaves) * greatestProbability(all - leaves)) / greatestProbability(all);
}

/** Variance of the rounding to tens with ties broken evenly: errors −4 … 4 each a tenth, −5 and 5 a twentieth. */
const ROUNDING_VARIANCE = 8.5;

/** Variance of a printed count about the true one: half for each leaf's coins, and the rounding. */
export const printVariance = (leaves: number): number => (leaves === 0 ? 0 : leaves / 2 + ROUNDING_VARIANCE);

/**
 * Half the width of the band that holds the true count 95 times in 100: print ± margin, in whole cards. The normal
 * approximation, rounded up: 11 for a district's 42 leaves, 27 for an area of eight districts; 0 without noise, else at
 * least 10, since the cap of cards held takes up to nine away where nearly everybody has one.
 */
export const printMargin = (leaves: number): number =>
  leaves === 0 ? 0 : Math.max(10, Math.ceil(1.96 * Math.sqrt(printVariance(leaves))));

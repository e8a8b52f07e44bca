/**
 * The attack is written apart from what it attacks: it knows the method as README and the decision record tell it, and
 * imports nothing of data/disclosure.
 */

/** Probabilities of the sum of n leaves, each −1, 0 or +1 with ¼, ½, ¼: of −n at place 0, of +n at place 2n. */
export function noiseDistribution(leaves: number): Float64Array {
  const coins = 2 * leaves;
  const p = new Float64Array(coins + 1);
  // From the middle outwards: the ends of a large binomial underflow to 0 and stay there.
  let middle = 1;
  for (let k = 1; k <= leaves; k++) middle *= (2 * k - 1) / (2 * k);
  p[leaves] = middle;
  for (let k = leaves; k < coins; k++) {
    p[k + 1] = (p[k]! * (coins - k)) / (k + 1);
    p[coins - k - 1] = p[k + 1]!;
  }
  return p;
}

/** What is printed of a noisy count: the nearest ten, by a secret coin half way, not below 0 nor above the cap. */
export function printOf(noisy: number, tieUp: boolean, cap: number): number {
  const low = Math.floor(noisy / 10) * 10;
  const rest = noisy - low;
  return Math.min(cap, Math.max(0, rest > 5 || (rest === 5 && tieUp) ? low + 10 : low));
}

/** The 95% interval of a proportion by Wilson's score. */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const [z, p] = [1.96, hits / of];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return [middle - half, middle + half];
}

/** The probability of the likeliest sum of n leaves. */
export function greatestProbabilityOf(leaves: number): number {
  let p = 1;
  for (let k = 1; k <= leaves; k++) p *= (2 * k - 1) / (2 * k);
  return p;
}

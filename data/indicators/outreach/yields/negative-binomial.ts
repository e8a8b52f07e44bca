/** A count with a mean and a variance of `dispersion` (above 1) times it: negative binomial, its size mean/(dispersion − 1). */
export interface CountDistribution {
  mean: number;
  dispersion: number;
}

/** Calls back with each count from 0 on and its probability, until all but 1e-9 is told. */
function eachCount(
  { mean, dispersion }: CountDistribution,
  tell: (count: number, probability: number) => void,
): void {
  const size = mean / (dispersion - 1);
  const step = Math.log(1 - 1 / dispersion);
  // In logs: P(0) of a large mean is no number of its own.
  let log = -size * Math.log(dispersion);
  let told = 0;
  for (let count = 0; told < 1 - 1e-9 && count < 20 * mean + 200; count++) {
    const probability = Math.exp(log);
    told += probability;
    tell(count, probability);
    log += Math.log((size + count) / (count + 1)) + step;
  }
}

/** E[X] and Var[X] of those counts alone that are at least `least`. */
export function momentsAtLeast(
  least: number,
  distribution: CountDistribution,
): { mean: number; variance: number } {
  let [all, sum, squares] = [0, 0, 0];
  eachCount(distribution, (count, probability) => {
    if (count < least) return;
    all += probability;
    sum += probability * count;
    squares += probability * count * count;
  });
  // So far out that nothing is left: the count itself.
  if (all < 1e-7) return { mean: least, variance: 0 };
  const mean = sum / all;
  return { mean: Math.max(least, mean), variance: Math.max(0, squares / all - mean * mean) };
}

/** E[min(X, most)]: what comes in where `most` at most are taken. */
export function meanAtMost(most: number, distribution: CountDistribution): number {
  // Twelve standard deviations away the limit does not matter.
  if (most > distribution.mean + 12 * Math.sqrt(distribution.mean * distribution.dispersion) + 12) {
    return distribution.mean;
  }
  let lost = 0;
  eachCount(distribution, (count, probability) => {
    if (count > most) lost += probability * (count - most);
  });
  return Math.max(0, distribution.mean - lost);
}

/** The nodes of a normal distribution between −4 and 4, with weights that add up to 1. */
const NODES = (() => {
  const at = Array.from({ length: 21 }, (_, i) => (i - 10) * 0.4);
  const density = at.map((z) => Math.exp((-z * z) / 2));
  const all = density.reduce((a, b) => a + b, 0);
  return at.map((z, i) => ({ z, weight: density[i]! / all }));
})();

/**
 * The central interval of a count whose mean is itself uncertain, lognormal around `mean`: [low, high] in whole
 * people, each end the smallest count whose P(X ≤ count) reaches its probability.
 * @param logSd standard deviation of the logarithm of the mean; 0 where it is known.
 * @param outside what both tails hold together, 0.2 for an 80% interval.
 */
export function predictiveInterval(
  { mean, dispersion }: CountDistribution,
  logSd: number,
  outside = 0.2,
): { low: number; high: number } {
  if (mean <= 0) return { low: 0, high: 0 };
  const mass: number[] = [];
  for (const { z, weight } of NODES) {
    const at = mean * Math.exp(logSd * z - logSd ** 2 / 2);
    eachCount({ mean: at, dispersion }, (count, probability) => {
      mass[count] = (mass[count] ?? 0) + weight * probability;
    });
  }
  let [low, high, below] = [-1, mass.length - 1, 0];
  for (const [count, probability] of mass.entries()) {
    below += probability;
    if (low < 0 && below >= outside / 2) low = count;
    if (below >= 1 - outside / 2) {
      high = count;
      break;
    }
  }
  return { low: Math.max(0, low), high };
}

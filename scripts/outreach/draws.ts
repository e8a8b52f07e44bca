import type { Random } from "../sample/random.js";

/** A standard normal draw (Box & Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A gamma draw with a shape and mean 1 (Marsaglia & Tsang 2000; below shape 1 boosted). */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return (gamma(random, shape + 1) * (shape + 1) * random() ** (1 / shape)) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return (d * v) / shape;
  }
}

/** A Poisson draw, by its waiting times. */
function poisson(random: Random, mean: number): number {
  let [count, time] = [0, -Math.log(1 - random())];
  while (time < mean) {
    count++;
    time -= Math.log(1 - random());
  }
  return count;
}

/** A count with a mean and a variance of `dispersion` times it: Poisson of a gamma-distributed mean. */
export const overdispersed = (random: Random, mean: number, dispersion: number): number =>
  mean <= 0 ? 0 : poisson(random, mean * gamma(random, mean / (dispersion - 1)));

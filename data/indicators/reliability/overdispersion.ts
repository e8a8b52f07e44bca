import type { NoisyPoint } from "./noisy-point.js";

/** The share at each end whose deviations are drawn in before they are squared. */
const WINSORISED = 0.1;

/**
 * How many times wider than chance alone (of people, and of the noise of prints) the districts vary around the rate: the mean of their squared standardised
 * deviations, the outermost tenth at each end drawn in, so that one odd district does not make it. About 1 where
 * chance is all there is. Source: Spiegelhalter (2005), section 3.2.3, φ̂ of winsorised z-scores.
 * @param points districts with residents; counts above them are as they are.
 * @returns null for fewer than three districts or a rate that is not between 0 and 1.
 */
export function overdispersion(points: readonly NoisyPoint[], rate: number): number | null {
  if (points.length < 3 || !(rate > 0 && rate < 1)) return null;
  const scores = points
    .map(({ count, population, noise = 0 }) => {
      const variance = (rate * (1 - rate)) / population + noise / population ** 2;
      return (count / population - rate) / Math.sqrt(variance);
    })
    .sort((a, b) => a - b);
  const cut = Math.floor(WINSORISED * scores.length);
  const [low, high] = [scores[cut]!, scores[scores.length - 1 - cut]!];
  const drawnIn = scores.map((z) => Math.min(high, Math.max(low, z)));
  return drawnIn.reduce((sum, z) => sum + z * z, 0) / scores.length;
}

/**
 * Whether that is more than chance would give: φ̂ beyond two standard deviations of its own, which are √(2/n) where
 * chance is all there is (a χ² of n over n).
 */
export const isOverdispersed = (phi: number, districts: number): boolean =>
  phi > 1 + 2 * Math.sqrt(2 / districts);

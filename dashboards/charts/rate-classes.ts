import type { DistrictStanding } from "../data/indicators/district-standing.js";

/** Five classes of rates for a map: `bounds` are the four inner limits in percent. */
export interface RateClasses {
  bounds: number[];
  classOf: (rate: number) => number;
  /** `70%未満`, `70～75%`, …, `85%以上`. */
  labels: string[];
}

const CANDIDATE_STEPS = [1, 2, 5, 10, 15, 20];

/**
 * Equal classes with round limits (steps of 1, 2, 5, 10 … points) laid around the middle of the rates, so that the
 * limits are numbers people can say. Wider rates than the steps reach fall into the open classes at both ends.
 */
export function rateClasses(standings: readonly DistrictStanding[]): RateClasses {
  const rates = standings.flatMap((s) => (s.rate === null ? [] : [s.rate * 100])).sort((a, b) => a - b);
  const at = (q: number) => rates[Math.floor(q * (rates.length - 1))] ?? 0;
  const [low, high] = [at(0.05), at(0.95)];
  const step = CANDIDATE_STEPS.find((s) => s * 5 >= high - low) ?? 20;
  const middle = Math.round((low + high) / 2 / step) * step;
  const start = Math.max(step, middle - 2 * step + (middle >= (low + high) / 2 ? 0 : step));
  const bounds = [0, 1, 2, 3].map((i) => start + i * step);
  return {
    bounds,
    classOf: (rate) => bounds.filter((b) => rate * 100 >= b).length,
    labels: [
      `${bounds[0]}%未満`,
      ...[0, 1, 2].map((i) => `${bounds[i]}～${bounds[i + 1]}%`),
      `${bounds[3]}%以上`,
    ],
  };
}

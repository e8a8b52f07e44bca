import { describe, expect, it } from "vitest";
import {
  meanAtMost,
  momentsAtLeast,
  predictiveInterval,
} from "../../../../data/indicators/outreach/yields/negative-binomial.js";

describe("counts with more variance than chance", () => {
  // scipy 1.17.1: scipy.stats.nbinom(mean/(dispersion−1), 1/dispersion).ppf([0.1, 0.9])
  it.each([
    [10, 2, 5, 16],
    [9.1, 2.5, 4, 15],
    [150, 3, 123, 178],
  ])("have scipy's quantiles at mean %f and dispersion %f", (mean, dispersion, low, high) => {
    expect(predictiveInterval({ mean, dispersion }, 0)).toEqual({ low, high });
  });

  it("have wider limits where the mean itself is not known", () => {
    const known = predictiveInterval({ mean: 10, dispersion: 2 }, 0);
    const unknown = predictiveInterval({ mean: 10, dispersion: 2 }, 0.7);
    expect(unknown.low).toBeLessThan(known.low);
    expect(unknown.high).toBeGreaterThan(known.high);
  });

  it("keep mean and variance where nothing is cut off", () => {
    const { mean, variance } = momentsAtLeast(0, { mean: 12, dispersion: 3 });
    expect(mean).toBeCloseTo(12, 5);
    expect(variance).toBeCloseTo(36, 4);
  });

  it("are larger above a limit and smaller below one", () => {
    expect(momentsAtLeast(15, { mean: 10, dispersion: 2 }).mean).toBeGreaterThan(15);
    expect(momentsAtLeast(500, { mean: 10, dispersion: 2 })).toEqual({ mean: 500, variance: 0 });
    const taken = meanAtMost(10, { mean: 10, dispersion: 2 });
    expect(taken).toBeLessThan(10);
    expect(taken).toBeGreaterThan(7);
    expect(meanAtMost(1000, { mean: 10, dispersion: 2 })).toBe(10);
    expect(meanAtMost(0, { mean: 10, dispersion: 2 })).toBeCloseTo(0, 6);
  });
});

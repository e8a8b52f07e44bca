import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../../../data/indicators/reliability/incomplete-beta.js";
import { isOverdispersed, overdispersion } from "../../../../data/indicators/reliability/overdispersion.js";
import { ratePrior, shrink } from "../../../../data/indicators/reliability/shrinkage.js";
import { HUDDERSFIELD } from "./huddersfield.js";

const points = HUDDERSFIELD.map(([count, population]) => ({ count, population }));

describe("shrunk rates", () => {
  it("are those of Martuzzi & Elliott's example as spdep's EBest prints them", () => {
    const prior = ratePrior(points)!;
    const percents = points.map((p) => (100 * shrink(p, prior)!.rate).toFixed(2));
    expect(percents).toEqual(HUDDERSFIELD.map(([, , percent]) => percent.toFixed(2)));
  });

  it("lie between the district's own rate and the mean, nearer to its own the more people it has", () => {
    const prior = ratePrior(points)!;
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (k, population) => {
        const count = Math.min(k, population);
        const { rate, low, high } = shrink({ count, population }, prior)!;
        const own = count / population;
        expect(rate).toBeGreaterThanOrEqual(Math.min(own, prior.mean) - 1e-12);
        expect(rate).toBeLessThanOrEqual(Math.max(own, prior.mean) + 1e-12);
        expect(low!).toBeLessThan(rate);
        expect(high!).toBeGreaterThan(rate);
        const larger = shrink({ count: count * 10, population: population * 10 }, prior)!;
        expect(Math.abs(larger.rate - own)).toBeLessThanOrEqual(Math.abs(rate - own) + 1e-12);
        expect(larger.high! - larger.low!).toBeLessThan(high! - low!);
      }),
    );
  });

  it("have intervals with 2.5% of the posterior at each side", () => {
    // Prior Beta(6, 2), 14 of 20: posterior Beta(20, 8), its mean 20/28.
    const shrunk = shrink({ count: 14, population: 20 }, { mean: 0.75, strength: 8 })!;
    expect(shrunk.rate).toBeCloseTo(20 / 28, 12);
    expect(incompleteBeta(shrunk.low!, 20, 8)).toBeCloseTo(0.025, 10);
    expect(incompleteBeta(shrunk.high!, 20, 8)).toBeCloseTo(0.975, 10);
  });

  it("are the mean alone where the districts differ no more than by chance", () => {
    const same = [80, 81, 79, 80].map((count) => ({ count, population: 100 }));
    const prior = ratePrior(same)!;
    expect(prior).toEqual({ mean: 0.8, strength: Infinity });
    expect(shrink(same[1]!, prior)).toEqual({ rate: 0.8, low: null, high: null });
  });

  it("by hand: three districts of 100 at 20, 50 and 80%", () => {
    const three = [20, 50, 80].map((count) => ({ count, population: 100 }));
    // Variance 0.06; of it 0.25/100 is binomial: between = 0.0575/0.99; strength = 0.25/between − 1 = 3.3043…
    const prior = ratePrior(three)!;
    expect(prior.mean).toBe(0.5);
    expect(prior.strength).toBeCloseTo((0.25 * 0.99) / 0.0575 - 1, 10);
    expect(shrink(three[0]!, prior)!.rate).toBeCloseTo(
      (20 + prior.strength / 2) / (100 + prior.strength),
      12,
    );
  });

  it("leave out what is no proportion, and say nothing of fewer than three districts", () => {
    const odd = { count: 120, population: 100 };
    expect(ratePrior([...points, odd, { count: 0, population: 0 }])).toEqual(ratePrior(points));
    expect(shrink(odd, ratePrior(points)!)).toBeNull();
    expect(shrink({ count: 0, population: 0 }, ratePrior(points)!)).toBeNull();
    expect(ratePrior(points.slice(0, 2))).toBeNull();
    expect(ratePrior([1, 2, 3].map((n) => ({ count: n, population: n })))).toBeNull();
    expect(ratePrior([])).toBeNull();
  });

  it("stay defined where every resident of a district is on one side", () => {
    const prior = ratePrior([
      { count: 0, population: 50 },
      { count: 50, population: 50 },
      { count: 0, population: 50 },
    ])!;
    expect(prior.strength).toBeCloseTo(0, 10);
    for (const count of [0, 50])
      expect(shrink({ count, population: 50 }, prior)!.rate).toBeCloseTo(count / 50, 6);
  });
});

describe("overdispersion", () => {
  it("by hand: ten districts, the outermost at each end drawn in", () => {
    // 100 residents at 50%: a deviation of 5 is one standard deviation. Scores −9 −1 … 1 9 become −1 and 1.
    const counts = [5, 45, 45, 45, 45, 55, 55, 55, 55, 95];
    const phi = overdispersion(
      counts.map((count) => ({ count, population: 100 })),
      0.5,
    );
    expect(phi).toBeCloseTo(1, 10);
    expect(isOverdispersed(phi!, 10)).toBe(false);
    expect(isOverdispersed(2, 10)).toBe(true);
  });

  it("is not said of two districts or of a rate that leaves nothing to chance", () => {
    expect(overdispersion(points.slice(0, 2), 0.3)).toBeNull();
    for (const rate of [0, 1, 1.2]) expect(overdispersion(points, rate)).toBeNull();
  });
});

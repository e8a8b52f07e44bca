import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLeast, atMost, exactly } from "../../../../data/indicators/reliability/binomial.js";
import { funnelLimits } from "../../../../data/indicators/reliability/funnel-limits.js";
import { betaQuantile, incompleteBeta } from "../../../../data/indicators/reliability/incomplete-beta.js";
import { exactAtMost, toNumber } from "./exact-binomial.js";

describe("the binomial distribution", () => {
  // scipy 1.17.1: scipy.stats.binom.cdf(k, n, p), .sf(k − 1, n, p), .pmf(k, n, p)
  it.each([
    [253, 334, 0.849, 8.09507932555804e-6, 0.9999956358663541, 3.7309456797061107e-6],
    [0, 20, 0.3, 0.0007979226629761204, 1, 0.0007979226629761171],
    [20, 20, 0.3, 1, 3.4867844009999975e-11, 3.4867844009999975e-11],
    [10, 1000, 0.05, 2.7977985614855385e-12, 0.9999999999994758, 2.27353064771171e-12],
    [90, 1000, 0.05, 0.9999999493501001, 9.743965305003952e-8, 4.678975316136381e-8],
  ])("gives scipy's tails of %i of %i at %f", (count, population, rate, lower, upper, own) => {
    const distribution = { population, rate };
    expect(atMost(count, distribution) / lower).toBeCloseTo(1, 9);
    expect(atLeast(count, distribution) / upper).toBeCloseTo(1, 9);
    expect(exactly(count, distribution) / own).toBeCloseTo(1, 9);
  });

  it("equals whole-number arithmetic", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.nat(150),
        fc.integer({ min: 1, max: 99 }),
        (n, k, p) => {
          const count = Math.min(k, n);
          const exact = toNumber(exactAtMost(count, n, { over: BigInt(p), under: 100n }));
          expect(atMost(count, { population: n, rate: p / 100 })).toBeCloseTo(exact, 11);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the incomplete beta function", () => {
  // scipy 1.17.1: scipy.special.betainc(a, b, x)
  it.each([
    [0.5, 1, 1, 0.5],
    [0.1, 2.5, 30, 0.7374516791292123],
    [0.85, 850.3, 150.2, 0.49617519735481197],
    [0.2, 3, 0.5, 0.0027136820350937957],
    [0.999, 40, 0.1, 0.2416881134635951],
    [0.62, 621000, 379000, 0.019664378387285016],
    [0.004, 1, 500, 0.8652064187893596],
  ])("is scipy's at %f of (%f, %f)", (x, a, b, value) => {
    expect(incompleteBeta(x, a, b) / value).toBeCloseTo(1, 8);
  });

  // scipy 1.17.1: scipy.stats.beta.ppf(p, a, b)
  it.each([
    [0.025, 21.5, 30.2, 0.2864673821611558],
    [0.975, 2363.1, 365.9, 0.8784463359685215],
    [0.025, 0.4, 8.1, 9.389854258838654e-6],
    [0.975, 1, 1, 0.975],
    [0.025, 500000, 12000, 0.9761463411368569],
  ])("has scipy's quantiles: %f of (%f, %f)", (p, a, b, value) => {
    expect(betaQuantile(p, a, b) / value).toBeCloseTo(1, 8);
  });
});

describe("the limits of the funnel", () => {
  /**
   * Spiegelhalter (2005), appendix A.1.1, by another implementation: scipy 1.17.1's binom.cdf and binom.pmf put into
   * the appendix's formula. Size, rate, then the limits at p = 0.001, 0.025, 0.975, 0.999.
   */
  it.each([
    [1, 0.5, 0, 0, 0.95, 0.998],
    [10, 0.85, 0.369308165, 0.537724509, 0.987301549, 0.999492062],
    [37, 0.574, 0.305269898, 0.398816465, 0.719065205, 0.803994322],
    [100, 0.1, 0.014178865, 0.040380596, 0.157718612, 0.198356719],
    [334, 0.849, 0.78415546, 0.808144397, 0.884962333, 0.904940399],
    [1000, 0.85, 0.813623304, 0.82704535, 0.871305729, 0.883380813],
    [2728, 0.849, 0.827273415, 0.835257664, 0.862130667, 0.869632804],
    [19178, 0.52, 0.508822801, 0.512902044, 0.527043825, 0.531119108],
    [300000, 0.97, 0.969031426, 0.969386425, 0.970607276, 0.970956303],
    [500, 0.003, 0, 0, 0.007718886, 0.01194386],
  ])("agree with scipy for %i residents at %f", (population, rate, lower998, lower95, upper95, upper998) => {
    const limits = funnelLimits(rate, population)!;
    expect(limits.lower998).toBeCloseTo(lower998, 8);
    expect(limits.lower95).toBeCloseTo(lower95, 8);
    expect(limits.upper95).toBeCloseTo(upper95, 8);
    expect(limits.upper998).toBeCloseTo(upper998, 8);
  });

  it("lie where whole-number arithmetic has the tails", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 99 }), (n, p) => {
        const rate = { over: BigInt(p), under: 100n };
        const { lower998, upper998 } = funnelLimits(p / 100, n)!;
        const tail = (count: number): number => (count < 0 ? 0 : toNumber(exactAtMost(count, n, rate)));
        // Every count below the lower limit is in a tail of at most 0.001, the first above it is not.
        const first = Math.ceil(lower998 * n - 1e-9);
        expect(tail(first - 1)).toBeLessThanOrEqual(0.001 + 1e-12);
        expect(tail(lower998 > 0 ? first : n)).toBeGreaterThan(0.001 - 1e-12);
        const last = Math.floor(upper998 * n + 1e-9);
        expect(tail(upper998 < 1 ? last : n - 1)).toBeLessThanOrEqual(0.999 + 1e-12);
        expect(tail(Math.min(n, last + 1))).toBeGreaterThanOrEqual(0.999 - 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it("are wider at 99.8% than at 95%, hold the rate, and close in with size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 50_000 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (population, rate) => {
          const { lower998, lower95, upper95, upper998 } = funnelLimits(rate, population)!;
          expect(lower998).toBeLessThanOrEqual(lower95);
          expect(upper95).toBeLessThanOrEqual(upper998);
          expect(lower95).toBeLessThan(rate);
          expect(rate).toBeLessThan(upper998);
          const larger = funnelLimits(rate, population * 16)!;
          expect(larger.upper998 - larger.lower998).toBeLessThan(upper998 - lower998);
        },
      ),
    );
  });

  it("are none where chance has no say", () => {
    expect(funnelLimits(0.8, 0)).toBeNull();
    for (const rate of [0, 1, 1.03, Number.NaN]) expect(funnelLimits(rate, 100)).toBeNull();
  });
});

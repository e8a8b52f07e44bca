import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAVES } from "../../../../data/disclosure/leaves.js";
import { printVariance } from "../../../../data/disclosure/noise.js";
import { BASE } from "../../../../data/disclosure/policy.js";
import { printCount } from "../../../../data/disclosure/print.js";
import { exactly } from "../../../../data/indicators/reliability/binomial.js";
import { funnelLimits } from "../../../../data/indicators/reliability/funnel-limits.js";
import { printDistribution } from "../../../../data/indicators/reliability/print-distribution.js";
import { judge } from "../../../../data/indicators/reliability/verdict.js";

/** Every print of a binomial count and how likely it is, by trying all counts, all heads of the coins and both ties. */
function everyPrint(population: number, rate: number, leaves: number): Map<number, number> {
  const prints = new Map<number, number>();
  for (let count = 0; count <= population; count++) {
    for (let heads = 0; heads <= 2 * leaves; heads++) {
      const both =
        exactly(count, { population, rate }) * exactly(heads, { population: 2 * leaves, rate: 0.5 });
      for (const tie of [true, false]) {
        const print = printCount(count + heads - leaves, tie, BASE);
        prints.set(print, (prints.get(print) ?? 0) + both / 2);
      }
    }
  }
  return prints;
}

const sumWhere = (prints: ReadonlyMap<number, number>, holds: (print: number) => boolean): number =>
  [...prints].reduce((sum, [print, p]) => (holds(print) ? sum + p : sum), 0);

const town = fc.record({
  population: fc.integer({ min: 100, max: 400 }),
  percent: fc.integer({ min: 2, max: 98 }),
  leaves: fc.constantFrom(LEAVES, 2 * LEAVES),
});

describe("what is printed of a count that chance brings", () => {
  it("is as likely as trying everything says", () => {
    fc.assert(
      fc.property(town, ({ population, percent, leaves }) => {
        const rate = percent / 100;
        const prints = everyPrint(population, rate, leaves);
        const told = printDistribution({ population, rate }, leaves);
        const near = (a: number, b: number) => Math.abs(a - b) < 1e-10;
        const wrong = [...prints.keys()].filter(
          (print) =>
            !near(
              told.atMost(print),
              sumWhere(prints, (k) => k <= print),
            ) ||
            // The floor at 0 gathers what lies below it.
            !near(
              print === 0 ? 1 : told.atLeast(print),
              sumWhere(prints, (k) => k >= print),
            ),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the verdict on a print", () => {
  it("calls nobody behind or ahead for the noise: no more than 1 in 1,000 each, whatever the size and rate", () => {
    fc.assert(
      fc.property(town, ({ population, percent, leaves }) => {
        const rate = percent / 100;
        const called = { behind: 0, ahead: 0, "within-noise": 0, "too-few": 0 };
        for (const [print, p] of everyPrint(population, rate, leaves)) {
          called[judge(Math.min(print, population), population, rate, leaves)!.verdict] += p;
        }
        expect(called.behind).toBeLessThan(0.001);
        expect(called.ahead).toBeLessThan(0.001);
      }),
      { numRuns: 60 },
    );
  });

  it("would call far more of them behind if the noise were taken for the people", () => {
    const prints = everyPrint(100, 0.95, LEAVES);
    const naive = sumWhere(prints, (print) => judge(print, 100, 0.95)!.verdict === "behind");
    expect(naive).toBeGreaterThan(0.02);
  });

  it("agrees with the limits that are drawn", () => {
    fc.assert(
      fc.property(town, ({ population, percent, leaves }) => {
        const { lower998, upper998, lower95, upper95 } = funnelLimits(percent / 100, population, leaves)!;
        const exact = funnelLimits(percent / 100, population)!;
        expect(lower998).toBeLessThanOrEqual(exact.lower998);
        expect(upper998).toBeGreaterThanOrEqual(exact.upper998);
        expect(lower998).toBeLessThanOrEqual(lower95);
        expect(upper998).toBeGreaterThanOrEqual(upper95);
        for (let print = 0; print <= population; print += BASE) {
          const { verdict } = judge(print, population, percent / 100, leaves)!;
          const rate = print / population;
          expect(verdict === "behind").toBe(rate < lower998 - 1e-12);
          expect(verdict === "ahead").toBe(rate > upper998 + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("closes in on that of the people as a district grows", () => {
    const wide = funnelLimits(0.8, 20_000, LEAVES)!;
    const exact = funnelLimits(0.8, 20_000)!;
    // Noise of 29.5 beside a binomial variance of 3,200: half a percent wider.
    const ratio = Math.sqrt(1 + printVariance(LEAVES) / 3200);
    expect((0.8 - wide.lower95) / (0.8 - exact.lower95)).toBeCloseTo(ratio, 1);
  });
});

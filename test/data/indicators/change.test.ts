import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../../data/contract/domain-error.js";
import { rateChange } from "../../../data/indicators/change.js";

const point = fc.record({
  count: fc.integer({ min: 0, max: 3_000_000 }),
  population: fc.integer({ min: 1_000, max: 3_000_000 }),
});

describe("rateChange", () => {
  it("splits the rise of 志賀町 in August 2022, when the denominator changed", () => {
    const change = rateChange({ count: 9504, population: 19_552 }, { count: 10_117, population: 19_178 });
    expect(change.total).toBeCloseTo(4.144, 3);
    expect(change.cardEffect).toBeCloseTo(3.166, 3);
    expect(change.populationEffect).toBeCloseTo(0.979, 3);
  });

  it("adds up to the difference of the rates", () => {
    fc.assert(
      fc.property(point, point, (before, after) => {
        const { total, cardEffect, populationEffect } = rateChange(before, after);
        const difference = 100 * (after.count / after.population - before.count / before.population);
        const tolerance = 1e-9 * Math.max(1, Math.abs(cardEffect), Math.abs(populationEffect));
        expect(Math.abs(cardEffect + populationEffect - difference)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(total - difference)).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  it("changes nothing but the signs when before and after are swapped", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [there, back] = [rateChange(a, b), rateChange(b, a)];
        expect(back.cardEffect).toBeCloseTo(-there.cardEffect, 9);
        expect(back.populationEffect).toBeCloseTo(-there.populationEffect, 9);
      }),
    );
  });

  it("has no population effect where the population stays, no card effect where the count stays", () => {
    expect(rateChange({ count: 10, population: 100 }, { count: 20, population: 100 }).populationEffect).toBe(
      0,
    );
    expect(rateChange({ count: 10, population: 100 }, { count: 10, population: 80 }).cardEffect).toBe(0);
  });

  it("throws where nobody lives", () => {
    expect(() => rateChange({ count: 0, population: 0 }, { count: 1, population: 2 })).toThrow(DomainError);
  });
});

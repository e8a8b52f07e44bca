import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAVES } from "../../../data/disclosure/leaves.js";
import { printMargin } from "../../../data/disclosure/noise.js";
import {
  districtLeaves,
  isApart,
  leading,
  percentBand,
  printedPercent,
  toTens,
} from "../../../data/indicators/printed.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";

describe("a number that is made from a print", () => {
  it("carries the noise of every district that its code names", () => {
    expect(["05", "05+06", "05+06+11"].map(districtLeaves)).toEqual([42, 84, 126]);
  });

  it("is written no finer than its band", () => {
    // 11 cards are a point of 1,000 residents, and a quarter of one of 4,000.
    expect(printedPercent(860, 1000, LEAVES)).toBe("86");
    expect(printedPercent(3440, 4001, LEAVES)).toBe("86.0");
    expect(printedPercent(125, 1000, LEAVES)).toBe("13");
    expect(printedPercent(860, 1000, 0)).toBe("86.0");
    expect(printedPercent(null, 1000, LEAVES)).toBeNull();
    expect(printedPercent(0, 0, LEAVES)).toBeNull();
    expect([304, 305, 3].map(toTens)).toEqual([300, 310, 0]);
  });

  it("is written as ever where it is told to the person", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (count, population) => {
        expect(printedPercent(count, population, 0)).toBe(percentHalfUp(count, population));
      }),
    );
  });

  it("has a band that holds both of its ends, from nobody to everybody", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 30_000 }), fc.nat(100), (population, share) => {
        const count = toTens((population * share) / 100);
        const [low, high] = percentBand(count, population, LEAVES).split("～").map(Number);
        expect(low).toBeLessThanOrEqual(
          Math.max(0, (100 * (count - printMargin(LEAVES))) / population) + 1e-9,
        );
        const top = Math.min(Math.max(population, count), count + printMargin(LEAVES));
        expect(high).toBeGreaterThanOrEqual((100 * top) / population - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is first only where the next lies beyond the noise", () => {
    const value = (v: number) => ({ value: v, leaves: LEAVES });
    // 1.96 · √(2 · 29.5) is 15.05.
    expect(isApart(value(310), value(300))).toBe(false);
    expect(isApart(value(310), value(290))).toBe(true);
    expect(leading([310, 300, 300, 290], value)).toEqual([310, 300, 300]);
    expect(leading([310, 290], value)).toEqual([310]);
    expect(leading([], value)).toEqual([]);
    expect(leading([310, 309], (v) => ({ value: v, leaves: 0 }))).toEqual([310]);
  });
});

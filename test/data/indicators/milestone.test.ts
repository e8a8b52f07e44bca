import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countToMilestone, residentsWithout } from "../../../data/indicators/milestone.js";

describe("countToMilestone", () => {
  it("is what 志賀町 lacked to 88% of 19,178", () => {
    expect(countToMilestone(0, 19_178, 88)).toBe(16_877);
    expect(countToMilestone(13_135, 19_178, 88)).toBe(3_742);
    expect(residentsWithout(16_877, 19_178)).toBe(2_301);
  });

  it("is the smallest number that reaches the share, and 0 once it is reached", () => {
    const natural = fc.integer({ min: 0, max: 200_000_000 });
    fc.assert(
      fc.property(natural, natural, fc.integer({ min: 1, max: 100 }), (count, population, percent) => {
        const missing = countToMilestone(count, population, percent);
        const reaches = (n: number): boolean => 100n * BigInt(n) >= BigInt(percent) * BigInt(population);
        expect(reaches(count + missing)).toBe(true);
        expect(missing > 0 && reaches(count + missing - 1)).toBe(false);
      }),
    );
  });
});

describe("residentsWithout", () => {
  it("is never negative, and null where nothing was supplied", () => {
    expect(residentsWithout(120, 100)).toBe(0);
    expect(residentsWithout(null, 100)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DistrictStanding } from "../../../../data/indicators/district-standing.js";
import { districtReliability } from "../../../../data/indicators/reliability/district-reliability.js";
import { judge, VERDICTS } from "../../../../data/indicators/reliability/verdict.js";
import { exactAtMost, toNumber } from "./exact-binomial.js";

describe("the verdict on a district", () => {
  it.each([
    // At 85% of 1,000 the 99.8% limits are 81.4 and 88.3%, the 95% limits 82.7 and 87.1%.
    [800, 1000, "behind", 99.8],
    [820, 1000, "within-noise", 95],
    [850, 1000, "within-noise", null],
    [880, 1000, "within-noise", 95],
    [890, 1000, "ahead", 99.8],
    // Twenty residents: 70% may be chance, and so may almost anything.
    [14, 20, "too-few", null],
    [5, 20, "behind", 99.8],
    // More applications than residents: judged as everybody.
    [1020, 1000, "ahead", 99.8],
    [4, 3, "too-few", null],
  ] as const)("%i of %i at 85%%: %s", (count, population, verdict, outside) => {
    expect(judge(count, population, 0.85)).toEqual({ verdict, outside });
  });

  it("is none where there is nothing to judge", () => {
    expect(judge(null, 100, 0.8)).toBeNull();
    expect(judge(0, 0, 0.8)).toBeNull();
    expect(judge(50, 100, null)).toBeNull();
    for (const rate of [0, 1, 1.03]) expect(judge(50, 100, rate)).toBeNull();
  });

  it("is behind or ahead exactly where a tail is below one in a thousand", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.nat(150),
        fc.integer({ min: 1, max: 99 }),
        (n, k, p) => {
          const count = Math.min(k, n);
          const rate = { over: BigInt(p), under: 100n };
          const { verdict } = judge(count, n, p / 100)!;
          const below = toNumber(exactAtMost(count, n, rate));
          const above = count === 0 ? 1 : 1 - toNumber(exactAtMost(count - 1, n, rate));
          expect(VERDICTS).toContain(verdict);
          expect(verdict === "behind").toBe(below < 0.001);
          expect(verdict === "ahead").toBe(above < 0.001);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const standing = (code: string, count: number | null, population: number): DistrictStanding => ({
  code,
  name: code,
  area: null,
  tile_x: null,
  tile_y: null,
  population,
  count,
  leaves: 0,
  without: count === null ? null : Math.max(0, population - count),
  rate: count === null || population === 0 ? null : count / population,
  percent: null,
});

describe("the districts together", () => {
  it("keep their order, and what has no number or nobody has no verdict", () => {
    const found = districtReliability(
      [
        standing("03", 700, 1000),
        standing("01", 880, 1000),
        standing("02", null, 40),
        standing("04", 0, 0),
        standing("05", 850, 1000),
      ],
      0.81,
    );
    expect(found.districts.map((d) => [d.code, d.judgement?.verdict ?? null])).toEqual([
      ["03", "behind"],
      ["01", "ahead"],
      ["02", null],
      ["04", null],
      ["05", "ahead"],
    ]);
    expect(found.districts[0]!.shrunk!.rate).toBeGreaterThan(0.7);
    expect(found.districts[2]!.shrunk).toBeNull();
    expect(found.overdispersed).toBe(true);
  });

  it("are not judged where the town's rate is no proportion", () => {
    const found = districtReliability([standing("01", 1050, 1000), standing("02", 990, 1000)], 1.02);
    expect(found.districts.every((d) => d.judgement === null)).toBe(true);
    expect([found.phi, found.prior]).toEqual([null, null]);
  });
});

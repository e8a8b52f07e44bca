import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LEAVES } from "../../../data/disclosure/leaves.js";
import {
  greatestProbability,
  leafNoise,
  printMargin,
  printVariance,
} from "../../../data/disclosure/noise.js";
import { printCount } from "../../../data/disclosure/print.js";
import { noiseUnder } from "../../../scripts/disclosure/known-noise.js";

/** A statistic that should be standard normal. */
const far = 4.5;

describe("the noise of a leaf", () => {
  const noiseOf = noiseUnder("a key");
  const districts = Array.from({ length: 3000 }, (_, i) => noiseOf(`district ${i}`));

  it("is −1, 0 or +1 with a quarter, a half and a quarter", () => {
    const counts = new Map([-1, 0, 1].map((e) => [e, 0]));
    for (const { added } of districts) for (const e of added) counts.set(e, counts.get(e)! + 1);
    const all = 3000 * LEAVES;
    for (const [e, p] of [
      [-1, 0.25],
      [0, 0.5],
      [1, 0.25],
    ] as const) {
      expect(Math.abs(counts.get(e)! - all * p) / Math.sqrt(all * p * (1 - p))).toBeLessThan(far);
    }
    expect(counts.size).toBe(3);
  });

  it("is independent over districts, leaves and of the ties", () => {
    let [across, within, ties, ones] = [0, 0, 0, 0];
    for (let i = 1; i < districts.length; i++) {
      for (let leaf = 0; leaf < LEAVES; leaf++) {
        const here = districts[i]!.added[leaf]!;
        across += here * districts[i - 1]!.added[leaf]!;
        if (leaf > 0) within += here * districts[i]!.added[leaf - 1]!;
        ties += here * (2 * districts[i]!.tie[leaf]! - 1);
        ones += 2 * districts[i]!.tie[leaf]! - 1;
      }
    }
    const all = 2999 * LEAVES;
    // Products of two leaves have variance ¼, of a leaf and a coin ½, coins 1.
    expect(Math.abs(across) / Math.sqrt(all / 4)).toBeLessThan(far);
    expect(Math.abs(within) / Math.sqrt(all / 4)).toBeLessThan(far);
    expect(Math.abs(ties) / Math.sqrt(all / 2)).toBeLessThan(far);
    expect(Math.abs(ones) / Math.sqrt(all)).toBeLessThan(far);
  });

  it("is always the same for the same people under the same key, and another under another", () => {
    const again = leafNoise(createHmac("sha256", "a key").update("district 7").digest());
    expect(again).toEqual(districts[7]);
    expect(noiseUnder("another key")("district 7")).not.toEqual(districts[7]);
  });
});

describe("what the leaves bound", () => {
  it("is the likeliest sum of their coins", () => {
    const round = (p: number) => Math.round(p * 100) / 100;
    expect([38, 12, 6, 3, 2, 1].map((n) => round(greatestProbability(n)))).toEqual([
      0.09, 0.16, 0.23, 0.31, 0.38, 0.5,
    ]);
  });

  it("names a band that holds the true count 95 times in 100", () => {
    expect([0, 3, 42, 336].map(printMargin)).toEqual([0, 10, 11, 27]);
    for (const leaves of [3, 42, 336]) {
      // Binomial coins by convolution, the rounding at every remainder.
      let sums = new Map([[0, 1]]);
      for (let coin = 0; coin < 2 * leaves; coin++) {
        const next = new Map<number, number>();
        for (const [s, p] of sums) {
          next.set(s, (next.get(s) ?? 0) + p / 2);
          next.set(s + 1, (next.get(s + 1) ?? 0) + p / 2);
        }
        sums = next;
      }
      let [inside, square] = [0, 0];
      for (const [heads, p] of sums) {
        for (let rest = 0; rest < 10; rest++) {
          for (const tie of [false, true]) {
            const error = printCount(100_000 + rest + heads - leaves, tie, 10) - 100_000 - rest;
            square += (p / 20) * error ** 2;
            if (Math.abs(error) <= printMargin(leaves)) inside += p / 20;
          }
        }
      }
      expect(inside).toBeGreaterThanOrEqual(0.95);
      expect(square).toBeCloseTo(printVariance(leaves), 6);
    }
  });
});

describe("a print", () => {
  it("is the nearest ten, by its secret bit from half way, never below nothing", () => {
    expect([4, 5, 6, 14, 15, 16].map((y) => printCount(y, false, 10))).toEqual([0, 0, 10, 10, 10, 20]);
    expect([4, 5, 6, 14, 15, 16].map((y) => printCount(y, true, 10))).toEqual([0, 10, 10, 10, 20, 20]);
    expect([-1, -5, -6, -30].map((y) => printCount(y, true, 10))).toEqual([0, 0, 0, 0]);
    expect([7, 8, 12, 13].map((y) => printCount(y, false, 5))).toEqual([5, 10, 10, 15]);
  });
});

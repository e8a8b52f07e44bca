import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../../data/contract/domain-error.js";
import { percentHalfUp, pointsBetween, rate } from "../../../data/indicators/rate.js";

const count = fc.integer({ min: 0, max: 200_000_000 });
const people = fc.integer({ min: 1, max: 200_000_000 });

/** Tenths of a percent as a whole number; the other way round than percentHalfUp writes them. */
const tenthsOf = (percent: string): bigint => BigInt(percent.replace(".", ""));

describe("percentHalfUp", () => {
  it.each([
    ["志賀町 2022-08-31", 10_117, 19_178, "52.8"],
    ["志賀町 2022-12-31", 13_135, 19_178, "68.5"],
    ["石川県 2022-12-31", 656_256, 1_124_501, "58.4"],
    ["全国 2022-12-31", 71_905_789, 125_927_902, "57.1"],
    ["an exact tie", 1, 2000, "0.1"],
    ["a tie that floating point takes for less (0.15)", 3, 2_000, "0.2"],
    ["another one (0.35)", 7, 2_000, "0.4"],
    ["more than everybody", 101, 100, "101.0"],
    ["nobody of many", 0, 3, "0.0"],
  ])("%s: %i of %i are %s percent", (_, n, d, percent) => {
    expect(percentHalfUp(n, d)).toBe(percent);
  });

  it("is null where nobody lives or nothing was supplied", () => {
    expect(percentHalfUp(5, 0)).toBeNull();
    expect(percentHalfUp(null, 100)).toBeNull();
  });

  it.each([
    [-1, 10],
    [1, -10],
    [1.5, 10],
    [1, 10.5],
    [Number.NaN, 10],
    [2 ** 53, 10],
  ])("throws for %d of %d", (n, d) => {
    expect(() => percentHalfUp(n, d)).toThrow(DomainError);
  });

  it("is the one number of tenths t with t − ½ ≤ 1000·n/d < t + ½, in whole numbers", () => {
    fc.assert(
      fc.property(count, people, (n, d) => {
        const text = percentHalfUp(n, d)!;
        expect(text).toMatch(/^\d+\.\d$/);
        const [t, N, D] = [tenthsOf(text), BigInt(n), BigInt(d)];
        expect((2n * t - 1n) * D <= 2000n * N && 2000n * N < (2n * t + 1n) * D).toBe(true);
      }),
    );
  });

  it("rounds every tie up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 50_000 }), (tenths, k) => {
        const text = percentHalfUp((2 * tenths + 1) * k, 2000 * k)!;
        expect(tenthsOf(text)).toBe(BigInt(tenths + 1));
      }),
    );
  });
});

describe("rates", () => {
  it("are between 0 and usually 1, and null for a measure that was not supplied", () => {
    expect([rate(210, 200), rate(150, 200), rate(null, 200)]).toEqual([1.05, 0.75, null]);
    expect(rate(150, 0)).toBeNull();
  });
});

describe("pointsBetween", () => {
  it("is the difference of the published numbers, with its sign", () => {
    expect(pointsBetween("52.8", "53.2")).toBe("+0.4");
    expect(pointsBetween("100.0", "98.8")).toBe("-1.2");
    expect(pointsBetween("52.8", "52.8")).toBe("±0.0");
    expect(pointsBetween("9.9", "10.0")).toBe("+0.1");
  });

  it("turns its sign with its arguments", () => {
    const percent = fc.integer({ min: 0, max: 1500 }).map((t) => `${Math.trunc(t / 10)}.${t % 10}`);
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        const [there, back] = [pointsBetween(a, b), pointsBetween(b, a)];
        expect(there.slice(1)).toBe(back.slice(1));
        expect(["+-", "-+", a === b ? "±±" : ""]).toContain(there[0]! + back[0]!);
      }),
    );
  });
});

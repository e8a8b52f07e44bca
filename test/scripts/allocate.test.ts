import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, bySystematicSampling } from "../../scripts/sample/allocate.js";
import { seededRandom } from "../../scripts/sample/random.js";

const cells = fc.array(
  fc.record({ weight: fc.float({ min: 0, max: 1000, noNaN: true }), cap: fc.integer({ min: 0, max: 200 }) }),
  { minLength: 1, maxLength: 40 },
);
const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

describe("allocate", () => {
  it("gives whole parts that add up and stay within their caps, whichever way they are rounded", () => {
    fc.assert(
      fc.property(
        cells,
        fc.nat(),
        fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }),
        (list, n, start) => {
          const caps = list.map((c) => c.cap);
          const total = n % (sum(caps) + 1);
          for (const round of [undefined, bySystematicSampling(start)]) {
            const parts = allocate(
              total,
              list.map((c) => c.weight),
              caps,
              round,
            );
            expect(sum(parts)).toBe(total);
            expect(parts.every((p, i) => Number.isInteger(p) && p >= 0 && p <= caps[i]!)).toBe(true);
          }
        },
      ),
    );
  });

  it("gives the largest remainders one more", () => {
    expect(allocate(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(allocate(7, [5, 3, 1])).toEqual([4, 2, 1]);
  });

  it("gives what does not fit to the others", () => {
    expect(allocate(10, [8, 1, 1], [2, 9, 9])).toEqual([2, 4, 4]);
  });

  it("throws where it does not fit", () => {
    expect(() => allocate(5, [1, 1], [2, 2])).toThrow(RangeError);
  });

  it("gives a few to everybody in turn where sampled", () => {
    const random = seededRandom(1);
    const received = [0, 0, 0, 0];
    for (let i = 0; i < 400; i++) {
      for (const [k, part] of allocate(
        1,
        [2, 1, 1, 1],
        undefined,
        bySystematicSampling(random()),
      ).entries()) {
        received[k]! += part;
      }
    }
    expect(received.every((n, k) => Math.abs(n - 400 * (k === 0 ? 0.4 : 0.2)) < 40)).toBe(true);
  });
});

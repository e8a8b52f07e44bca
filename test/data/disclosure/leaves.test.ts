import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sex } from "../../../data/contract/figure.js";
import {
  isOfLeaves,
  LEAVES,
  leafCount,
  leafRange,
  leavesApart,
  leavesInBoth,
  sumOverLeaves,
} from "../../../data/disclosure/leaves.js";

const bands = ["all", "0-4", "0-14", "15-64", "65+", "90+", "100+", "95-99"];
const sexes: Sex[] = ["all", "male", "female"];

describe("leaves", () => {
  it("are 21 bands of both sexes, whatever the grain", () => {
    expect(LEAVES).toBe(42);
    expect(bands.map((band) => leafCount(leafRange(band, "all")))).toEqual([42, 2, 6, 20, 16, 6, 2, 2]);
    expect(leafCount(leafRange("90+", "female"))).toBe(3);
    expect(["0-17", "0-4", "105+", "3-7", "all", "x"].map(isOfLeaves)).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(() => leafRange("0-17", "all")).toThrow(RangeError);
  });

  it("are summed and compared as sets of leaves are", () => {
    const cell = fc.tuple(fc.constantFrom(...bands), fc.constantFrom(...sexes));
    fc.assert(
      fc.property(
        cell,
        cell,
        fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 42, maxLength: 42 }),
        (a, b, e) => {
          const [x, y] = [leafRange(...a), leafRange(...b)];
          const members = (range: typeof x) =>
            Array.from({ length: 42 }, (_, leaf) => leaf).filter((leaf) => {
              const only = new Int8Array(42);
              only[leaf] = 1;
              return sumOverLeaves(only, range) === 1;
            });
          const [inX, inY] = [new Set(members(x)), new Set(members(y))];
          expect(inX.size).toBe(leafCount(x));
          expect(leavesInBoth(x, y)).toBe([...inX].filter((leaf) => inY.has(leaf)).length);
          expect(leavesApart(x, y)).toBe(
            [...inX].filter((leaf) => !inY.has(leaf)).length +
              [...inY].filter((leaf) => !inX.has(leaf)).length,
          );
          expect(sumOverLeaves(Int8Array.from(e), x)).toBe([...inX].reduce((sum, leaf) => sum + e[leaf]!, 0));
        },
      ),
    );
  });
});

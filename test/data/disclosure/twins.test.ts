import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { outlineOf, type Outline } from "../../../data/disclosure/outline.js";
import type { PublicTables } from "../../../data/disclosure/published.js";
import { publish } from "../../../scripts/disclosure/publish-again.js";
import { twinTowns, type Life } from "../../../scripts/disclosure/twin-towns.js";

/** Everything that a life's releases tell, and what their audits say. */
function published({ states, noiseOf }: Life): { tables: PublicTables; faults: unknown[] }[] {
  const earlier: Outline[] = [];
  return states.map((state) => {
    const tables = publish({ ...state, noiseOf, earlier });
    const { faults } = auditRelease(tables, earlier);
    earlier.push(outlineOf(tables));
    return { tables, faults };
  });
}

describe("towns that must look alike", () => {
  it("do: three releases, with a correction, a merge, a split, a recode, other ages and areas", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const twins = twinTowns(seed);
        fc.pre(twins !== null);
        tried += 1;
        const [one, other] = twins!;
        expect(other.states.map((s) => s.figures)).not.toEqual(one.states.map((s) => s.figures));
        const told = published(one);
        expect(told.flatMap((r) => r.faults)).toEqual([]);
        expect(JSON.stringify(published(other))).toBe(JSON.stringify(told));
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it("are told apart by a single count that is printed without its noise", () => {
    let noticed = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const twins = twinTowns(seed);
      if (!twins) continue;
      const leak = ({ states, noiseOf }: Life) =>
        JSON.stringify(states.map((s) => publish({ ...s, noiseOf: () => noiseOf("nobody") })));
      if (leak(twins[0]) !== leak(twins[1])) noticed += 1;
    }
    expect(noticed).toBeGreaterThan(10);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallInstance } from "../../../../scripts/outreach/small-instances.js";
import { evaluate } from "../../../../data/indicators/outreach/plan/evaluate.js";
import type { Proposed } from "../../../../data/indicators/outreach/plan/model.js";
import { makeProblem } from "../../../../data/indicators/outreach/plan/problem.js";
import { priceOfChange } from "../../../../data/indicators/outreach/plan/price-of-change.js";
import { reachedIn, valueOf } from "../../../../data/indicators/outreach/plan/value.js";
import { yields } from "../../../../data/indicators/outreach/yields/yields.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const someCounts = fc.array(fc.nat(4), { minLength: 12, maxLength: 12 });

const total = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

describe("what sessions bring together", () => {
  it("never falls when one is added, and the same one brings less the later it comes", () => {
    fc.assert(
      fc.property(seeds, someCounts, someCounts, fc.nat(11), (seed, some, others, which) => {
        const problem = makeProblem(smallInstance(seed));
        const at = which % problem.options.length;
        const few = problem.options.map((_, i) => some[i % 12]!);
        const many = few.map((n, i) => n + others[i % 12]!);
        const gain = (counts: number[]): number =>
          valueOf(
            problem,
            counts.map((n, i) => n + (i === at ? 1 : 0)),
          ) - valueOf(problem, counts);
        expect(gain(few)).toBeGreaterThanOrEqual(-1e-9);
        expect(gain(many)).toBeLessThanOrEqual(gain(few) + 1e-9);
      }),
    );
  });

  it("reaches nobody twice, however often sessions are held", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 1000 }), (seed, often) => {
        const problem = makeProblem(smallInstance(seed));
        const reached = reachedIn(
          problem,
          problem.options.map(() => often),
        );
        for (const [c, n] of reached.entries())
          expect(n).toBeLessThanOrEqual(problem.cells[c]!.people + 1e-9);
      }),
    );
  });

  it("is one number: of sessions, of districts, of the objective; and no day changes it", () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (seed, picks) => {
        const input = smallInstance(seed);
        const problem = makeProblem({ ...input, request: { ...input.request, rules: null } });
        const proposed = picks.map((pick, i): Proposed => ({
          option: pick % problem.options.length,
          day: 20_800 + i,
        }));
        const plan = evaluate(problem, proposed);
        const { objective } = plan;
        expect(objective.value).toBeCloseTo(objective.expected_reached, 8);
        expect(total(plan.sessions.map((s) => s.expected))).toBeCloseTo(objective.expected_reached, 8);
        expect(total(plan.districts.map((d) => d.expected_reached))).toBeCloseTo(
          objective.expected_reached,
          8,
        );
        for (const s of plan.sessions) {
          expect(s.low).toBeLessThanOrEqual(s.high);
          expect(total(s.reaches.map((r) => r.expected))).toBeCloseTo(s.expected, 8);
        }
        const turned = proposed.map((p, i) => ({ ...p, day: 20_900 - i }));
        expect(evaluate(problem, turned).objective.value).toBeCloseTo(objective.value, 8);
      }),
    );
  });
});

describe("the expectation of one session", () => {
  it("never falls when more people could apply", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 1, max: 3, noNaN: true }), (seed, more) => {
        const { kinds, venues, people, neighbours, sessions, learnt } = smallInstance(seed);
        const grown = { ...people, cells: people.cells.map((c) => ({ ...c, to_apply: c.to_apply * more })) };
        const on = "2026-12-28";
        const before = yields(learnt, { kinds, venues, people, neighbours, sessions, on });
        const after = yields(learnt, { kinds, venues, people: grown, neighbours, sessions, on });
        for (const [i, y] of before.entries())
          expect(after[i]!.expected).toBeGreaterThanOrEqual(y.expected - 1e-9);
      }),
    );
  });
});

describe("a change by hand", () => {
  const input = { ...smallInstance(3), sessions: [] };
  const { code, district } = input.venues[0]!;
  const place = { date: input.request.period.from, venue: code, district, kind: "k0" };

  it("is priced by the same model, there and back", () => {
    const added = priceOfChange(input, [], { add: [place] })!;
    expect(added.difference.value).toBeGreaterThan(0);
    expect(added.after.sessions).toHaveLength(1);
    const removed = priceOfChange(input, added.after.sessions, { remove: ["ps_1"] })!;
    expect(removed.difference.value).toBeCloseTo(-added.difference.value, 9);
    expect(removed.after.sessions).toEqual([]);
  });

  it("costs nothing where a session moves to another day, and says which rules it breaks", () => {
    const added = priceOfChange(input, [], { add: [place] })!;
    const moved = priceOfChange(input, added.after.sessions, { move: [{ id: "ps_1", date: "2020-01-01" }] })!;
    expect(moved.difference.value).toBeCloseTo(0, 9);
    expect(moved.broken).toContain("closed");
  });

  it("is refused where the session or the place is unknown", () => {
    expect(priceOfChange(input, [], { remove: ["ps_9"] })).toBeNull();
    expect(priceOfChange(input, [], { add: [{ ...place, kind: "nothing" }] })).toBeNull();
  });
});

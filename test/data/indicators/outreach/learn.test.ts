import { describe, expect, it } from "vitest";
import { overdispersed } from "../../../../scripts/outreach/draws.js";
import { bareKind, bareSession, bareVenue } from "../../../../scripts/outreach/small-instances.js";
import { seededRandom } from "../../../../scripts/sample/random.js";
import type { Session } from "../../../../data/contract/outreach.js";
import type { People } from "../../../../data/indicators/outreach/people.js";
import { afterSessions, pastSessions } from "../../../../data/indicators/outreach/yields/history.js";
import { learn } from "../../../../data/indicators/outreach/yields/learn.js";
import { yields, type Yield } from "../../../../data/indicators/outreach/yields/yields.js";
import { addDays } from "../../../../data/indicators/forecast/office-days.js";

const KINDS = [
  bareKind({ code: "visit" }),
  bareKind({ code: "class" }),
  bareKind({ code: "home", anywhere: true }),
];
const VENUES = ["a", "b", "c"].map((code, i) => bareVenue({ code, district: `0${i + 1}` }));
const PEOPLE: People = {
  as_of: "2025-01-01",
  measure: "held",
  ages: { from: "none" },
  cells: ["01", "02", "03"].map((district) => ({
    district,
    age_band: "all",
    population: 1000,
    unreached: 200,
    to_apply: 200,
  })),
};
const NONE = new Map<string, string[]>();

const held = (n: number, given: Partial<Session> = {}): Session =>
  bareSession({
    date: addDays("2025-02-01", 7 * n),
    venue: VENUES[n % 3]!.code,
    district: VENUES[n % 3]!.district,
    kind: "visit",
    status: "held",
    new_applications: 10,
    ...given,
  });

const learnt = (sessions: readonly Session[], neighbours = NONE) =>
  learn(pastSessions(sessions, KINDS, [PEOPLE]), neighbours);

const yieldsOf = (sessions: readonly Session[]): Yield[] =>
  yields(learnt(sessions), {
    kinds: KINDS,
    venues: VENUES,
    people: PEOPLE,
    neighbours: NONE,
    sessions: [],
    on: "2026-01-01",
  });

const find = (all: readonly Yield[], kind: string, district: string): Yield =>
  all.find((y) => y.kind === kind && y.district === district)!;

describe("yields", () => {
  it("are the priors' without sessions: 5 to 20 people, with wide limits", () => {
    const all = yieldsOf([]);
    expect(all).toHaveLength(9);
    for (const y of all) {
      expect(y.basis).toBe("prior");
      expect(y.sessions).toBe(0);
      expect(y.high).toBeGreaterThan(2 * y.expected - 1);
      expect(y.low).toBeLessThan(y.expected / 2);
    }
    const visit = find(all, "visit", "01");
    expect(visit.expected).toBeGreaterThan(5);
    expect(visit.expected).toBeLessThan(20);
    expect(find(all, "home", "01")).toMatchObject({ venue: null });
  });

  it("move from the prior to what was counted, most where it was counted, less for other kinds", () => {
    const many = Array.from({ length: 12 }, (_, n) => held(n, { new_applications: 30 }));
    const [before, after] = [yieldsOf([]), yieldsOf(many)];
    const ratio = (kind: string) => find(after, kind, "01").expected / find(before, kind, "01").expected;
    expect(ratio("visit")).toBeGreaterThan(1.5);
    expect(ratio("class")).toBeGreaterThan(1.1);
    expect(ratio("class")).toBeLessThan(ratio("visit"));
    expect(find(after, "visit", "01")).toMatchObject({ sessions: 4, basis: "own" });
    expect(find(yieldsOf(many.slice(0, 2)), "visit", "01").basis).toBe("both");
    expect(find(after, "class", "01").sessions).toBe(0);
  });

  it("tell districts apart", () => {
    const sessions = Array.from({ length: 30 }, (_, n) =>
      held(n, { new_applications: n % 3 === 0 ? 25 : 6 }),
    );
    const all = yieldsOf(sessions);
    expect(find(all, "visit", "01").expected).toBeGreaterThan(1.5 * find(all, "visit", "02").expected);
  });

  it("never hear of a cancelled or a planned session, nor of people of other towns", () => {
    const sessions = Array.from({ length: 6 }, (_, n) => held(n));
    const more = [
      held(20, { status: "cancelled", new_applications: 0 }),
      held(21, { status: "planned", new_applications: null }),
    ];
    expect(yieldsOf([...sessions, ...more])).toEqual(yieldsOf(sessions));
    const visitors = sessions.map((s) => ({ ...s, new_applications: 14, from_other_towns: 4 }));
    expect(yieldsOf(visitors)).toEqual(yieldsOf(sessions));
  });

  it("take a full session for a lower limit", () => {
    const sessions = Array.from({ length: 9 }, (_, n) => held(n, { new_applications: 8 }));
    const full = sessions.map((s) => ({ ...s, full: true }));
    expect(find(yieldsOf(full), "visit", "01").expected).toBeGreaterThan(
      1.15 * find(yieldsOf(sessions), "visit", "01").expected,
    );
  });

  it("do not depend on the order in which sessions were entered", () => {
    const sessions = Array.from({ length: 9 }, (_, n) => held(n, { new_applications: n }));
    const [one, other] = [yieldsOf(sessions), yieldsOf(sessions.toReversed())];
    for (const [i, y] of one.entries()) expect(other[i]!.expected).toBeCloseTo(y.expected, 9);
  });

  it("learn how many come over from next door", () => {
    const neighbours = new Map([["01", ["02"]]]);
    const share = (from_other_districts: number) =>
      learnt(
        Array.from({ length: 9 }, (_, n) => held(3 * n, { from_other_districts })),
        neighbours,
      ).spillOver;
    expect(share(0)).toBeLessThan(0.03);
    expect(share(3)).toBeGreaterThan(0.2);
    expect(learnt([held(0)], neighbours).spillOver).toBeCloseTo(0.03, 12);
  });

  it("stop at what a session can take", () => {
    const small = [bareKind({ code: "visit", most_people: 4 })];
    const input = { venues: VENUES, people: PEOPLE, neighbours: NONE, sessions: [], on: "2026-01-01" };
    for (const y of yields(learnt([]), { kinds: small, ...input })) {
      expect(y.expected).toBeLessThan(4);
      expect(y.high).toBeLessThanOrEqual(4);
    }
  });

  it("hold about 80% of what comes, when the town is as believed", () => {
    const random = seededRandom(7);
    let [inside, all] = [0, 0];
    for (let town = 0; town < 60; town++) {
      const rate = 9 * Math.exp(0.5 * (random() + random() + random() + random() - 2) * 1.7);
      const sessions = Array.from({ length: 12 }, (_, n) =>
        held(n, { new_applications: overdispersed(random, rate, 2.2) }),
      );
      const { low, high } = find(yieldsOf(sessions), "visit", "01");
      for (let n = 0; n < 20; n++) {
        const count = overdispersed(random, rate, 2.2);
        all++;
        inside += count > low && count < high ? 1 : count === low || count === high ? 0.5 : 0;
      }
    }
    expect(inside / all).toBeGreaterThan(0.74);
    expect(inside / all).toBeLessThan(0.93);
  });

  it("are learnt from a thousand sessions of 60 districts, 100 venues and 10 kinds", () => {
    const random = seededRandom(11);
    const districts = Array.from({ length: 60 }, (_, i) => `d${i}`);
    const venues = Array.from({ length: 100 }, (_, i) =>
      bareVenue({ code: `v${i}`, district: `d${i % 60}` }),
    );
    const kinds = Array.from({ length: 10 }, (_, i) => bareKind({ code: `k${i}` }));
    const cells = districts.map((district) => ({ ...PEOPLE.cells[0]!, district }));
    const sessions = Array.from({ length: 1000 }, (_, n) => {
      const venue = venues[Math.floor(random() * 100)]!;
      return held(n % 90, {
        venue: venue.code,
        district: venue.district,
        kind: `k${n % 10}`,
        new_applications: n % 17,
      });
    });
    const people = { ...PEOPLE, cells };
    const known = learn(pastSessions(sessions, kinds, [people]), NONE);
    const all = yields(known, { kinds, venues, people, neighbours: NONE, sessions, on: "2026-12-01" });
    expect(all).toHaveLength(1000);
    for (const { expected, low, high } of all) expect(low <= expected && expected <= high).toBe(true);
  });
});

describe("people after sessions", () => {
  it("are fewer by those reached since the figures, in their district alone", () => {
    const session = held(0, { new_applications: 30, from_other_districts: 10 });
    const after = afterSessions(PEOPLE, [session], "2026-01-01");
    expect(after.cells.map((c) => Math.round(c.to_apply))).toEqual([180, 200, 200]);
    expect(after.cells[0]!.unreached).toBeCloseTo(180, 9);
  });

  it("know of no session before the figures, after the day, or not held", () => {
    const sessions = [
      held(0, { date: "2024-12-01" }),
      held(0, { date: "2026-01-01" }),
      held(1, { status: "cancelled" }),
    ];
    expect(afterSessions(PEOPLE, sessions, "2026-01-01").cells).toEqual(PEOPLE.cells);
  });
});

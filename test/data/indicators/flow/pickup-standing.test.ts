import { describe, expect, it } from "vitest";
import { flowIntervals, per30Days, presentFlow } from "../../../../data/indicators/flow/pickup-flow.js";
import {
  counterVerdict,
  littleWaitDays,
  noLongerHeld,
  pickupStanding,
} from "../../../../data/indicators/flow/pickup-standing.js";
import type { Total } from "../../../../data/indicators/totals.js";

const total = (as_of: string, applications: number | null, issued: number | null): Total => ({
  as_of,
  population_as_of: null,
  population: 1000,
  applications,
  issued,
  held: null,
});
const flow = (applied: number | null, issued: number | null, days = 90) => ({
  from: "2026-07-31",
  to: "2026-10-29",
  days,
  applied,
  issued,
});

describe("flows between as-of dates", () => {
  it("are differences, told for 30 days whatever the days between", () => {
    const [first, second] = flowIntervals([
      total("2022-06-01", 500, 400),
      total("2022-06-30", 558, 429),
      total("2022-08-31", 620, null),
    ]);
    expect(first).toEqual({ from: "2022-06-01", to: "2022-06-30", days: 29, applied: 58, issued: 29 });
    expect(per30Days(first!.applied, first!.days)).toBe(60);
    expect(second).toMatchObject({ days: 62, applied: 62, issued: null });
    expect(per30Days(null, 30)).toBeNull();
    expect(per30Days(3, 0)).toBeNull();
  });

  it("are of the last quarter where the series is that long, else of all of it", () => {
    const dates = ["2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"];
    expect(presentFlow(dates.map((d, i) => total(d, 100 + i, 90)))).toMatchObject({
      from: "2026-07-31",
      days: 92,
    });
    expect(presentFlow(dates.slice(3).map((d) => total(d, 1, 1)))).toMatchObject({ from: "2026-09-30" });
    expect(presentFlow([total("2026-10-31", 1, 1)])).toBeNull();
    expect(presentFlow([])).toBeNull();
  });
});

describe("the counter", () => {
  it("needs stock ÷ pace for those who wait", () => {
    // 120 wait and 90 are issued in 90 days: one a day.
    expect(littleWaitDays(120, flow(90, 90))).toBe(120);
    expect(littleWaitDays(0, flow(90, 0))).toBe(0);
    expect(littleWaitDays(5, flow(90, 0))).toBeNull();
    expect(littleWaitDays(5, flow(90, -3))).toBeNull();
    expect(littleWaitDays(null, flow(90, 90))).toBeNull();
  });

  it("keeps up within a twentieth of what comes in or one person a month", () => {
    expect(counterVerdict(flow(1000, 950))).toBe("keeps_up");
    expect(counterVerdict(flow(1000, 949))).toBe("falls_behind");
    expect(counterVerdict(flow(1000, 1051))).toBe("catches_up");
    expect(counterVerdict(flow(10, 13))).toBe("keeps_up");
    expect(counterVerdict(flow(10, 14))).toBe("catches_up");
    expect(counterVerdict(flow(null, 14))).toBeNull();
  });

  it("is judged at the last date, and says nothing that it cannot", () => {
    const standing = pickupStanding([
      total("2026-07-31", 1000, 880),
      total("2026-09-30", 1030, 930),
      total("2026-10-31", 1046, 972),
    ]);
    expect(standing).toMatchObject({
      as_of: "2026-10-31",
      waiting: 74,
      before: { as_of: "2026-09-30", waiting: 100 },
      appliedPer30: 15,
      issuedPer30: 30,
      waitDays: 74,
      verdict: "catches_up",
    });
    const single = pickupStanding([total("2026-10-31", 90, 80)]);
    expect(single).toMatchObject({ waiting: 10, before: null, flow: null, waitDays: null, verdict: null });
    expect(pickupStanding([total("2026-10-31", null, 80)])!.waiting).toBeNull();
    expect(pickupStanding([total("2026-10-31", 80, 90)])!.waiting).toBe(0);
    expect(pickupStanding([])).toBeNull();
  });

  it("tells cards that nobody holds any more", () => {
    expect(noLongerHeld({ issued: 20, held: 15 })).toBe(5);
    expect(noLongerHeld({ issued: 20, held: null })).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FITTED } from "../../../../data/indicators/forecast/fitted.js";
import { forecastFrom } from "../../../../data/indicators/forecast/forecast.js";
import { milestoneDates } from "../../../../data/indicators/forecast/milestone-dates.js";
import type { Observation } from "../../../../data/indicators/forecast/observation.js";
import { addDays, dayNumber } from "../../../../data/indicators/forecast/office-days.js";
import { pastForecasts } from "../../../../data/indicators/forecast/past-forecasts.js";

const PERCENTS = [88, 90, 95, 100];

/** Any series: dates days or years apart, counts that rise, stand or fall, also above a population that jumps. */
const anySeries = fc
  .tuple(
    fc.integer({ min: 0, max: 2500 }),
    fc.array(
      fc.record({
        gap: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(28, 30, 31, 500)),
        change: fc.integer({ min: -400, max: 2000 }),
        population: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 400_000 })),
      }),
      { minLength: 2, maxLength: 14 },
    ),
    fc.integer({ min: 0, max: 20_000 }),
  )
  .map(([start, steps, first]): Observation[] => {
    let as_of = addDays("2017-03-08", start);
    let count = first;
    return steps.map(({ gap, change, population }) => {
      as_of = addDays(as_of, gap);
      count = Math.max(0, count + change);
      return { as_of, day: dayNumber(as_of), count, population };
    });
  });

/** A cumulative series: counts never fall. */
const growing = anySeries.map((observations) => {
  let count = 0;
  return observations.map((o) => ({ ...o, count: (count = Math.max(count, o.count)) }));
});
const anyPlan = fc.record({
  pace: fc.double({ min: 0.5, max: 3, noNaN: true }),
  peopleAMonth: fc.integer({ min: 0, max: 500 }),
  months: fc.integer({ min: 1, max: 36 }),
});

describe("any forecast", () => {
  it("holds its point in its interval and whole numbers in all three, whatever the series", () => {
    fc.assert(
      fc.property(anySeries, anyPlan, (observations, plan) => {
        const { points, origin } = forecastFrom(observations, FITTED, { days: 400, plan })!;
        expect(points).toHaveLength(401);
        const top = Math.max(origin.population, origin.count);
        for (const { low, point, high } of points) {
          if (!(low >= 0 && low <= point && point <= high && high <= top)) throw new Error("out of order");
          if (![low, point, high].every(Number.isSafeInteger)) throw new Error("not whole");
        }
      }),
      { numRuns: 300 },
    );
  });
  it("never turns back where the count cannot", () => {
    fc.assert(
      fc.property(growing, anyPlan, (observations, plan) => {
        const { points } = forecastFrom(observations, FITTED, { days: 400, plan })!;
        for (const end of ["low", "point", "high"] as const) {
          const falls = points.findIndex((p, i) => i > 0 && p[end] < points[i - 1]![end]);
          expect({ end, falls }).toEqual({ end, falls: -1 });
        }
      }),
      { numRuns: 300 },
    );
  });
  it("is never later with more pace or more people", () => {
    fc.assert(
      fc.property(
        anySeries,
        anyPlan,
        fc.double({ min: 1, max: 2, noNaN: true }),
        fc.nat(200),
        (observations, plan, faster, more) => {
          const better = { ...plan, pace: plan.pace * faster, peopleAMonth: plan.peopleAMonth + more };
          const dates = (p: typeof plan) =>
            milestoneDates(forecastFrom(observations, FITTED, { days: 400, plan: p })!, PERCENTS);
          const [slow, fast] = [dates(plan), dates(better)];
          for (const [i, m] of slow.entries()) {
            for (const key of ["earliest", "date", "latest"] as const)
              expect(fast[i]![key] ?? "9999").not.toSatisfy((d: string) => d > (m[key] ?? "9999"));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
  it("dates milestones in order: early before likely before late, and each percent after the one before", () => {
    fc.assert(
      fc.property(anySeries, (observations) => {
        const dates = milestoneDates(forecastFrom(observations, FITTED, { days: 400 })!, PERCENTS);
        const late = (d: string | null) => d ?? "9999-12-31";
        for (const [i, m] of dates.entries()) {
          expect(late(m.earliest) <= late(m.date) && late(m.date) <= late(m.latest)).toBe(true);
          expect(late(dates[Math.max(0, i - 1)]!.date) <= late(m.date)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
  it("is the same each time, and rests on nothing after its origin", () => {
    fc.assert(
      fc.property(anySeries, (observations) => {
        const known = observations.slice(0, -1);
        if (known.length < 2) return;
        const all = pastForecasts(observations, FITTED);
        expect(pastForecasts(observations, FITTED)).toEqual(all);
        const targets = new Set(known.map((o) => o.as_of));
        const unchanged = all.filter((p) => targets.has(p.target));
        // A later date may be nearer to a horizon; what is compared with the same date must be the same.
        const before = pastForecasts(known, FITTED);
        for (const p of unchanged) expect(before).toContainEqual(p);
      }),
      { numRuns: 100 },
    );
  });
});

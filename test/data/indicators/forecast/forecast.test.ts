import { describe, expect, it } from "vitest";
import { FITTED } from "../../../../data/indicators/forecast/fitted.js";
import { forecastFrom, type Fitted } from "../../../../data/indicators/forecast/forecast.js";
import { widthAt } from "../../../../data/indicators/forecast/interval-width.js";
import { milestoneDates } from "../../../../data/indicators/forecast/milestone-dates.js";
import { observationsOf, type Observation } from "../../../../data/indicators/forecast/observation.js";
import { dayNumber } from "../../../../data/indicators/forecast/office-days.js";
import { pacesOf } from "../../../../data/indicators/forecast/pace.js";
import { pastForecasts, summarisePast } from "../../../../data/indicators/forecast/past-forecasts.js";
import { byConstantHazard, bySlope } from "../../../../data/indicators/forecast/simple-forecasts.js";
import { targetIndex } from "../../../../data/indicators/forecast/target-date.js";
import { typicalPacesAt } from "../../../../data/indicators/forecast/typical-pace.js";

const series = (...points: [string, number, number?][]): Observation[] =>
  points.map(([as_of, count, population = 10_000]) => ({ as_of, day: dayNumber(as_of), count, population }));

/** No momentum, nothing fades, no width: the last pace goes on for ever. */
const STILL: Fitted = {
  alone: { momentum: 0, persistence: 1, deviationDays: Infinity, standingDays: Infinity, widths: [] },
  beside: { momentum: 0, persistence: 1, deviationDays: Infinity, standingDays: Infinity, widths: [] },
  typical: [],
};
const FLAT = [0, 0, 0].map(() => 0);
for (const model of [STILL.alone, STILL.beside]) model.widths = [FLAT, FLAT, FLAT, FLAT];

describe("a pace", () => {
  // 1 – 31 March 2022: 22 office days after 28 February.
  const march = series(["2022-02-28", 5000], ["2022-03-31", 5500]);

  it("is the people gained over the office days of those left, three people of prior knowledge beside them", () => {
    const exposure = (10_000 - 5250) * 22;
    const year = 503 / (exposure + 3 / 0.0005);
    expect(pacesOf(march).year).toBeCloseTo(Math.log(year), 12);
    expect(pacesOf(march).level).toBeCloseTo(Math.log(503 / (exposure + 3 / year)), 12);
    expect(pacesOf(march).change).toBe(0);
  });
  it("takes the origin's residents throughout: a new denominator is no pace", () => {
    const before = series(["2022-02-28", 5000, 12_000], ["2022-03-31", 5500, 10_000]);
    expect(pacesOf(before)).toEqual(pacesOf(march));
  });
  it("has a change from month to month, none over quarters, and none beyond e", () => {
    const monthly = series(["2022-01-31", 4900], ["2022-02-28", 5000], ["2022-03-31", 5500]);
    expect(pacesOf(monthly).change).toBe(1);
    const quarterly = series(["2021-11-30", 4900], ["2022-02-28", 5000], ["2022-03-31", 5500]);
    expect(pacesOf(quarterly).change).toBe(0);
  });
  it("is drawn to what is usual where a count fell or nobody is left", () => {
    expect(Math.exp(pacesOf(series(["2022-02-28", 5000], ["2022-03-31", 4900])).level)).toBeLessThan(1e-4);
    const full = pacesOf(series(["2022-02-28", 9999], ["2022-03-31", 10_400]));
    expect(Object.values(full).every(Number.isFinite)).toBe(true);
  });
});

describe("a forecast", () => {
  it("goes on by the hazard of the last interval where nothing else is known", () => {
    const { points, beside } = forecastFrom(series(["2022-02-28", 5000], ["2022-03-31", 5500]), STILL, {
      days: 30,
    })!;
    const exposure = 4750 * 22;
    const year = 503 / (exposure + 3 / 0.0005);
    const pace = 503 / (exposure + 3 / year);
    // April 2022 has 20 office days: 21 weekdays without the 29th.
    const expected = Math.round(10_000 - 4500 * Math.exp(-20 * pace));
    expect(points[30]).toEqual({ days: 30, low: expected, point: expected, high: expected });
    expect(points[0]).toEqual({ days: 0, low: 5500, point: 5500, high: 5500 });
    expect(beside).toBe(false);
  });
  it("adds a plan's people month by month, and stops when they end", () => {
    const observations = series(["2022-02-28", 5000], ["2022-03-31", 5000]);
    const plan = { pace: 1e-9, peopleAMonth: 100, months: 2 };
    const { points } = forecastFrom(observations, STILL, { days: 200, plan })!;
    expect(points[61]!.point).toBe(5200);
    expect(points[200]!.point).toBe(5200);
  });
  it("needs two dates", () => {
    expect(forecastFrom([], STILL)).toBeNull();
    expect(forecastFrom(series(["2022-03-31", 5000]), STILL)).toBeNull();
  });
  it("stays where the count is above the population", () => {
    const { points } = forecastFrom(series(["2022-02-28", 10_100], ["2022-03-31", 10_200]), FITTED, {
      days: 400,
    })!;
    expect(new Set(points.flatMap((p) => [p.low, p.point, p.high]))).toEqual(new Set([10_200]));
  });
  it("lets the lower end fall where held cards fell within the year", () => {
    const { points } = forecastFrom(
      series(["2026-01-31", 8000], ["2026-02-28", 7972], ["2026-03-31", 8010]),
      STILL,
      { days: 100 },
    )!;
    // 28 cards in 28 days: one a day.
    expect(points[100]!.point - points[100]!.low).toBe(100);
  });
  it("stands beside the typical town only where that is known for the very date", () => {
    const known = FITTED.typical.at(-1)!;
    expect(typicalPacesAt(FITTED.typical, known.day)).not.toBeNull();
    expect(typicalPacesAt(FITTED.typical, known.day + 1)).toBeNull();
    expect(typicalPacesAt(FITTED.typical, FITTED.typical[0]!.day)).toBeNull();
    const past = series(["2022-06-01", 4000], [known.as_of, 4100]);
    expect(forecastFrom(past, FITTED, { days: 1 })!.beside).toBe(true);
  });
});

describe("milestones", () => {
  it("are dated by the point, early by the high end and late by the low one", () => {
    const origin = series(["2022-03-31", 8900])[0]!;
    const points = [
      { days: 0, low: 8900, point: 8900, high: 8900 },
      { days: 1, low: 8950, point: 8999, high: 9000 },
      { days: 2, low: 8990, point: 9000, high: 9100 },
    ];
    expect(milestoneDates({ origin, points, beside: false }, [88, 90])).toEqual([
      { percent: 88, missing: 0, date: "2022-03-31", earliest: "2022-03-31", latest: "2022-03-31" },
      { percent: 90, missing: 100, date: "2022-04-02", earliest: "2022-04-01", latest: null },
    ]);
  });
});

describe("the simple forecasts", () => {
  it("draw the least-squares line of three dates from the last count", () => {
    // Days 0, 10, 20 and counts 0, 30, 40: slope 2 a day.
    const points = series(["2022-03-01", 0], ["2022-03-11", 30], ["2022-03-21", 40]);
    expect(bySlope(points, 5)).toBeCloseTo(50, 9);
    expect(bySlope(points.slice(0, 1), 5)).toBeNull();
  });
  it("go on at the last interval's hazard", () => {
    // Half of those left came in ten days: half of the rest comes in the next ten.
    const points = series(["2022-03-11", 6000], ["2022-03-21", 8000]);
    expect(byConstantHazard(points, 10)).toBeCloseTo(9000, 9);
    expect(byConstantHazard(series(["2022-03-11", 6000], ["2022-03-21", 5900]), 10)).toBe(5900);
    expect(byConstantHazard(points.slice(1), 10)).toBeNull();
  });
});

describe("the width of the interval", () => {
  const widths = [
    [0.4, 0.6, 0.7],
    [1, 1, 1],
    [0, 0, 0],
    [0, 0, 0],
  ];
  it("is straight in the logarithm of days between horizons, and goes on growing beyond them", () => {
    expect(widthAt(widths, 100, 1)).toBe(0.4);
    expect(widthAt(widths, 100, 90)).toBeCloseTo(0.6, 12);
    expect(widthAt(widths, 100, Math.sqrt(30 * 90))).toBeCloseTo(0.5, 12);
    expect(widthAt(widths, 100, 187)).toBeCloseTo(0.7, 12);
    expect(widthAt(widths, 5000, 187 * Math.E)).toBeCloseTo(1.25, 12);
  });
});

describe("past forecasts", () => {
  it("are compared with the date nearest to the horizon, at most a week away", () => {
    const dates = ["2022-03-01", "2022-05-01", "2022-06-01", "2022-06-30"].map((d) => ({
      day: dayNumber(d),
    }));
    expect(targetIndex(dates, 0, 30)).toBe(-1);
    expect(targetIndex(dates, 1, 30)).toBe(2);
    expect(targetIndex(dates, 0, 90)).toBe(2);
  });
  it("know nothing of what came later", () => {
    const known = series(["2022-01-31", 5000], ["2022-02-28", 5100], ["2022-03-31", 5200]);
    const short = pastForecasts(known, FITTED);
    const longer = pastForecasts([...known, ...series(["2022-04-30", 9000, 9500])], FITTED);
    expect(short).toHaveLength(1);
    expect(longer.slice(0, 1)).toEqual(short);
    expect(summarisePast(short)).toEqual([
      { horizon: 30, forecasts: 1, inside: Number(short[0]!.inside), ...short[0]!.errors },
    ]);
  });
  it("leave out dates without the measure or without residents", () => {
    const total = { population_as_of: null, applications: 3, issued: null, held: null };
    const totals = [
      { ...total, as_of: "2022-01-31", population: 0 },
      { ...total, as_of: "2022-02-28", population: 9 },
      { ...total, as_of: "2022-03-31", population: 9 },
    ];
    expect(observationsOf(totals, "applications", "2022-03-01").map((o) => o.as_of)).toEqual(["2022-02-28"]);
    expect(observationsOf(totals, "held")).toEqual([]);
  });
});

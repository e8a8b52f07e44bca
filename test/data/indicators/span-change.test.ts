import { describe, expect, it } from "vitest";
import { rateChange } from "../../../data/indicators/change.js";
import { comparedSpans, spanChange } from "../../../data/indicators/span-change.js";
import type { Total } from "../../../data/indicators/totals.js";

const total = (as_of: string, issued: number | null, population: number, base: string): Total => ({
  as_of,
  population_as_of: base,
  population,
  applications: null,
  issued,
  held: null,
});

// 志賀町, 総務省「マイナンバーカード交付状況」.
const SHIKA = [
  total("2022-06-30", 9302, 19552, "2021-01-01"),
  total("2022-07-31", 9504, 19552, "2021-01-01"),
  total("2022-08-31", 10117, 19178, "2022-01-01"),
  total("2022-09-30", 10706, 19178, "2022-01-01"),
];

describe("the change over a span", () => {
  it("is the published decomposition over one step", () => {
    const span = spanChange(SHIKA, "issued", "2022-07-31", "2022-08-31")!;
    expect(span.change.total).toBeCloseTo(4.144, 3);
    expect(span.change.cardEffect).toBeCloseTo(3.166, 3);
    expect(span.change.populationEffect).toBeCloseTo(0.979, 3);
    expect(span.switches).toEqual([
      { as_of: "2022-08-31", population_as_of: "2022-01-01", populationEffect: span.change.populationEffect },
    ]);
  });

  it("adds up its steps, and the steps add up to the rates' difference", () => {
    const span = spanChange(SHIKA, "issued", "2022-06-30", "2022-09-30")!;
    expect(span.change.total).toBeCloseTo(100 * (10706 / 19178 - 9302 / 19552), 10);
    // Only the switch moves the denominator: all of the population effect is its.
    expect(span.switches[0]!.populationEffect).toBeCloseTo(span.change.populationEffect, 12);
    const [before, after] = [
      { count: 9504, population: 19552 },
      { count: 10117, population: 19178 },
    ];
    expect(span.change.populationEffect).toBeCloseTo(rateChange(before, after).populationEffect, 12);
  });

  it("passes over dates that lack the measure or have nobody", () => {
    const gaps = [
      ...SHIKA,
      total("2022-09-15", null, 19178, "2022-01-01"),
      total("2022-09-20", 0, 0, "2022-01-01"),
    ];
    const sorted = gaps.sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
    expect(spanChange(sorted, "issued", "2022-06-30", "2022-09-30")!.change).toEqual(
      spanChange(SHIKA, "issued", "2022-06-30", "2022-09-30")!.change,
    );
    expect(spanChange(sorted, "issued", "2022-09-15", "2022-09-30")).toBeNull();
    expect(spanChange(SHIKA, "held", "2022-06-30", "2022-09-30")).toBeNull();
    expect(spanChange(SHIKA, "issued", "2022-09-30", "2022-06-30")).toBeNull();
  });
});

describe("the spans that are compared", () => {
  const kinds = (totals: readonly Total[], asOf: string) =>
    comparedSpans(totals, "issued", asOf).map((s) => [s.kind, s.from.as_of]);

  it("are since last time, since a year ago and since the plan's date", () => {
    const dates = ["2023-03-31", "2025-09-30", "2025-10-31", "2026-09-30", "2026-10-31"];
    const totals = dates.map((d, i) => total(d, 100 + i, 1000, "2022-01-01"));
    expect(kinds(totals, "2026-10-31")).toEqual([
      ["previous", "2026-09-30"],
      ["year", "2025-10-31"],
      ["plan", "2023-03-31"],
    ]);
    // At the plan's own date there is no "since the plan".
    expect(kinds(totals, "2023-03-31")).toEqual([]);
  });

  it("begin with the first figure where the plan's date has none, and name no date twice", () => {
    const totals = [total("2023-06-30", 1, 10, "x"), total("2024-02-29", 2, 10, "x")];
    expect(kinds(totals, "2024-02-29")).toEqual([["previous", "2023-06-30"]]);
    const more = [...totals, total("2025-02-28", 3, 10, "x")];
    expect(kinds(more, "2025-02-28")).toEqual([
      ["previous", "2024-02-29"],
      ["since_first", "2023-06-30"],
    ]);
  });
});

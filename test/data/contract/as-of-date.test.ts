import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateParts,
  daysBetween,
  formatDateEra,
  formatDateJa,
  isIsoDate,
  isMonthEnd,
} from "../../../data/contract/as-of-date.js";
import { DomainError } from "../../../data/contract/domain-error.js";

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2015, 0, 1);
const isoOf = (days: number): string => new Date(FIRST + days * DAY_MS).toISOString().slice(0, 10);
const dayNumber = fc.integer({ min: 0, max: 20_000 });

describe("isIsoDate", () => {
  it("knows every day of the calendar", () => {
    fc.assert(
      fc.property(dayNumber, (n) => {
        expect(isIsoDate(isoOf(n))).toBe(true);
      }),
    );
  });

  it.each([
    "2023-02-29",
    "2022-06-31",
    "2022-13-01",
    "2022-6-30",
    "2022/06/30",
    "20220630",
    "2022-06-30T00:00",
    "2022-00-10",
    "2022-01-00",
    "2022-01",
    // A year of six digits and a month are ten characters too.
    "+012345-01",
    "",
  ])("refuses %j", (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe("daysBetween", () => {
  it("counts days, backwards too", () => {
    fc.assert(
      fc.property(dayNumber, dayNumber, (a, b) => {
        expect(daysBetween(isoOf(a), isoOf(b))).toBe(b - a);
      }),
    );
  });

  it("throws for what is not a date", () => {
    expect(() => daysBetween("2022-06-31", "2022-07-01")).toThrow(DomainError);
    expect(() => dateParts("")).toThrow(DomainError);
  });
});

describe("isMonthEnd", () => {
  it("is the day before a first", () => {
    fc.assert(
      fc.property(dayNumber, (n) => {
        expect(isMonthEnd(isoOf(n))).toBe(isoOf(n + 1).endsWith("-01"));
      }),
    );
  });
});

describe("words for a date", () => {
  it("names a month end as such and any other day by its number", () => {
    expect(formatDateJa("2026-10-31")).toBe("2026年10月末");
    expect(formatDateJa("2022-06-01")).toBe("2022年6月1日");
    expect(formatDateJa("2024-02-29")).toBe("2024年2月末");
  });

  it("names the era and its first year", () => {
    expect(formatDateEra("2023-03-31")).toBe("令和5年3月31日");
    expect(formatDateEra("2019-05-01")).toBe("令和元年5月1日");
    expect(formatDateEra("2019-04-30")).toBe("平成31年4月30日");
    expect(formatDateEra("1989-01-07")).toBeNull();
  });
});

import { dateParts } from "../contract/as-of-date.js";
import type { Measure } from "../contract/figure.js";
import type { Total } from "./totals.js";

/** What was added in one month of a fiscal year. */
export interface FiscalMonth {
  /** 1 to 12; a fiscal year begins with 4. */
  month: number;
  /** The change of the count at the month's as-of dates since the date before each; null without such a date. */
  added: number | null;
}

/** One fiscal year (April to March) of a measure. */
export interface FiscalYear {
  /** The calendar year it begins in. */
  year: number;
  /** The last figure of the year, or the last one so far. */
  end: Total;
  /** The sum of the months that have a figure; null where none has. */
  added: number | null;
  /** Of those months that the newest year has reached: years are compared over the same months. */
  addedSameMonths: number | null;
  /** April first. */
  months: readonly FiscalMonth[];
}

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/**
 * The fiscal year and the month that a figure's increase belongs to: a figure of the 1st tells of the month before
 * (the ministry gave the 1st of a month until June 2022, its end since then).
 */
export function fiscalMonth(asOf: string): { year: number; month: number } {
  let { year, month } = dateParts(asOf);
  if (asOf.endsWith("-01")) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return { year: month < 4 ? year - 1 : year, month };
}

const sum = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter((n) => n !== null);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null;
};

/**
 * The newest fiscal years of a measure up to a date, oldest first.
 * @param totals oldest first. @param count how many years at most; years without a figure are left out.
 */
export function fiscalYears(
  totals: readonly Total[],
  measure: Measure,
  asOf: string,
  count: number,
): FiscalYear[] {
  const supplied = totals.filter((t) => t[measure] !== null && t.as_of <= asOf);
  const newest = supplied.at(-1);
  if (!newest) return [];
  const steps = supplied.map((total, i) => ({
    ...fiscalMonth(total.as_of),
    total,
    added: i === 0 ? null : total[measure]! - supplied[i - 1]![measure]!,
  }));
  const last = fiscalMonth(newest.as_of);
  const reached = new Set(MONTHS.slice(0, MONTHS.indexOf(last.month) + 1));
  return Array.from({ length: count }, (_, i) => last.year - count + 1 + i).flatMap((year) => {
    const inYear = steps.filter((s) => s.year === year);
    if (inYear.length === 0) return [];
    const months = MONTHS.map((month) => ({
      month,
      added: sum(inYear.filter((s) => s.month === month).map((s) => s.added)),
    }));
    return [
      {
        year,
        end: inYear.at(-1)!.total,
        added: sum(months.map((m) => m.added)),
        addedSameMonths: sum(months.filter((m) => reached.has(m.month)).map((m) => m.added)),
        months,
      },
    ];
  });
}

/** A fiscal year as official papers call it: 2026 → 令和8年度; 2018 and earlier in 平成. */
export function fiscalYearJa(year: number): string {
  if (year < 2019) return `平成${year - 1988}年度`;
  return year === 2019 ? "令和元年度" : `令和${year - 2018}年度`;
}

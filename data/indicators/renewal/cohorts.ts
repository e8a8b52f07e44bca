import { daysBetween } from "../../contract/as-of-date.js";
import { minorsIssued, type BandIssued } from "./minors.js";
import { spreadOverMonths, type MonthNumber } from "./month.js";
import { FIRST_ISSUE, minorsAreUnder } from "./validity.js";

/** The cumulative count of cards on one date. */
export interface IssuedAt {
  as_of: string;
  issued: number;
}

/** Cards issued in one month, by how long they are valid. */
export interface Cohort {
  month: MonthNumber;
  adults: number;
  minors: number;
}

export interface Cohorts {
  /** By month, oldest first. */
  months: Cohort[];
  /** Cards from before the first date whose month nobody knows: they are in no month. */
  undated: number;
  /** Cards that could not be split by age, and stand with the adults'. */
  unsplit: number;
}

/** What was issued before the first date is laid out evenly only where that is a short time. */
const LONGEST_BEGINNING_DAYS = 730;

/**
 * Past issuances by month: the differences of the cumulative count, each laid evenly over the days between its dates.
 * What was issued before the first date is laid over the time since cards began where that is at most two years, else
 * it has no month. A count that falls between two dates (a corrected table) issued nothing.
 * @param series oldest first, with distinct dates.
 * @param young the young bands of every date that has them.
 */
export function issuanceCohorts(series: readonly IssuedAt[], young: readonly BandIssued[]): Cohorts {
  const months = new Map<MonthNumber, Cohort>();
  const bands = Map.groupBy(young, (b) => b.as_of);
  let unsplit = 0;
  const put = (from: string, to: string, adults: number, minors: number) => {
    for (const [month, share] of spreadOverMonths(1, from, to)) {
      const cohort = months.get(month) ?? { month, adults: 0, minors: 0 };
      months.set(month, {
        month,
        adults: cohort.adults + adults * share,
        minors: cohort.minors + minors * share,
      });
    }
  };
  const first = series[0];
  const isDatable = first !== undefined && isShort(first.as_of);
  if (first && isDatable) {
    const minors = issuedBeforeFirst(first, bands.get(first.as_of) ?? []);
    if (minors === null) unsplit += first.issued;
    put(FIRST_ISSUE, first.as_of, first.issued - (minors ?? 0), minors ?? 0);
  }
  for (const [i, after] of series.entries()) {
    const before = series[i - 1];
    if (!before) continue;
    const issued = Math.max(0, after.issued - before.issued);
    const days = daysBetween(before.as_of, after.as_of);
    const minors = minorsIssued(minorsAreUnder(middle(before.as_of, days)), {
      before: bands.get(before.as_of) ?? [],
      after: bands.get(after.as_of) ?? [],
      days,
      issued,
    });
    if (minors === null) unsplit += issued;
    put(before.as_of, after.as_of, issued - (minors ?? 0), minors ?? 0);
  }
  return {
    months: [...months.values()].sort((a, b) => a.month - b.month),
    undated: first && !isDatable ? first.issued : 0,
    unsplit,
  };
}

function isShort(firstDate: string): boolean {
  const days = daysBetween(FIRST_ISSUE, firstDate);
  return days > 0 && days <= LONGEST_BEGINNING_DAYS;
}

const issuedBeforeFirst = (first: IssuedAt, young: readonly BandIssued[]): number | null =>
  minorsIssued(minorsAreUnder(FIRST_ISSUE), {
    before: young.map((band) => ({ ...band, issued: band.issued === null ? null : 0 })),
    after: young,
    days: 0,
    issued: first.issued,
  });

/** The day in the middle decides by which rule the cards between two dates count. */
const middle = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + Math.floor(days / 2) * 86_400_000).toISOString().slice(0, 10);

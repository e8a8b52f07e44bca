import { daysBetween } from "../../contract/as-of-date.js";
import type { Total } from "../totals.js";

/** What came in and went out between two as-of dates; a count is null where one of the dates lacks it. */
export interface FlowInterval {
  from: string;
  to: string;
  days: number;
  /** Δ申請件数; below 0 where a later table counts fewer. */
  applied: number | null;
  /** Δ交付枚数. */
  issued: number | null;
}

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

/** The flow between two dates of a series. */
export const flowBetween = (before: Total, after: Total): FlowInterval => ({
  from: before.as_of,
  to: after.as_of,
  days: daysBetween(before.as_of, after.as_of),
  applied: difference(before.applications, after.applications),
  issued: difference(before.issued, after.issued),
});

/** The flows between neighbouring dates, oldest first; one date or none has no flow. */
export const flowIntervals = (totals: readonly Total[]): FlowInterval[] =>
  totals.slice(1).map((total, i) => flowBetween(totals[i]!, total));

/** As-of dates are irregular: every flow is told for 30 days. Null for a count that is not known. */
export const per30Days = (count: number | null, days: number): number | null =>
  count === null || days <= 0 ? null : (count * 30) / days;

/** The pace of now is that of the last dates that lie at least so many days back: one month alone is noise. */
export const WINDOW_DAYS = 89;

/**
 * The flow of the last quarter: from the nearest date at least WINDOW_DAYS before the last one, or from the first
 * date where the series is younger. Null with fewer than two dates.
 */
export function presentFlow(totals: readonly Total[]): FlowInterval | null {
  const last = totals.at(-1);
  if (!last || totals.length < 2) return null;
  const from = totals.findLast((t) => daysBetween(t.as_of, last.as_of) >= WINDOW_DAYS) ?? totals[0]!;
  return flowBetween(from, last);
}

import { issuanceCohorts, type IssuedAt } from "../../data/indicators/renewal/cohorts.js";
import { monthOf } from "../../data/indicators/renewal/month.js";
import {
  peakMonth,
  renewalCalendar,
  stillHeldShare,
  type DueMonth,
} from "../../data/indicators/renewal/renewal-calendar.js";
import type { Total } from "../../data/indicators/totals.js";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import type { BandIssued } from "../../data/indicators/renewal/minors.js";

/** What falls due for renewal after the date shown. */
export interface RenewalView {
  /** Upper bounds, from the month after the date shown on. */
  calendar: readonly DueMonth[];
  /** Null where nothing falls due. */
  peak: DueMonth | null;
  /** The share of issued cards still held; null where it is not known and the bounds stand alone. */
  share: number | null;
  /** The last date whose cards come from the ministry's published series, before the town's own; null for none. */
  publishedUntil: string | null;
  /** Cards that have no month, or no age. */
  undated: number;
  unsplit: number;
}

/** What the calendar is made of. */
export interface RenewalParts {
  municipality: { code: string };
  /** Null for the whole town. */
  place: object | null;
  /** Cards of the place's young residents. */
  young: readonly BandIssued[];
  published: readonly PublishedTotal[];
  /** Months ahead. */
  horizon: number;
}

/** The calendar of what was issued up to the last of `totals`; null where the place supplies no cards issued. */
export function renewalView(
  { municipality, place, young, published, horizon }: RenewalParts,
  totals: readonly Total[],
): RenewalView | null {
  const own = totals.flatMap(({ as_of, issued }): IssuedAt[] => (issued === null ? [] : [{ as_of, issued }]));
  const last = totals.at(-1);
  const first = own[0];
  if (!first || !last) return null;
  // The town's own series begins late; what the ministry published before is of the whole town alone.
  const before = place
    ? []
    : published.filter(
        (p) => p.code === municipality.code && p.as_of < first.as_of && p.issued <= first.issued,
      );
  const series = [...before, ...own].sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
  const cohorts = issuanceCohorts(series, young);
  const calendar = renewalCalendar(cohorts.months, monthOf(last.as_of) + 1, horizon);
  return {
    calendar,
    peak: peakMonth(calendar),
    share: stillHeldShare(last),
    publishedUntil:
      before
        .map((p) => p.as_of)
        .sort()
        .at(-1) ?? null,
    undated: cohorts.undated,
    unsplit: cohorts.unsplit,
  };
}

import type { Cohort } from "./cohorts.js";
import { firstDay, monthText, type MonthNumber } from "./month.js";
import { ADULT_CARD_BIRTHDAYS, CERTIFICATE_BIRTHDAYS, MINOR_CARD_BIRTHDAYS } from "./validity.js";

/** What ends its validity in one month if every card were still in use. */
export interface DueMonth {
  /** `2027-09`, and its first day. */
  month: string;
  from: string;
  /** Electronic certificates of adults, whose card goes on: one visit for the certificates. */
  certificates: number;
  /** Cards that end, and their certificates with them: of adults at the 10th birthday, of minors at the 5th. */
  cards: number;
}

/**
 * The share of a month's cards whose nth birthday after issue falls `offset` months after it. The first birthday
 * comes within a year of the issue, any day as likely as another; so the nth lies between n − 1 and n years later.
 * Issues lie evenly in their month: the twelve months' window begins and ends in mid-month, and its first and last
 * month get half a twelfth.
 */
export function birthdayShare(birthdays: number, offset: number): number {
  const first = (birthdays - 1) * 12;
  if (offset < first || offset > first + 12) return 0;
  return offset === first || offset === first + 12 ? 1 / 24 : 1 / 12;
}

/**
 * The calendar of what falls due in `count` months from `first` on, from past issuances. Nothing is taken off for the
 * dead, those who moved and cards replaced early: the counts are upper bounds. Cards that are yet to be issued are
 * not in it; their certificates fall due after four years at the earliest.
 */
export function renewalCalendar(cohorts: readonly Cohort[], first: MonthNumber, count: number): DueMonth[] {
  return Array.from({ length: count }, (_, i) => {
    const month = first + i;
    let [certificates, cards] = [0, 0];
    for (const cohort of cohorts) {
      const offset = month - cohort.month;
      certificates += cohort.adults * birthdayShare(CERTIFICATE_BIRTHDAYS, offset);
      cards += cohort.adults * birthdayShare(ADULT_CARD_BIRTHDAYS, offset);
      cards += cohort.minors * birthdayShare(MINOR_CARD_BIRTHDAYS, offset);
    }
    return { month: monthText(month), from: firstDay(month), certificates, cards };
  });
}

/** The month with most to renew, the earliest of equals; null where nothing falls due. */
export function peakMonth(calendar: readonly DueMonth[]): DueMonth | null {
  let peak: DueMonth | null = null;
  for (const due of calendar) if (dueIn(due) > (peak ? dueIn(peak) : 0)) peak = due;
  return peak;
}

/** Everything that falls due in a month. */
export const dueIn = ({ certificates, cards }: DueMonth): number => certificates + cards;

/**
 * The share of issued cards that are still held: how many of the cards that fall due somebody will renew. Between 0
 * and 1; null where one of the counts is not supplied. Recent cards are held more often than the mean, so that the
 * share errs to the low side and the calendar itself is the bound above.
 */
export function stillHeldShare({
  issued,
  held,
}: {
  issued: number | null;
  held: number | null;
}): number | null {
  return issued === null || held === null || issued <= 0 ? null : Math.min(1, held / issued);
}

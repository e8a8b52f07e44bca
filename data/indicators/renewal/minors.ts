import { parseAgeBand } from "../../contract/age-band.js";

/** Cards issued to the residents of one band, cumulative; null where it was not supplied. */
export interface BandIssued {
  as_of: string;
  age_band: string;
  issued: number | null;
}

/** Bands that begin below this age can hold minors. */
export const YOUNG_BELOW = 20;

/** Whether a band can hold minors; `all` tells nothing of ages. */
export function isYoungBand(band: string): boolean {
  const range = parseAgeBand(band);
  return range !== null && range.from < YOUNG_BELOW;
}

/** An open band of the young (`15+`) is no breakdown; then nobody can tell. */
const widthOf = (from: number, to: number | null): number | null => (to === null ? null : to - from + 1);

/**
 * Cards issued to residents of ages below `age`: whole bands, and of a band that `age` cuts its linear share (15–19 has
 * three fifths below 18).
 * @param bands the young bands of one date.
 * @returns null without bands, or where one of them is not known.
 */
export function issuedUnder(age: number, bands: readonly BandIssued[]): number | null {
  return sumOfShares(bands, (from, width) => Math.min(1, Math.max(0, (age - from) / width)));
}

/** Cards of residents of exactly that age, by linear share of their band; null as above. */
export function issuedAtAge(age: number, bands: readonly BandIssued[]): number | null {
  return sumOfShares(bands, (from, width) => (age >= from && age < from + width ? 1 / width : 0));
}

function sumOfShares(
  bands: readonly BandIssued[],
  share: (from: number, width: number) => number,
): number | null {
  if (bands.length === 0) return null;
  let sum = 0;
  for (const { age_band, issued } of bands) {
    const range = parseAgeBand(age_band);
    const width = range && widthOf(range.from, range.to);
    if (!range || !width || issued === null) return null;
    sum += issued * share(range.from, width);
  }
  return sum;
}

/** A year as ages go. */
const DAYS_A_YEAR = 365.25;

/**
 * How many of the cards issued between two dates went to minors. What the minors' count rose by is too little: those
 * who came of age in between took their cards with them, one year's age group in a year.
 * @param issued cards issued in all between the dates; the answer lies between 0 and it.
 * @returns null where the ages are not known at both dates.
 */
export function minorsIssued(
  limit: number,
  {
    before,
    after,
    days,
    issued,
  }: {
    before: readonly BandIssued[];
    after: readonly BandIssued[];
    days: number;
    issued: number;
  },
): number | null {
  const [then, now] = [issuedUnder(limit, before), issuedUnder(limit, after)];
  const leaving = issuedAtAge(limit - 1, before);
  if (then === null || now === null || leaving === null) return null;
  return Math.min(Math.max(0, issued), Math.max(0, now - then + (leaving * days) / DAYS_A_YEAR));
}

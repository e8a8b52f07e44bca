import type { Kind } from "../../../contract/outreach.js";

/**
 * What is believed of a session before any of the town's own is known. The figures that were published come from the
 * campaign years and from towns with many people still to reach: 安平町, a van at several places, 404 applications,
 * most of them in 14 days between 2022-02-07 and 03-11 (some 29 a day); 伊勢崎市, two malls, 415 in all; 都城市, a
 * mall booth, 200 and more on its best days. Today a district has a tenth of those people left and nobody is paid
 * points for applying: a third of the van's day and wide limits are what is taken from them.
 */
export const PRIOR = {
  /** First applications at a usual session of three hours in a district with `usualPeople` who could apply. */
  usualReached: 8,
  usualPeople: 150,
  usualHours: 3,
  /** Standard deviation of the logarithm of what all sessions of a town have in common: towns differ by half. */
  townSd: 0.5,
  /** Reached grows as this power of the people: more people share one room, one hour and one notice. */
  power: { mean: 0.75, sd: 0.2 },
  /** Each session before at the same venue takes this share of the chance, as a logarithm. */
  tiring: { mean: 0.1, sd: 0.07 },
  /** Standard deviations of logarithms between kinds, districts and venues: usual, and how far that is believed. */
  spread: { kinds: 0.4, districts: 0.3, venues: 0.3 },
  /** Variance of a session's count over its mean, and as how many sessions the prior counts. */
  dispersion: { mean: 2.2, sessions: 10, least: 1.1, most: 6 },
  /** A neighbour's chance beside a resident's of the district, and as how many people that counts. */
  spillOver: { mean: 0.03, people: 2 },
  /** First applications among all who are served, and as how many people that counts. */
  firstAmongServed: { mean: 0.6, people: 40 },
} as const;

/** Visits before this many days no longer tire a venue. */
export const TIRED_FOR_DAYS = 730;

/** Longer sessions bring more, by the root of their hours; what is taken to people's homes reaches few at a time. */
export function usualReached(kind: Pick<Kind, "duration_hours" | "anywhere">): number {
  const hours = Math.max(0.5, kind.duration_hours);
  const usual = PRIOR.usualReached * Math.sqrt(hours / PRIOR.usualHours);
  return kind.anywhere ? usual / 2 : usual;
}

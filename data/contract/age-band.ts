import { DomainError } from "./domain-error.js";
import { ALL } from "./figure.js";

/** Ages in whole years, `from` and `to` inclusive; `to` is null for an open top band. */
export interface AgeRange {
  from: number;
  to: number | null;
}

/** The ages of a band written `0-4` or `90+`; null for any other text (`all` included). */
export function parseAgeBand(band: string): AgeRange | null {
  const closed = /^(0|[1-9]\d{0,2})-(0|[1-9]\d{0,2})$/.exec(band);
  if (closed) {
    const range = { from: Number(closed[1]), to: Number(closed[2]) };
    return range.from <= range.to ? range : null;
  }
  const open = /^(0|[1-9]\d{0,2})\+$/.exec(band);
  return open ? { from: Number(open[1]), to: null } : null;
}

/** Whether the text is a band of the contract, `all` included. */
export const isAgeBand = (band: string): boolean => band === ALL || parseAgeBand(band) !== null;

/**
 * The youngest age of a band, for sorting; `all` sorts after every band.
 * @throws DomainError invalid_age_band
 */
export function ageBandStart(band: string): number {
  if (band === ALL) return Number.POSITIVE_INFINITY;
  const range = parseAgeBand(band);
  if (!range) throw new DomainError("invalid_age_band", "not an age band");
  return range.from;
}

/** Why bands do not partition the ages 0 and over; null where they do. */
export type PartitionFault = { kind: "gap" | "overlap"; from: number; to: number | null };

/**
 * Checks that bands cover every age from 0 up exactly once.
 * @param bands distinct bands without `all`; an empty list is a gap from 0.
 * @returns the first fault in order of age, or null.
 */
export function agePartitionFault(bands: readonly string[]): PartitionFault | null {
  const ranges = bands.map(parseAgeBand).filter((r): r is AgeRange => r !== null);
  ranges.sort((a, b) => a.from - b.from);
  let next: number | null = 0;
  for (const range of ranges) {
    if (next === null || range.from < next) return { kind: "overlap", from: range.from, to: range.to };
    if (range.from > next) return { kind: "gap", from: next, to: range.from - 1 };
    next = range.to === null ? null : range.to + 1;
  }
  return next === null ? null : { kind: "gap", from: next, to: null };
}

/** A band in Japanese words: `85-89` → 85～89歳, `90+` → 90歳以上, `all` → 全年齢. */
export function ageBandLabel(band: string): string {
  const range = parseAgeBand(band);
  if (!range) return "全年齢";
  return range.to === null ? `${range.from}歳以上` : `${range.from}～${range.to}歳`;
}

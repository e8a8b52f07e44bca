import { parseAgeBand } from "../contract/age-band.js";
import { ALL, type Sex } from "../contract/figure.js";

/** Youngest ages of the canonical bands: 0-4, 5-9 … 95-99, 100 and over. */
const BAND_YEARS = 5;
const BANDS = 21;
const TOP = (BANDS - 1) * BAND_YEARS;

/** A district's people in canonical leaves: 21 bands of five years, men and women, whatever grain its figures have. */
export const LEAVES = BANDS * 2;

/** Leaves of an age band and sex: men's bands at the even places, women's at the odd ones, youngest first. */
export interface LeafRange {
  firstBand: number;
  /** The band after the last. */
  endBand: number;
  sex: Sex;
}

/** Whether the band is a union of leaves: it begins, and ends, at a multiple of five up to 100. */
export function isOfLeaves(band: string): boolean {
  if (band === ALL) return true;
  const range = parseAgeBand(band);
  if (!range) return false;
  const { from, to } = range;
  return isStart(from) && (to === null || isStart(to + 1));
}

/** Whether a published band may begin at this age. */
export const isStart = (age: number): boolean => age % BAND_YEARS === 0 && age <= TOP;

/**
 * The leaves of a band that is a union of leaves.
 * @throws RangeError for any other band
 */
export function leafRange(band: string, sex: Sex): LeafRange {
  if (!isOfLeaves(band)) throw new RangeError("an age band that is no union of leaves");
  const range = parseAgeBand(band);
  if (!range) return { firstBand: 0, endBand: BANDS, sex };
  const endBand = range.to === null ? BANDS : (range.to + 1) / BAND_YEARS;
  return { firstBand: range.from / BAND_YEARS, endBand, sex };
}

/** How many leaves of one district the range has. */
export const leafCount = ({ firstBand, endBand, sex }: LeafRange): number =>
  (endBand - firstBand) * (sex === ALL ? 2 : 1);

/** How many leaves of one district are in one range and not in the other. */
export function leavesApart(a: LeafRange, b: LeafRange): number {
  return leafCount(a) + leafCount(b) - 2 * leavesInBoth(a, b);
}

/** How many leaves of one district are in both ranges. */
export function leavesInBoth(a: LeafRange, b: LeafRange): number {
  const bands = Math.min(a.endBand, b.endBand) - Math.max(a.firstBand, b.firstBand);
  if (bands <= 0) return 0;
  if (a.sex === ALL) return bands * (b.sex === ALL ? 2 : 1);
  return b.sex === ALL || b.sex === a.sex ? bands : 0;
}

/** The sum over a range of what each leaf has. */
export function sumOverLeaves(values: Int8Array, { firstBand, endBand, sex }: LeafRange): number {
  let sum = 0;
  for (let band = firstBand; band < endBand; band++) {
    if (sex !== "female") sum += values[2 * band]!;
    if (sex !== "male") sum += values[2 * band + 1]!;
  }
  return sum;
}

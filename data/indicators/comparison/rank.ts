import { percentHalfUp } from "../rate.js";

/** Where one value stands in a group that holds it. */
export interface GroupCounts {
  /** Members of the group that have a value, itself among them. */
  of: number;
  /** Higher than it. */
  above: number;
  /** The same, itself among them. */
  equal: number;
}

export interface Rank extends GroupCounts {
  /** Competition ranking ("1224"): one more than are higher; equals share it. */
  rank: number;
  /**
   * Percentile rank, percent with one decimal: the share below, with half of the equals. The highest of many is near
   * 100. Source: the mid-rank definition (J. T. Roscoe, Fundamental Research Statistics, 1975).
   */
  percentile: string;
}

/** The rank that counts make; null for an empty group. */
export function rankOf(counts: GroupCounts): Rank | null {
  const { of, above, equal } = counts;
  if (of === 0) return null;
  return { ...counts, rank: above + 1, percentile: percentHalfUp(2 * (of - above) - equal, 2 * of)! };
}

/** Counts a value among those of its group, its own among them. */
export function countsAmong(own: number, values: readonly number[]): GroupCounts {
  let [above, equal] = [0, 0];
  for (const value of values) {
    if (value > own) above += 1;
    else if (value === own) equal += 1;
  }
  return { of: values.length, above, equal };
}

/** The middle value, of an even number the lower of the two in the middle; null of none. */
export const lowerMedian = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? null;

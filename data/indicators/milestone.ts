/** The shares of residents at which the town's progress is marked: the plan's line, then what is left. */
export const PLAN_LINE_PERCENT = 88;
export const MILESTONES_PERCENT: readonly number[] = [PLAN_LINE_PERCENT, 90, 95, 100];

/**
 * How many more are needed until `count` is at least `percent` of the population; 0 once it is reached.
 * Whole arithmetic: the smallest n with 100·n ≥ percent·population, less `count`.
 * @param percent a whole number of percent.
 * @example countToMilestone(13135, 19178, 88) // 3742, for 16,877 are 88% of 19,178
 */
export function countToMilestone(count: number, population: number, percent: number): number {
  return Math.max(0, Math.ceil((percent * population) / 100) - count);
}

/** Residents the measure does not cover: population − count, at least 0; null if not supplied. */
export function residentsWithout(count: number | null, population: number): number | null {
  return count === null ? null : Math.max(0, population - count);
}

import type { Problem } from "./model.js";

/** How many sessions of each option. */
export type Counts = readonly number[];

/** The hazard that each cell has gone through under some counts. */
export function hazards({ options, sites, cells }: Problem, counts: Counts): Float64Array {
  const sums = new Float64Array(cells.length);
  for (const site of sites) {
    const effort = site.options.reduce((sum, i) => sum + options[i]!.hazard * counts[i]!, 0);
    if (effort === 0) continue;
    const works = working(site.tiring, effort);
    for (const { cell, part } of site.reach) sums[cell]! += part * works;
  }
  return sums;
}

/** What is left of a site's efforts as it tires: concave, growing, the same whatever comes first. */
export const working = (tiring: number, effort: number): number =>
  tiring === 0 ? effort : -Math.expm1(-tiring * effort) / tiring;

/** How many people of each cell are reached: each at most once, so that more sessions bring ever less. */
export const reachedIn = (problem: Problem, counts: Counts): Float64Array =>
  hazards(problem, counts).map((hazard, i) => problem.cells[i]!.people * -Math.expm1(-hazard));

/** The counts of the sessions planned already. */
export function fixedCounts({ options, fixed }: Problem): number[] {
  const counts = options.map(() => 0);
  for (const { option } of fixed) counts[option]!++;
  return counts;
}

/**
 * What counts bring beyond the sessions planned already, which come first: the objective. It depends on how often each
 * option is held and not on the days, so that a plan's dates can be chosen after it.
 */
export function valueOf(problem: Problem, counts: Counts): number {
  const fixed = fixedCounts(problem);
  const before = reachedIn(problem, fixed);
  const after = reachedIn(
    problem,
    counts.map((n, i) => n + fixed[i]!),
  );
  return after.reduce((sum, reached, i) => sum + problem.cells[i]!.weight * (reached - before[i]!), 0);
}

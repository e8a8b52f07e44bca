import type { Observation } from "./observation.js";

/**
 * The count `days` on, by a straight line from the last count with the slope of the last three dates (least
 * squares; of two dates where there are no three). What our forecast has to beat.
 * @returns null with fewer than two dates.
 */
export function bySlope(observations: readonly Observation[], days: number): number | null {
  const recent = observations.slice(-3);
  if (recent.length < 2) return null;
  const mean = recent.reduce((sum, o) => sum + o.day, 0) / recent.length;
  let [above, below] = [0, 0];
  for (const { day, count } of recent) {
    above += count * (day - mean);
    below += (day - mean) ** 2;
  }
  return recent.at(-1)!.count + (above / below) * days;
}

/**
 * The count `days` on, if those not yet reached go on to be reached at the last interval's constant hazard, by
 * calendar days, with the origin's residents. What our forecast has to beat.
 * @returns null with fewer than two dates; the count itself where nobody is left or the count fell.
 */
export function byConstantHazard(observations: readonly Observation[], days: number): number | null {
  const [before, last] = observations.slice(-2);
  if (!before || !last) return null;
  const left = last.population - last.count;
  const leftBefore = last.population - before.count;
  if (left <= 0 || leftBefore <= left) return last.count;
  const hazard = Math.log(leftBefore / left) / (last.day - before.day);
  return last.count + left * (1 - Math.exp(-hazard * days));
}

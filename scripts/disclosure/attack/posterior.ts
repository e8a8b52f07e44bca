import { noiseDistribution, printOf } from "./coins.js";

/** What is public of one count of one cell over time. */
export interface PublicSeries {
  leaves: number;
  /** By date, oldest first. */
  prints: readonly number[];
  /** What the reader takes for the most that the count can be on the date that he guesses at. */
  most: number;
  /** The largest number that is printed on each date; Infinity where counts are not capped. */
  caps: readonly number[];
  /** The count never falls with time: applications, cards issued. */
  grows: boolean;
}

/** Probability of every value of a count. */
export type Posterior = Map<number, number>;

/** Values from the first to the second. */
type Range = readonly [number, number];

/**
 * What a reader who guesses flatly knows of a count on one date from its prints on all: any course is as likely as any
 * other, so long as it grows where counts grow, and any count from 0 to the most. Exact: all courses of the noisy
 * counts are counted, and the noise folded in.
 * @param known a count that the reader happens to know to the person
 */
export function posteriorOf(
  series: PublicSeries,
  at: number,
  known?: { date: number; count: number },
): Posterior {
  const { leaves, prints, caps, most, grows } = series;
  const noise = noiseDistribution(leaves);
  const found: Posterior = new Map();
  for (const tie of [false, true]) {
    const windows = prints.map((print, t) => windowOf(print, tie, caps[t]!, leaves + most));
    let courses = known ? null : coursesTo(windows, at, grows);
    for (let e = -leaves; e <= leaves; e++) {
      const prior = noise[e + leaves]!;
      if (prior < 1e-12) continue;
      if (known) courses = coursesTo(narrowed(windows, known.date, known.count + e), at, grows);
      for (const [noisy, ways] of courses!) {
        const count = noisy - e;
        if (count >= 0 && count <= most) found.set(count, (found.get(count) ?? 0) + prior * ways);
      }
    }
  }
  const all = [...found.values()].reduce((a, b) => a + b, 0);
  for (const [count, weight] of found) found.set(count, weight / all);
  return found;
}

/** The noisy counts that print so. Far beyond what noise can reach nothing is looked for. */
function windowOf(print: number, tie: boolean, cap: number, farthest: number): Range {
  let [low, high] = [print - 5, print + 5];
  if (print === 0) low = -farthest;
  else if (printOf(low, tie, cap) !== print) low += 1;
  if (print >= cap) high = farthest;
  else if (printOf(high, tie, cap) !== print) high -= 1;
  return [low, high];
}

const narrowed = (windows: readonly Range[], at: number, noisy: number): Range[] =>
  windows.map(([low, high], t) => {
    if (t !== at) return [low, high];
    return noisy >= low && noisy <= high ? [noisy, noisy] : [1, 0];
  });

/** How many courses through the windows have each noisy count on one date; scaled so that long ones do not overflow. */
function coursesTo(windows: readonly Range[], at: number, grows: boolean): Posterior {
  if (windows.some(([low, high]) => low > high)) return new Map();
  if (!grows) {
    const [low, high] = windows[at]!;
    return new Map(Array.from({ length: high - low + 1 }, (_, i) => [low + i, 1]));
  }
  const earlier = sweep(windows.slice(0, at + 1), 1);
  const later = sweep(windows.slice(at).reverse(), -1);
  const courses: Posterior = new Map();
  for (const [noisy, ways] of earlier) {
    const rest = later.get(noisy);
    if (rest) courses.set(noisy, ways * rest);
  }
  return courses;
}

/** Courses to each value of the last window: forwards in time they do not fall, backwards they do not rise. */
function sweep(windows: readonly Range[], direction: 1 | -1): Posterior {
  let ways: Posterior = new Map();
  windows.forEach(([low, high], t) => {
    const next: Posterior = new Map();
    const before = [...ways].sort(([a], [b]) => direction * (a - b));
    let [sum, i] = [0, 0];
    for (let k = 0; k <= high - low; k++) {
      const value = direction === 1 ? low + k : high - k;
      for (; i < before.length && direction * (before[i]![0] - value) <= 0; i++) sum += before[i]![1];
      if (t === 0 || sum > 0) next.set(value, t === 0 ? 1 : sum / 11);
    }
    ways = next;
  });
  return ways;
}

/** The likeliest count and its probability. */
export function bestGuess(posterior: Posterior): { count: number; probability: number } {
  let best = { count: -1, probability: 0 };
  for (const [count, probability] of posterior)
    if (probability > best.probability) best = { count, probability };
  return best;
}

import { DayBook } from "./day-book.js";
import type { Problem, Proposed } from "./model.js";
import type { Counts } from "./value.js";

type Wish = (days: readonly number[], nth: number, of: number) => readonly number[];

/** Spread over the period: the nearest day to the middle of the n-th part first. */
const spread: Wish = (days, nth, of) => {
  const [first, last] = [days[0]!, days.at(-1)!];
  const aim = first + ((nth + 0.5) / of) * (last - first);
  return days.toSorted((a, b) => Math.abs(a - aim) - Math.abs(b - aim) || a - b);
};

const earliest: Wish = (days) => days;

/**
 * Days for counts: evenly over the period where the calendar lets them, else as early as can be; options with the
 * fewest days choose first.
 * @returns null where neither way finds a day for every session; there may be one all the same.
 */
export const placeDates = (problem: Problem, counts: Counts): Proposed[] | null =>
  placeBy(problem, counts, spread) ?? placeBy(problem, counts, earliest);

function placeBy(problem: Problem, counts: Counts, wish: Wish): Proposed[] | null {
  const book = new DayBook(problem);
  const placed: Proposed[] = [];
  const order = [...counts.keys()]
    .filter((i) => counts[i]! > 0)
    .sort((a, b) => problem.options[a]!.days.length - problem.options[b]!.days.length || a - b);
  for (const option of order) {
    const { days } = problem.options[option]!;
    for (let nth = 0; nth < counts[option]!; nth++) {
      const day = wish(days, nth, counts[option]!).find((d) => book.fits({ option, day: d }));
      if (day === undefined) return null;
      book.add({ option, day });
      placed.push({ option, day });
    }
  }
  return placed;
}

/** The most sessions that days allow at one place with so many days from one to the next. */
export function mostOn(days: readonly number[], between: number): number {
  let [count, last] = [0, -Infinity];
  for (const day of days) {
    if (day - last < between) continue;
    count++;
    last = day;
  }
  return count;
}

import { DayBook } from "./day-book.js";
import type { Problem, Proposed } from "./model.js";
import { placeOf } from "./room.js";
import type { Counts } from "./value.js";

type Wish = (days: readonly number[], nth: number, of: number) => readonly number[];

/** The days nearest to a part of the period first. */
const nearestTo =
  (part: (nth: number, of: number) => number): Wish =>
  (days, nth, of) => {
    const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
    const aim = first + part(nth, of) * (last - first);
    return days.toSorted((a, b) => Math.abs(a - aim) - Math.abs(b - aim) || a - b);
  };

/** Each in the middle of its part of the period; from end to end, as far apart as can be; as early as can be. */
const WISHES: readonly Wish[] = [
  nearestTo((nth, of) => (nth + 0.5) / of),
  nearestTo((nth, of) => (of > 1 ? nth / (of - 1) : 0.5)),
  (days) => days,
];

/**
 * Days for counts: evenly over the period where the calendar lets them. Places with most sessions choose first, then
 * those with the fewest days.
 * @returns null where no way tried finds a day for every session; there may be one all the same.
 */
export function placeDates(problem: Problem, counts: Counts): Proposed[] | null {
  const { options } = problem;
  const places = [...Map.groupBy(options.keys(), (i) => placeOf(options[i]!)).values()]
    .map((here) => here.flatMap((i) => Array.from({ length: counts[i]! }, () => i)))
    .filter((sessions) => sessions.length > 0)
    .sort((a, b) => b.length - a.length || options[a[0]!]!.days.length - options[b[0]!]!.days.length);
  for (const wish of WISHES) {
    const placed = placeBy(problem, places, wish);
    if (placed) return placed;
  }
  return null;
}

/** @param places the options of the sessions at each place. */
function placeBy(problem: Problem, places: readonly (readonly number[])[], wish: Wish): Proposed[] | null {
  const book = new DayBook(problem);
  const placed: Proposed[] = [];
  for (const sessions of places) {
    for (const [nth, option] of sessions.entries()) {
      const wanted = wish(problem.options[option]!.days, nth, sessions.length);
      const day = wanted.find((d) => book.fits({ option, day: d }));
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

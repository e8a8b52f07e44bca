import type { Outline } from "./outline.js";
import { peopleOf, UNDIVIDED, type People, type PeopleOf } from "./people.js";
import type { DisclosurePolicy } from "./policy.js";
import { lineageOf } from "./succession.js";

/**
 * Which totals of whose people are told to the person. All of them, of every release, must be of the same people: the
 * difference of two others would tell who came or went, month after month. Dates of other people (before a district that
 * is new, after one that ended, or where a list did not know one) are told in tens; what was told once is told so again.
 * @param newest the release's newest date, whose people the totals are of where nothing was told before
 * @returns whether the total of these people, all of a date's, is told to the person
 */
export function exactTotals(
  people: PeopleOf,
  policy: DisclosurePolicy,
  earlier: readonly Outline[],
  newest: string,
): (asOf: string, whose: People) => boolean {
  const told = earlier.flatMap((outline) => outline.exact);
  // Totals that were told before the districts were listed are of everybody, too.
  const names = told.map(({ date, people: name }) =>
    name === UNDIVIDED ? people.everybody(date).name : name,
  );
  const known = new Set(told.map(({ date }, i) => `${date} ${names[i]}`));
  const agree = told.every(({ date }, i) => people.everybody(date).name === names[i]);
  const reference = names[0] ?? people.everybody(newest).name;
  const may = policy.totals === "exact" && agree && new Set(names).size < 2;
  return (asOf, whose) => known.has(`${asOf} ${whose.name}`) || (may && whose.name === reference);
}

/**
 * As-of dates on which an earlier release printed the town by age or sex before its districts were listed: the same
 * counts would have a second noise now.
 */
export function undividedDates(earlier: readonly Outline[]): ReadonlySet<string> {
  const dates = earlier.flatMap((outline) => {
    const people = peopleOf(outline.coverage, lineageOf(outline.successions), outline.known);
    const town = outline.places.find((p) => p.kind === "town")!;
    return outline.printed.filter((date) => people.of(town, date)?.name === UNDIVIDED);
  });
  return new Set(dates);
}

/** People whose total an earlier release told to the person: as a part of a larger town they are told no more. */
export const toldWhole = (earlier: readonly Outline[]): ReadonlySet<string> =>
  new Set(earlier.flatMap((outline) => outline.exact.map((e) => e.people)));

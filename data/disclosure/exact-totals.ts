import type { Outline } from "./outline.js";
import type { People, PeopleOf } from "./people.js";
import type { DisclosurePolicy } from "./policy.js";

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
  const known = new Set(told.map(({ date, people: name }) => `${date} ${name}`));
  const names = new Set(told.map((t) => t.people));
  const agree = told.every(({ date, people: name }) => people.everybody(date).name === name);
  const [reference] = names.size === 0 ? [people.everybody(newest).name] : [...names];
  const may = policy.totals === "exact" && agree && names.size < 2;
  return (asOf, whose) => known.has(`${asOf} ${whose.name}`) || (may && whose.name === reference);
}

/** People whose total an earlier release told to the person: as a part of a larger town they are told no more. */
export const toldWhole = (earlier: readonly Outline[]): ReadonlySet<string> =>
  new Set(earlier.flatMap((outline) => outline.exact.map((e) => e.people)));

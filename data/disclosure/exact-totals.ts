import type { Outline } from "./outline.js";
import type { People, PeopleOf } from "./people.js";
import type { DisclosurePolicy } from "./policy.js";

/**
 * Which totals of whose people are told to the person. Two such totals must be of the same town: if an earlier release
 * told one of other people than those who are known to live there now, its difference to any other would tell them, and
 * no further total is told to the person. One that was told once is told so again.
 * @returns whether the total of these people, all of a date's, is told to the person
 */
export function exactTotals(
  people: PeopleOf,
  policy: DisclosurePolicy,
  earlier: readonly Outline[],
): (asOf: string, whose: People) => boolean {
  const told = earlier.flatMap((outline) => outline.exact);
  const known = new Set(told.map(({ date, people: name }) => `${date} ${name}`));
  const agree = told.every(({ date, people: name }) => people.everybody(date).name === name);
  return (asOf, whose) =>
    known.has(`${asOf} ${whose.name}`) ||
    (policy.totals === "exact" && agree && people.everybody(asOf).name === whose.name);
}

import type { AuditFault } from "./audit-fault.js";
import type { Outline } from "./outline.js";
import { peopleOf, UNDIVIDED, type PeopleOf, type PlacePeople } from "./people.js";
import type { DisclosurePolicy } from "./policy.js";
import { lineageOf } from "./succession.js";

/** How counts of some people may be told on a date: the same for who publishes and for who checks. */
export interface PrintRules {
  /**
   * Whether the total of these people, all of a date's, is told to the person. All such totals, of every release, are
   * of the same people: the difference of two others would tell who came or went, month after month. Dates of other
   * people (before a district that is new, after one that ended, or where a list did not know one) are told in tens.
   * What was told once is told so again.
   */
  isExact(asOf: string, whose: PlacePeople): boolean;
  /**
   * Why nothing of these people may be printed in tens, if so: `told_exactly` where their total was told to the person
   * while they were the town, so that their noise is known; `other_people` where the town was printed by age or sex on
   * that date before its districts were listed, so that the same counts would have a second noise.
   */
  tensFault(
    asOf: string,
    whose: PlacePeople,
  ): Extract<AuditFault["kind"], "told_exactly" | "other_people"> | null;
}

/**
 * @param earlier what every earlier release told
 * @param newest the release's newest date, whose people its totals are of where nothing was told before
 */
export function printRules(
  people: PeopleOf,
  policy: DisclosurePolicy,
  earlier: readonly Outline[],
  newest: string,
): PrintRules {
  const told = earlier.flatMap((outline) => outline.exact);
  // Totals that were told before the districts were listed are of everybody, too.
  const names = told.map(({ date, people: name }) =>
    name === UNDIVIDED ? people.everybody(date).name : name,
  );
  const known = new Set(told.map(({ date }, i) => `${date} ${names[i]}`));
  const agree = told.every(({ date }, i) => people.everybody(date).name === names[i]);
  const reference = names[0] ?? people.everybody(newest).name;
  const mayBeExact = policy.totals === "exact" && agree && new Set(names).size < 2;
  const spent = new Set(told.map((t) => t.people));
  const undivided = undividedDates(earlier);
  return {
    isExact: (asOf, { name, isTown }) =>
      isTown && (known.has(`${asOf} ${name}`) || (mayBeExact && name === reference)),
    tensFault(asOf, { name, isTown }) {
      if (!isTown) return spent.has(name) ? "told_exactly" : null;
      return undivided.has(asOf) && name !== UNDIVIDED ? "other_people" : null;
    },
  };
}

/** As-of dates that an earlier release printed by age or sex before the town's districts were listed. */
function undividedDates(earlier: readonly Outline[]): ReadonlySet<string> {
  const dates = earlier.flatMap((outline) => {
    const people = peopleOf(outline.coverage, lineageOf(outline.successions), outline.known);
    const town = outline.places.find((p) => p.kind === "town")!;
    return outline.printed.filter((date) => people.of(town, date)?.name === UNDIVIDED);
  });
  return new Set(dates);
}

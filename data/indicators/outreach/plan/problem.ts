import { hoursOf, dayOf } from "./calendar.js";
import type { Option, PlanInput, Problem, Proposed } from "./model.js";
import { optionsOf } from "./options.js";
import { ageClasses, cellOf, sitesOf } from "./sites.js";

/** Numbers what may be held where and when, and whom it reaches. */
export function makeProblem(input: PlanInput): Problem {
  const options = optionsOf(input);
  const classes = ageClasses(input);
  const codes = [...new Set(input.people.cells.map((c) => c.district))];
  const cells = codes.flatMap((district) => classes.map((ages) => cellOf(input, district, ages)));
  const at = new Map(codes.map((code, i) => [code, i * classes.length]));
  return {
    input,
    options,
    cells,
    sites: sitesOf(input, options, classes, at),
    fixed: fixedOf(input, options),
    days: [...new Set(options.flatMap((o) => o.days))].sort((a, b) => a - b),
  };
}

function fixedOf({ request, sessions }: PlanInput, options: readonly Option[]): Problem["fixed"] {
  return sessions.flatMap((s) => {
    if (s.status !== "planned" || s.date < request.period.from || s.date > request.period.to) return [];
    const option = optionOf({ options }, s);
    return option ? [{ option: options.indexOf(option), day: dayOf(s.date) }] : [];
  });
}

/** By day, then start, then the order of the options: the order in which people are reached. */
export const inDateOrder =
  ({ options }: Problem) =>
  (a: Proposed, b: Proposed): number =>
    a.day - b.day ||
    hoursOf(options[a.option]!.kind).from - hoursOf(options[b.option]!.kind).from ||
    a.option - b.option;

/** The option of a place and kind; null where that kind cannot be held there. */
export const optionOf = (
  { options }: Pick<Problem, "options">,
  place: { kind: string; venue: string | null; district: string },
): Option | null =>
  options.find(
    (o) =>
      o.kind.code === place.kind &&
      (o.venue?.code ?? null) === place.venue &&
      (place.venue !== null || o.district === place.district),
  ) ?? null;

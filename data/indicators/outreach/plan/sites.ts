import { parseAgeBand, type AgeRange } from "../../../contract/age-band.js";
import { shareInRange } from "../people.js";
import { tiring } from "../yields/chance.js";
import type { Cell, Option, PlanInput, Site } from "./model.js";
import { placeOf } from "./room.js";

const EVERYONE: AgeRange = { from: 0, to: null };

/** The ages between all the limits that kinds and weights have: inside one, everybody is alike. */
export function ageClasses({ kinds, request }: PlanInput): AgeRange[] {
  const bands = [...kinds.map((k) => k.ages), ...Object.keys(request.rules?.weights ?? {})];
  const cuts = new Set([0]);
  for (const band of bands) {
    const { from, to } = parseAgeBand(band) ?? EVERYONE;
    cuts.add(from);
    if (to !== null) cuts.add(to + 1);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((from, i) => ({ from, to: i + 1 < starts.length ? starts[i + 1]! - 1 : null }));
}

const isWithin = (inner: AgeRange, band: string): boolean => {
  const outer = parseAgeBand(band) ?? EVERYONE;
  return inner.from >= outer.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
};

/** A district's people of an age class; of weights whose ages overlap the first one counts. */
export function cellOf({ people, request }: PlanInput, district: string, ages: AgeRange): Cell {
  const weights = Object.entries(request.rules?.weights ?? {});
  const weight = weights.find(([band]) => isWithin(ages, band))?.[1] ?? 1;
  const there = people.cells.filter((c) => c.district === district);
  return {
    district,
    weight,
    people: there.reduce((sum, c) => sum + c.to_apply * shareInRange(c.age_band, ages), 0),
  };
}

/** Which options tire one another, and whom they reach.
 * @param at number of each district's first cell.
 */
export function sitesOf(
  { learnt, neighbours }: PlanInput,
  options: readonly Option[],
  classes: readonly AgeRange[],
  at: ReadonlyMap<string, number>,
): Site[] {
  const falls = tiring(learnt);
  const groups = Map.groupBy(options.keys(), (i) => placeOf(options[i]!));
  const sites = new Map<string, Site>();
  for (const [name, members] of groups) {
    const { district, venue } = options[members[0]!]!;
    const usual = members.reduce((sum, i) => sum + options[i]!.hazard, 0) / members.length;
    const reachable = [
      { code: district, part: 1 },
      ...(neighbours.get(district) ?? []).map((code) => ({ code, part: learnt.spillOver })),
    ];
    for (const [c, ages] of classes.entries()) {
      const here = members.filter((i) => isWithin(ages, options[i]!.kind.ages));
      if (here.length === 0) continue;
      const reach = reachable.flatMap(({ code, part }) =>
        at.has(code) && part > 0 ? [{ cell: at.get(code)! + c, part }] : [],
      );
      // Ages that the same kinds are for are reached alike: one site.
      const key = `${name} ${here.join()}`;
      const known = sites.get(key);
      const own = venue === null || usual <= 0 ? 0 : falls / usual;
      sites.set(key, { options: here, tiring: own, reach: [...(known?.reach ?? []), ...reach] });
    }
  }
  return [...sites.values()];
}

import type { Session, Venue } from "../../../contract/outreach.js";
import { toApply } from "../people.js";
import { termsOf, type Target } from "../yields/chance.js";
import { heldByVenue, visitsBefore } from "../yields/history.js";
import { chanceOf, isHeldAt } from "../yields/yields.js";
import { dayOf, openAt, openDays } from "./calendar.js";
import type { Option, PlanInput } from "./model.js";
import { daysBetweenAt, placeKey } from "./room.js";

/** Every kind at every place, those outside the rules too: with no days, they are there to be counted only. */
export function optionsOf(input: PlanInput): Option[] {
  const { request, kinds, venues, people, learnt, neighbours, sessions } = input;
  const days = openDays(request);
  const held = heldByVenue(sessions);
  const taken = takenDays(sessions);
  return kinds.flatMap((kind) => {
    const byDistrict = toApply(people, kind.ages);
    const places: { district: string; venue: Venue | null }[] = kind.anywhere
      ? input.districts.filter((d) => byDistrict.has(d.code)).map((d) => ({ district: d.code, venue: null }))
      : venues.filter((v) => isHeldAt(kind, v)).map((venue) => ({ district: venue.district, venue }));
    return places.map(({ district, venue }): Option => {
      const before = venue === null ? 0 : visitsBefore(held.get(venue.code) ?? [], request.period.from);
      const code = venue?.code ?? null;
      const own = byDistrict.get(district) ?? 0;
      const near = (neighbours.get(district) ?? []).reduce((sum, d) => sum + (byDistrict.get(d) ?? 0), 0);
      const target: Target = { kind, district, venue: code, people: own, before };
      const { hazard, most, basis } = chanceOf(learnt, target, venue, near);
      const wanted =
        (request.kinds?.includes(kind.code) ?? true) &&
        (venue === null || (request.venues?.includes(venue.code) ?? true));
      const open = !wanted ? [] : venue === null ? days : openAt(venue, kind, days);
      const away = taken.get(placeKey(code, kind.code, district)) ?? [];
      const between = daysBetweenAt(request, venue);
      return {
        kind,
        venue,
        district,
        staff_hours: kind.staff_hours + (venue?.travel_hours ?? 0),
        yen: kind.yen,
        days: open.filter((day) => away.every((other) => Math.abs(other - day) >= between)),
        hazard,
        most,
        terms: termsOf(target),
        basis,
      };
    });
  });
}

/** Where sessions are held or planned already, each place with its days: a venue, or a kind in a district. */
function takenDays(sessions: readonly Session[]): Map<string, number[]> {
  const taken = new Map<string, number[]>();
  for (const { status, venue, kind, district, date } of sessions) {
    if (status === "cancelled") continue;
    const place = placeKey(venue, kind, district);
    taken.set(place, [...(taken.get(place) ?? []), dayOf(date)]);
  }
  return taken;
}

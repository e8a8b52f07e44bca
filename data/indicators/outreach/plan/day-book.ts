import type { RuleName } from "./request.js";
import { hoursOf, isOn } from "./calendar.js";
import type { Problem, Proposed } from "./model.js";
import { daysBetweenAt, fixedOn, overlap, placeOf, roomOn } from "./room.js";

/** The calendar of a plan as it fills: whether one more session fits on a day, by every rule that has to do with days. */
export class DayBook {
  private readonly onDay = new Map<number, number[]>();
  private readonly atPlace = new Map<string, number[]>();

  constructor(private readonly problem: Problem) {}

  fits(session: Proposed): boolean {
    return this.broken(session) === null;
  }

  /** The rule that one more session would break; null where it fits. */
  broken({ option, day }: Proposed): RuleName | null {
    const { options, input } = this.problem;
    const chosen = options[option]!;
    const between = daysBetweenAt(input.request, chosen.venue);
    const place = this.atPlace.get(placeOf(chosen)) ?? [];
    if (place.some((other) => Math.abs(other - day) < between)) return "days_between_at_venue";
    const there = (this.onDay.get(day) ?? []).map((i) => options[i]!);
    const room = roomOn(this.problem, day);
    if (there.length >= room.sessions) return "most_per_day";
    const hours = there.reduce((sum, o) => sum + o.staff_hours, chosen.staff_hours);
    if (hours > room.staffHours + 1e-9) return "staff_hours_per_day";
    const teams = input.request.rules?.teams ?? 1;
    const clashing = [...there, ...fixedOn(this.problem, day)].filter((o) => overlap(o, chosen));
    if (clashing.length < teams) return null;
    // Two that clash with this one need not clash with each other: it is the fullest moment that counts.
    const moments = [...clashing, chosen].map((o) => hoursOf(o.kind).from);
    const { from, to } = hoursOf(chosen.kind);
    const isFull = moments.some(
      (moment) =>
        moment >= from && moment < to && clashing.filter((o) => isOn(o.kind, moment)).length >= teams,
    );
    return isFull ? "teams" : null;
  }

  add({ option, day }: Proposed): void {
    const place = placeOf(this.problem.options[option]!);
    this.onDay.set(day, [...(this.onDay.get(day) ?? []), option]);
    this.atPlace.set(place, [...(this.atPlace.get(place) ?? []), day]);
  }
}

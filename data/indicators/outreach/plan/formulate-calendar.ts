import { hoursOf, isOn } from "./calendar.js";
import { mostOn } from "./place-dates.js";
import type { Problem } from "./model.js";
import { daysBetweenAt, fixedOn, placeOf, roomAtVenue, roomOn } from "./room.js";
import type { AtMost, Choice, SumOf } from "./solver.js";

/** What days allow in any case: at each place, and of all options whose days lie among those of one. */
export function addDayTotals(problem: Problem, sum: SumOf, atMost: AtMost): void {
  const { options, input } = problem;
  for (const [, here] of Map.groupBy(options.keys(), (i) => placeOf(options[i]!))) {
    const { venue } = options[here[0]!]!;
    const days = [...new Set(here.flatMap((i) => options[i]!.days))].sort((a, b) => a - b);
    const room = venue ? roomAtVenue(problem, venue.code) : Infinity;
    atMost(
      Math.min(room, mostOn(days, daysBetweenAt(input.request, venue))),
      sum(here, () => 1),
    );
  }
  const sets = new Map([problem.days, ...options.map((o) => o.days)].map((days) => [days.join(), days]));
  const room = new Map(problem.days.map((day) => [day, roomOn(problem, day)]));
  for (const days of sets.values()) {
    const all = new Set(days);
    const within = [...options.keys()].filter((i) => options[i]!.days.every((day) => all.has(day)));
    const total = (of: "sessions" | "staffHours") => days.reduce((n, day) => n + room.get(day)![of], 0);
    atMost(
      total("sessions"),
      sum(within, () => 1),
    );
    atMost(
      total("staffHours"),
      sum(within, (i) => options[i]!.staff_hours),
    );
  }
}

/** Every rule of the calendar, for one column an option and day. */
export function addCalendar(problem: Problem, choices: readonly Choice[], atMost: AtMost): void {
  const { options, input } = problem;
  const teams = input.request.rules?.teams ?? 1;
  const columns = [...choices.keys()];
  const byDay = Map.groupBy(columns, (c) => choices[c]!.day!);
  for (const [day, there] of byDay) {
    const room = roomOn(problem, day);
    atMost(
      room.sessions,
      there.map((column) => ({ column, factor: 1 })),
    );
    atMost(
      room.staffHours,
      there.map((column) => ({ column, factor: options[choices[column]!.option]!.staff_hours })),
    );
    if (room.sessions <= teams && fixedOn(problem, day).length === 0) continue;
    // The fullest moment of a day is the start of one of its sessions.
    const planned = fixedOn(problem, day);
    const thatDay = [...planned, ...there.map((c) => options[choices[c]!.option]!)];
    for (const start of new Set(thatDay.map((o) => hoursOf(o.kind).from))) {
      const now = there.filter((c) => isOn(options[choices[c]!.option]!.kind, start));
      const busy = planned.filter((o) => isOn(o.kind, start)).length;
      atMost(
        Math.max(0, teams - busy),
        now.map((column) => ({ column, factor: 1 })),
      );
    }
  }
  for (const [, here] of Map.groupBy(columns, (c) => placeOf(options[choices[c]!.option]!))) {
    const { venue } = options[choices[here[0]!]!.option]!;
    const between = daysBetweenAt(input.request, venue);
    if (venue) {
      atMost(
        roomAtVenue(problem, venue.code),
        here.map((column) => ({ column, factor: 1 })),
      );
    }
    for (const day of new Set(here.map((c) => choices[c]!.day!))) {
      const near = here.filter((c) => choices[c]!.day! >= day && choices[c]!.day! < day + between);
      if (near.length > 1) {
        atMost(
          1,
          near.map((column) => ({ column, factor: 1 })),
        );
      }
    }
  }
}

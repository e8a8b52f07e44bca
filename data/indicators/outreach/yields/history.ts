import { daysBetween } from "../../../contract/as-of-date.js";
import { reachedAt, type Kind, type Session } from "../../../contract/outreach.js";
import { toApply, type People } from "../people.js";
import { TIRED_FOR_DAYS } from "./priors.js";

/** A held session whose count is known, beside the people it was held for. */
export interface PastSession {
  session: Session;
  kind: Kind;
  reached: number;
  /** Sessions held at the venue in the two years before; 0 for kinds held anywhere. */
  before: number;
  /** Who could apply on the day, of the kind's ages, by district. */
  people: ReadonlyMap<string, number>;
}

/** Oldest first, then by their key. */
export const inOrder = (a: Session, b: Session): number => {
  const [x, y] = [a, b].map((s) => `${s.date} ${s.start} ${s.venue ?? ""} ${s.district} ${s.kind}`) as [
    string,
    string,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Of the sessions held at one venue, those within two years before a date. */
export const visitsBefore = (atVenue: readonly Session[], date: string): number =>
  atVenue.filter((s) => s.date < date && daysBetween(s.date, date) <= TIRED_FOR_DAYS).length;

/** The held sessions of each venue; what is held anywhere tires no venue. */
export const heldByVenue = (sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> =>
  Map.groupBy(
    sessions.filter((s) => s.status === "held" && s.venue !== null),
    (s) => s.venue!,
  );

/**
 * The sessions that yields are learnt from: held, of a known kind, with their count. Cancelled and planned ones never
 * are.
 * @param known who could apply on each as-of date, oldest first; a session is held for the people of the last date
 * not after it, or of the first.
 */
export function pastSessions(
  sessions: readonly Session[],
  kinds: readonly Kind[],
  known: readonly People[],
): PastSession[] {
  const byCode = new Map(kinds.map((k) => [k.code, k]));
  const held = sessions.filter((s) => s.status === "held").sort(inOrder);
  const byVenue = heldByVenue(held);
  const cache = new Map<string, ReadonlyMap<string, number>>();
  const peopleFor = (people: People, ages: string) => {
    const key = `${people.as_of} ${ages}`;
    if (!cache.has(key)) cache.set(key, toApply(people, ages));
    return cache.get(key)!;
  };
  return held.flatMap((session) => {
    const kind = byCode.get(session.kind);
    const reached = reachedAt(session);
    const people = known.findLast((p) => p.as_of <= session.date) ?? known[0];
    if (!kind || reached === null || !people) return [];
    const before = visitsBefore(byVenue.get(session.venue ?? "") ?? [], session.date);
    return [{ session, kind, reached, before, people: peopleFor(people, kind.ages) }];
  });
}

/**
 * Who could still apply: the people of an as-of date less those whom sessions held after it have reached already,
 * so that nobody is reached twice.
 */
export function afterSessions(people: People, sessions: readonly Session[], before: string): People {
  const taken = new Map<string, number>();
  for (const session of sessions) {
    const reached = reachedAt(session);
    if (
      session.status !== "held" ||
      reached === null ||
      session.date <= people.as_of ||
      session.date >= before
    )
      continue;
    // Those of other districts are not told apart by district; they are few.
    const own = Math.max(0, reached - (session.from_other_districts ?? 0));
    taken.set(session.district, (taken.get(session.district) ?? 0) + own);
  }
  const all = toApply(people, "all");
  const cells = people.cells.map((cell) => {
    const gone = taken.get(cell.district);
    const whole = all.get(cell.district)!;
    if (gone === undefined || whole <= 0) return cell;
    const left = Math.max(0, 1 - gone / whole);
    const fewer = cell.to_apply * (1 - left);
    return { ...cell, to_apply: cell.to_apply * left, unreached: Math.max(0, cell.unreached - fewer) };
  });
  return { ...people, cells };
}

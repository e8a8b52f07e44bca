/**
 * Districts whose people go by other codes from a date on: renamed (05 → 18), merged (05, 06 → 18), split
 * (05 → 18, 19), cut anew (05, 06 → 18, 19), ended (05 →) or new (→ 18). A code may keep its name and go on with
 * fewer or more people (05 → 05, 18).
 */
export interface Succession {
  /** The first as-of date that can have the new codes. */
  on: string;
  from: readonly string[];
  to: readonly string[];
}

/** Whose noise a code's people carry: a sum of identities, each once (+1) or taken away (−1, rarely more). */
export type Origin = ReadonlyMap<string, number>;

interface Life {
  /** The first as-of date of these people under the code, and the first on which it has others or none. */
  from: string;
  until: string;
  origin: Origin;
}

/** What the successions of a town say of its codes. */
export interface Lineage {
  /** The people of a code on an as-of date. */
  originOf(code: string, asOf: string): Origin;
  /** Whether the code stands for anybody on an as-of date. */
  isAlive(code: string, asOf: string): boolean;
  /**
   * The code under which these people are told today: that of one district that succeeded them whole. People who were
   * divided among several keep their own until then: `05~2025-04-01`.
   */
  lineOf(code: string, asOf: string): string;
  /** A number that is the same for dates between which no succession lies. */
  epochOf(asOf: string): number;
}

/** Codes that end so would read as a line or an identity that a succession makes. */
export const RESERVED_CODE = /[~@]\d{4}-\d{2}-\d{2}$/;

const ALWAYS = { from: "", until: "9999" } as const;

const byDate = (a: Succession, b: Succession): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

export function lineageOf(successions: readonly Succession[]): Lineage {
  const ordered = successions.toSorted(byDate);
  const lives = livesOf(ordered);
  const base = new Map<string, Origin>();
  return {
    originOf(code, asOf) {
      const known = lives.get(code);
      if (known) return (known.findLast((life) => life.from <= asOf) ?? known[0]!).origin;
      if (!base.has(code)) base.set(code, new Map([[code, 1]]));
      return base.get(code)!;
    },
    isAlive: (code, asOf) => lives.get(code)?.some(({ from, until }) => from <= asOf && asOf < until) ?? true,
    lineOf(code, asOf) {
      let line = code;
      // On one day all successions happen at once: codes may change places.
      let movedOn = "";
      for (const { on, from, to } of ordered) {
        if (on <= asOf || on === movedOn || !from.includes(line)) continue;
        movedOn = on;
        if (to.length === 1) line = to[0]!;
        else if (to.length > 1) return `${line}~${on}`;
      }
      return line;
    },
    epochOf: (asOf) => ordered.findLastIndex((s) => s.on <= asOf),
  };
}

/** The lives of every code that a succession names. Before its first one a code stands for the same people already. */
function livesOf(ordered: readonly Succession[]): Map<string, Life[]> {
  const lives = new Map<string, Life[]>();
  const current = (code: string): Life => {
    if (!lives.has(code)) lives.set(code, [{ ...ALWAYS, origin: new Map([[code, 1]]) }]);
    return lives.get(code)!.at(-1)!;
  };
  // On one day all successions happen at once: first everybody leaves, then everybody arrives.
  const left = new Map<Succession, Origin>();
  // The same people divided among the same codes again are the same parts again.
  const divided = new Map<string, Origin[]>();
  for (const [on, day] of Map.groupBy(ordered, (s) => s.on)) {
    for (const succession of day) {
      let rest: Origin = new Map();
      for (const code of succession.from) {
        const life = current(code);
        rest = plus(rest, life.origin, 1);
        life.until = life.until < on ? life.until : on;
      }
      left.set(succession, rest);
    }
    for (const succession of day) arrive(succession, left.get(succession)!);
  }
  return lives;

  function arrive({ on, from, to }: Succession, all: Origin): void {
    let rest = all;
    // All but the last carry noise of their own, and the last what is left of their forebears': the sum stays.
    const heirs = to.toSorted();
    const key = JSON.stringify([originName(all), heirs]);
    const before = from.length > 0 ? divided.get(key) : undefined;
    const parts: Origin[] = [];
    for (const [i, code] of heirs.entries()) {
      const isRest = from.length > 0 && i === heirs.length - 1;
      const earlier = lives.get(code);
      const own: Origin = before?.[i] ?? new Map([[earlier ? `${code}@${on}` : code, 1]]);
      const origin = isRest ? rest : own;
      if (!isRest) rest = plus(rest, origin, -1);
      parts.push(origin);
      const life = { ...ALWAYS, from: on, origin };
      if (earlier) earlier.push(life);
      else lives.set(code, [life]);
    }
    divided.set(key, parts);
  }
}

/** What is wrong with one succession beside those before it. */
export interface SuccessionFault {
  /** Its place in the list. */
  index: number;
  code: string;
  kind:
    /** Neither the district list nor an earlier succession knows the code. */
    | "unknown"
    /** The code has ended before, or was to be given away twice on one day. */
    | "ended"
    /** The code stands for other people already. */
    | "taken"
    /** The code ends as lines and identities do. */
    | "reserved";
}

/**
 * Everything that is wrong with a list of successions: two districts must never carry the noise of the same people.
 * @param listed codes of the town's district list
 */
export function successionFaults(
  successions: readonly Succession[],
  listed: ReadonlySet<string>,
): SuccessionFault[] {
  const faults: SuccessionFault[] = [];
  const ended = new Set<string>();
  // Codes that begin with a succession do not stand for anybody before it.
  const begun = new Set<string>();
  const willBegin = new Set(successions.flatMap((s) => s.to.filter((code) => !s.from.includes(code))));
  const gives = new Set(successions.flatMap((s) => s.from));
  const order = successions.map((s, index) => ({ s, index })).sort((a, b) => byDate(a.s, b.s));
  const days = Map.groupBy(order, ({ s }) => s.on);
  for (const day of days.values()) {
    for (const { s, index } of day) leave(s, index);
    for (const { s, index } of day) arrive(s, index);
  }
  return faults.sort((a, b) => a.index - b.index);

  function leave(s: Succession, index: number): void {
    for (const code of s.from) {
      if (RESERVED_CODE.test(code)) faults.push({ index, code, kind: "reserved" });
      else if (ended.has(code)) faults.push({ index, code, kind: "ended" });
      else if (!listed.has(code) && !begun.has(code)) faults.push({ index, code, kind: "unknown" });
    }
    for (const code of s.from) if (!s.to.includes(code)) ended.add(code);
  }

  function arrive(s: Succession, index: number): void {
    for (const code of s.to) {
      if (s.from.includes(code)) continue;
      const isFree = ended.has(code) || !begun.has(code);
      if (RESERVED_CODE.test(code)) faults.push({ index, code, kind: "reserved" });
      else if (!listed.has(code)) faults.push({ index, code, kind: "unknown" });
      else if (!isFree || (gives.has(code) && !willBegin.has(code)))
        faults.push({ index, code, kind: "taken" });
      ended.delete(code);
      begun.add(code);
    }
  }
}

/** A name that no other people have. */
export const originName = (origin: Origin): string =>
  JSON.stringify([...origin].sort(([a], [b]) => (a < b ? -1 : 1)));

/** a + sign · b, without what cancels out. */
export function plus(a: Origin, b: Origin, sign: 1 | -1 = 1): Origin {
  const sum = new Map(a);
  for (const [identity, times] of b) {
    const now = (sum.get(identity) ?? 0) + sign * times;
    if (now === 0) sum.delete(identity);
    else sum.set(identity, now);
  }
  return sum;
}

/** What the codes of a town's figures leave open: whether their people are the same. */
export interface OpenSuccession {
  /** Codes that stopped, and codes that began after one of them: nobody has said who followed whom. */
  gone: string[];
  come: string[];
  /** Codes that are used on a date by which a succession says that they have ended. */
  ended: string[];
  /** Codes that are used, beside those whose people they are said to take over, before the day on which they do. */
  taken: string[];
}

/**
 * What must be answered before a town may publish. A code that only stopped is a file that lacks it, one that only
 * began a district that was missing: neither is asked about.
 * @param seen as-of dates of each code in the figures, oldest first, at least one
 * @param published codes that any earlier release told
 * @returns null where nothing is open
 */
export function openSuccession(
  seen: ReadonlyMap<string, readonly string[]>,
  published: ReadonlySet<string>,
  successions: readonly Succession[],
): OpenSuccession | null {
  const all = [...seen.values()].flat().sort();
  const gone = new Map<string, string>();
  const come = new Map<string, string>();
  const ended = new Set<string>();
  for (const code of published) if (!seen.has(code)) gone.set(code, "");
  for (const [code, dates] of seen) {
    const [first, last] = [dates[0]!, dates.at(-1)!];
    if (last < all.at(-1)!) gone.set(code, last);
    if (first > all[0]! || (published.size > 0 && !published.has(code))) come.set(code, first);
    const end = successions.findLast((s) => s.from.includes(code) && !s.to.includes(code));
    const again = successions.some((s) => s.to.includes(code) && end && s.on >= end.on);
    if (end && !again && dates.some((date) => date >= end.on)) ended.add(code);
  }
  for (const { on, from, to } of successions) {
    for (const code of from) if ((gone.get(code) ?? on) < on) gone.delete(code);
    for (const code of to) if ((come.get(code) ?? "") >= on || published.size > 0) come.delete(code);
  }
  const taken = successions.flatMap(({ on, from, to }) => {
    const others = new Set(from.flatMap((code) => seen.get(code) ?? []));
    // History sent again under the new code alone is of the same people; beside the old one it is not.
    const isTaken = (code: string): boolean =>
      (seen.get(code) ?? []).some((date) => date < on && (from.length === 0 || others.has(date)));
    return to.filter((code) => !from.includes(code) && isFirst(code, on) && isTaken(code));
  });
  const went = [...gone].filter(([, end]) => [...come.values()].some((begin) => end < begin));
  const began = [...come].filter(([, begin]) => went.some(([, end]) => end < begin));
  if (went.length === 0 && ended.size === 0 && taken.length === 0) return null;
  const codes = (list: [string, string][]): string[] => list.map(([code]) => code).sort();
  return {
    gone: codes(went),
    come: codes(began),
    ended: [...ended].sort(),
    taken: [...new Set(taken)].sort(),
  };

  /** Whether the code stands for nobody before that day, by what is said: no succession had ended it. */
  function isFirst(code: string, on: string): boolean {
    return !successions.some((s) => s.on <= on && s.from.includes(code));
  }
}

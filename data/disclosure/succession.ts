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
  /** The first as-of date of these people under the code; "" from the beginning. */
  from: string;
  origin: Origin;
}

/** What the successions of a town say of its codes. */
export interface Lineage {
  /** The people of a code on an as-of date. */
  originOf(code: string, asOf: string): Origin;
  /**
   * The code under which these people are told today: that of one district that succeeded them whole. People who were
   * divided among several keep their own until then: `05~2025-04-01`.
   */
  lineOf(code: string, asOf: string): string;
  /** From which date on a line has people, and the first on which it has none any more; "" and "9999" where unsaid. */
  spanOf(line: string): { from: string; until: string };
}

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
    lineOf(code, asOf) {
      let line = code;
      for (const { on, from, to } of ordered) {
        if (on <= asOf || !from.includes(line)) continue;
        if (to.length === 1) line = to[0]!;
        else if (to.length > 1) return `${line}~${on}`;
      }
      return line;
    },
    spanOf(line) {
      const [code, until] = line.split("~");
      const born = ordered.find((s) => s.to.includes(line) && (s.from.length === 0 || s.to.length > 1));
      const over = ordered.find((s) => s.from.includes(code!) && s.to.length === 0);
      return { from: born?.on ?? "", until: until ?? over?.on ?? "9999" };
    },
  };
}

/** The lives of every code that a succession names. Before its first one a code stands for the same people already. */
function livesOf(ordered: readonly Succession[]): Map<string, Life[]> {
  const lives = new Map<string, Life[]>();
  const current = (code: string): Origin => {
    if (!lives.has(code)) lives.set(code, [{ from: "", origin: new Map([[code, 1]]) }]);
    return lives.get(code)!.at(-1)!.origin;
  };
  for (const { on, from, to } of ordered) {
    let rest: Origin = new Map();
    for (const code of from) rest = plus(rest, current(code), 1);
    // All but the last carry noise of their own, and the last what is left of their forebears': the sum stays.
    const heirs = to.toSorted();
    for (const [i, code] of heirs.entries()) {
      const isRest = from.length > 0 && i === heirs.length - 1;
      const earlier = lives.get(code);
      const origin: Origin = isRest ? rest : new Map([[earlier ? `${code}@${on}` : code, 1]]);
      if (!isRest) rest = plus(rest, origin, -1);
      if (earlier) earlier.push({ from: on, origin });
      else lives.set(code, [{ from: on, origin }]);
    }
  }
  return lives;
}

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
    const again = successions.some((s) => s.to.includes(code) && end && s.on > end.on);
    if (end && !again && dates.some((date) => date >= end.on)) ended.add(code);
  }
  for (const { on, from, to } of successions) {
    for (const code of from) if ((gone.get(code) ?? on) < on) gone.delete(code);
    for (const code of to) if ((come.get(code) ?? "") >= on || published.size > 0) come.delete(code);
  }
  const went = [...gone].filter(([, end]) => [...come.values()].some((begin) => end < begin));
  const began = [...come].filter(([, begin]) => went.some(([, end]) => end < begin));
  if (went.length === 0 && ended.size === 0) return null;
  const codes = (list: [string, string][]): string[] => list.map(([code]) => code).sort();
  return { gone: codes(went), come: codes(began), ended: [...ended].sort() };
}

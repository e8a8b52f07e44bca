import type { PossibleTowns } from "../audit/certificate.js";
import type { LpSolver } from "../solve/lp-solver.js";
import { assume, type Assumption } from "./assume.js";
import { componentsOf } from "./component.js";
import { readKnowledge, type Knowledge, type Truth } from "./knowledge.js";
import type { PublishedTables } from "./published-tables.js";
import { Reach } from "./reach.js";

/** How far a hidden value can be narrowed down from outside. */
export interface HiddenBounds {
  cell: string;
  as_of: string;
  measure: string;
  lower: number;
  upper: number;
  /** Both ends were solved for; otherwise at least so much is possible, and it is enough. */
  exact: boolean;
  /** The width that the policy asks for, or what the cell's own told values leave, where that is less. */
  required: number;
  /** An earlier release that told it; it cannot be called back. */
  told_by: string | null;
  /** Narrower than required, and no wider if this release told nothing at all. */
  exposed: boolean;
}

export interface OutsideAudit {
  bounds: HiddenBounds[];
  /** The narrowest is known, and not only that none is narrower. */
  isNarrowestKnown: boolean;
  /** Linear programs solved. */
  programs: number;
  /** The largest of them, in columns. */
  largest: number;
  /** Dates whose told values contradict what a reader would take for granted. */
  broken: { as_of: string; assumption: Assumption }[];
  /** Dates of earlier releases that later ones corrected. */
  outdated: { release: string; as_of: string }[];
}

export interface OutsideOptions {
  /** Solve for both ends of every hidden value, not only of those that decide. */
  every?: boolean;
  /**
   * How much work, in columns of programs, may go into the question which value is the narrowest; by default as much
   * as it takes. Counted, not timed, so that the same files give the same answer everywhere.
   */
  effort?: number;
  /** Towns that another proof has found: with the true counts they are a start. */
  towns?: readonly PossibleTowns[];
  /** The true counts; without them whatever the told values do not contradict is assumed. */
  truth?: Truth;
  onProgress?: (done: number, of: number) => void;
}

/**
 * The smallest and largest value of what a release hides, from published files: one linear program over all dates,
 * tables and measures of this release and all earlier ones, with what a reader takes for granted. Possible towns that
 * one solution shows widen many values at once; only those that stay narrow, and those that may be the narrowest of
 * all, are solved for by themselves, so that the smallest width is exact. Knows nothing of how cells were chosen.
 * @param earlier the releases before it, oldest first.
 */
export function boundHidden(
  release: PublishedTables,
  earlier: readonly PublishedTables[],
  smallestCount: number,
  solver: LpSolver,
  { every = false, effort = Infinity, towns = [], truth, onProgress = () => undefined }: OutsideOptions = {},
): OutsideAudit {
  const knowledge = readKnowledge(release, earlier, truth ?? null);
  const { orders, broken } = assume(knowledge, solver, truth !== undefined);
  const required = (i: number): number => Math.min(smallestCount, knowledge.slots[i]!.room);
  const reach = new Reach(knowledge, componentsOf(knowledge, orders) ?? [], solver);
  for (const changes of changesOf(towns, knowledge)) reach.take(changes);
  for (const [n, i] of reach.open.entries()) {
    if (every || reach.width(i) < required(i)) reach.solve(i);
    onProgress(n + 1, reach.open.length);
  }
  const narrowestOf = (): number | null => narrowest(reach, (i) => required(i) >= smallestCount);
  const most = reach.columns + effort;
  let next = narrowestOf();
  while (next !== null && reach.columns + reach.effortOf(next) <= most) {
    reach.solve(next);
    next = narrowestOf();
  }
  reach.close();

  const hidden = [...knowledge.slots.keys()].filter((i) => isHidden(knowledge, i));
  const narrow = hidden.filter((i) => knowledge.slots[i]!.told === null && reach.width(i) < required(i));
  const exposed = exposedOf(narrow, reach, { release, earlier, solver, knowledge, truth });
  const bounds = hidden.map((i): HiddenBounds => {
    const { cell, as_of, measure, told_by } = knowledge.slots[i]!;
    const own = { lower: reach.lower(i), upper: reach.upper(i), exact: reach.isExact(i) };
    return { cell, as_of, measure, ...own, required: required(i), told_by, exposed: exposed.has(i) };
  });
  const { programs, largest } = reach;
  return {
    bounds,
    isNarrowestKnown: next === null,
    programs,
    largest,
    broken,
    outdated: [...knowledge.outdated],
  };
}

/** Each of the towns as changes of slots. */
function* changesOf(
  towns: readonly PossibleTowns[],
  { slots }: Knowledge,
): Iterable<ReadonlyMap<number, number>> {
  const keyOf = (as_of: string, cell: string, measure: string) => `${as_of}|${cell}|${measure}`;
  const index = new Map(slots.map((slot, i) => [keyOf(slot.as_of, slot.cell, slot.measure), i]));
  for (const { dates, moves, factors } of towns) {
    for (const ofDates of factors) {
      const changes = new Map<number, number>();
      for (const { people, measure, by } of moves) {
        dates.forEach((as_of, t) => {
          const slot = ofDates[t] ? index.get(keyOf(as_of, people, measure)) : undefined;
          if (slot !== undefined) changes.set(slot, by * ofDates[t]!);
        });
      }
      if (changes.size > 0) yield changes;
    }
  }
}

const isHidden = ({ slots }: Knowledge, i: number): boolean =>
  slots[i]!.told === null || slots[i]!.told_by !== null;

/** The value that may be the narrowest of all and is not solved for yet; null once the narrowest is known. */
function narrowest(reach: Reach, counts: (i: number) => boolean): number | null {
  let least: number | null = null;
  for (const i of reach.open) {
    if (!counts(i)) continue;
    const [own, best] = [reach.width(i), least === null ? Infinity : reach.width(least)];
    if (own < best || (own === best && reach.isExact(i))) least = i;
  }
  return least === null || reach.isExact(least) ? null : least;
}

/** Of values that are too narrow those that earlier releases and orders alone leave no wider. */
function exposedOf(
  narrow: readonly number[],
  reach: Reach,
  about: {
    release: PublishedTables;
    earlier: readonly PublishedTables[];
    solver: LpSolver;
    knowledge: Knowledge;
    truth: Truth | undefined;
  },
): Set<number> {
  if (narrow.length === 0) return new Set();
  const { release, earlier, solver, knowledge, truth } = about;
  const before = readKnowledge(untold(release), earlier, truth ?? null, { isOutdatedKnown: true });
  const { orders } = assume(before, solver, truth !== undefined);
  const then = new Reach(before, componentsOf(before, orders) ?? [], solver);
  const keyOf = ({ as_of, cell, measure }: Knowledge["slots"][number]) => `${as_of}|${cell}|${measure}`;
  const index = new Map(before.slots.map((slot, i) => [keyOf(slot), i]));
  const exposed = narrow.filter((i) => {
    const own = index.get(keyOf(knowledge.slots[i]!))!;
    then.solve(own);
    return then.width(own) <= reach.width(i);
  });
  then.close();
  return new Set(exposed);
}

/** The release as if it told residents alone. */
const untold = (tables: PublishedTables): PublishedTables => ({
  ...tables,
  rows: tables.rows.map((row) => ({
    ...row,
    applications: null,
    issued: null,
    held: null,
    hidden: [
      ...row.hidden,
      ...(["applications", "issued", "held"] as const).filter((measure) => row[measure] !== null),
    ],
  })),
});

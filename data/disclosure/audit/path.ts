import type { Direction, Limits } from "./direction.js";
import { ORDER_INDEXES, variable, type Published, type System } from "./system.js";

/** The whole-number factors a direction may take on each date, least and most; both paths are possible towns. */
export interface Path {
  least: Int32Array;
  most: Int32Array;
}

/** Whole multiples that fit in a room. */
const fit = (room: number, by: number): number => Math.floor(room / Math.abs(by));

/**
 * How far a direction may be followed on every date, all dates together. Rounding of the solver does not
 * matter here: everything is checked again in whole numbers, and a direction that moves a told sum, or leaves
 * and finds no room, gets 0.
 *
 * Bounds of one date and of two linked dates are difference constraints; their largest solution is largest
 * on every date at once, and so is the smallest.
 */
export function pathOf(system: System, published: Published, direction: Direction, mask: number): Path {
  const { low, high, steps } = (direction.limits ??= limitsOf(system, direction));
  const possible = system.dates.map((_, t) => isPossible(system, published, direction, t, mask));
  const least = low.map((factor, t) => (possible[t] ? factor : 0));
  const most = high.map((factor, t) => (possible[t] ? factor : 0));
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (
      into: Int32Array,
      t: number,
      bound: number,
      better: (a: number, b: number) => boolean,
    ) => {
      if (!better(bound, into[t]!)) return;
      into[t] = bound;
      changed = true;
    };
    const below = (a: number, b: number): boolean => a < b;
    const above = (a: number, b: number): boolean => a > b;
    const pass = ({ from, to, fall, rise }: (typeof steps)[number]): void => {
      narrow(most, to, most[from]! + rise, below);
      narrow(most, from, most[to]! + fall, below);
      narrow(least, to, least[from]! - fall, above);
      narrow(least, from, least[to]! - rise, above);
    };
    steps.forEach(pass);
    steps.toReversed().forEach(pass);
  }
  return { least, most };
}

/** What the room of each date and of each two linked dates leaves to the factors, whatever is told. */
function limitsOf(system: System, direction: Direction): Limits {
  const { dates, counts, links } = system;
  const low = new Int32Array(dates.length);
  const high = new Int32Array(dates.length);
  for (let t = 0; t < dates.length; t++) {
    if (system.layoutAt[t] === direction.layout) [low[t], high[t]] = factorsOn(system, direction, t);
  }
  const steps = links.flatMap(({ from, to, slack }) => {
    let fall = Infinity;
    let rise = Infinity;
    for (const [v, by] of direction.moves) {
      const room = slack[v]!;
      if (room === Infinity || Number.isNaN(counts[from]![v]!) || Number.isNaN(counts[to]![v]!)) continue;
      if (by > 0) fall = Math.min(fall, fit(room, by));
      else rise = Math.min(rise, fit(room, by));
    }
    return fall < Infinity || rise < Infinity ? [{ from, to, fall, rise }] : [];
  });
  return { low, high, steps };
}

/** The figures of the date are those the direction moves, all of a measure or none, and no told sum moves. */
function isPossible(
  { layoutAt, leafCount, counts }: System,
  { fixed }: Published,
  { layout, moves }: Direction,
  t: number,
  mask: number,
): boolean {
  if (layoutAt[t] !== layout) return false;
  const supplied: (boolean | undefined)[] = [];
  for (const [v] of moves) {
    if (fixed[t]![v]! & mask) return false;
    if (v >= leafCount * 3) continue;
    const here = !Number.isNaN(counts[t]![v]!);
    if ((supplied[v % 3] ??= here) !== here) return false;
  }
  return supplied.includes(true);
}

/** A factor beyond this says nothing more; unbounded directions stop here. */
const MOST = 1_000_000;

function factorsOn({ down, up, orders, counts }: System, { moves }: Direction, t: number): [number, number] {
  let low = -MOST;
  let high = MOST;
  const by = new Map(moves);
  const limit = (room: number, factor: number): void => {
    if (factor === 0 || room === Infinity) return;
    if (factor > 0) low = Math.max(low, -fit(room, factor));
    else high = Math.min(high, fit(room, factor));
  };
  for (const [v, factor] of moves) {
    if (Number.isNaN(counts[t]![v]!)) continue;
    limit(down[t]![v]!, factor);
    limit(up[t]![v]!, -factor);
    const form = Math.floor(v / 3);
    ORDER_INDEXES.forEach(([more, less], k) => {
      const apart = (by.get(variable(form, more!)) ?? 0) - (by.get(variable(form, less!)) ?? 0);
      limit(orders[t]![form * 3 + k]!, apart);
    });
  }
  return [low, high];
}

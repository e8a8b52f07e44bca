import { MEASURES, type Measure } from "../../contract/figure.js";
import type { ProtectedLabel } from "./label.js";
import type { Layout } from "./layout.js";

/** Measures whose order in a cell an attacker may assume where the truth obeys it: the first is not smaller. */
export const ORDERS: readonly (readonly [Measure, Measure])[] = [
  ["applications", "issued"],
  ["issued", "held"],
  ["applications", "held"],
];
export const ORDER_INDEXES = ORDERS.map(([more, less]) => [MEASURES.indexOf(more), MEASURES.indexOf(less)]);

/** A measure of a form may not fall from one date to a later one by more than it rises in truth. */
export interface Link {
  from: number;
  to: number;
  /** By variable: the true increment; Infinity where nothing may be assumed. */
  slack: Float64Array;
}

/** A hidden value to be proven: cell × measure × date. */
export interface Target {
  cell: number;
  measure: number;
  date: number;
  /** How many possibilities beside one it must have: the policy's smallest count, or all its cell has room for. */
  need: number;
  /** Told by an earlier release: as it still is, or before it was corrected. */
  earlier: "no" | "same" | "corrected";
}

/** Who told a value: bits of `Published.fixed`. */
export const TOLD_NOW = 1;
export const TOLD_EARLIER = 2;
/** An earlier release told it, and its figures have been corrected since. */
export const TOLD_BEFORE_CORRECTION = 4;

/** What the releases told and hid, by date. */
export interface Published {
  /** By variable: bits of who told it. */
  fixed: readonly Uint8Array[];
  targets: readonly Target[];
}

/**
 * Everything an attacker may use, seen from the true figures: how far each may be moved. A **form** is a leaf (a
 * figure of the ledger: district × age × sex) or a cell of the published tables; leaves come first. A
 * **variable** is form × measure, `form * 3 + measure`. Arrays by date hold the least room over all releases'
 * versions of the figures; where only leaves limit a cell, its own room is Infinity.
 */
export interface System {
  dates: readonly string[];
  leafCount: number;
  cells: readonly ProtectedLabel[];
  layouts: readonly Layout[];
  /** The layout of each date; null where releases differ in it: figures of that date are not moved. */
  layoutAt: readonly (Layout | null)[];
  /** The true counts; NaN where not supplied. */
  counts: readonly Float64Array[];
  down: readonly Float64Array[];
  up: readonly Float64Array[];
  /** `form * 3 + order`: how far apart the two measures of an order are. */
  orders: readonly Float64Array[];
  links: readonly Link[];
  /** By date and variable: the most a count may be when nothing at all is published. */
  caps: readonly Float64Array[];
  /** The least room over several dates, by those dates; filled as it is asked for. */
  merged: Map<string, Rooms>;
}

export interface Rooms {
  down: Float64Array;
  up: Float64Array;
  orders: Float64Array;
}

/** The least room of every variable over some dates, one or more. */
export function roomsOver(system: System, dates: readonly number[]): Rooms {
  const [first, ...others] = dates as [number, ...number[]];
  const rooms = { down: system.down[first]!, up: system.up[first]!, orders: system.orders[first]! };
  if (others.length === 0) return rooms;
  const key = dates.join();
  let merged = system.merged.get(key);
  if (!merged) {
    const over = (of: readonly Float64Array[]): Float64Array =>
      of[first]!.map((room, i) => others.reduce((least, t) => Math.min(least, of[t]![i]!), room));
    merged = { down: over(system.down), up: over(system.up), orders: over(system.orders) };
    system.merged.set(key, merged);
  }
  return merged;
}

export const variable = (form: number, measure: number): number => form * 3 + measure;

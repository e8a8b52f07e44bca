import { MEASURES, type Measure } from "../../contract/figure.js";
import type { LpRow, LpSolver } from "../solve/lp-solver.js";
import { sumsOf } from "./sums.js";
import type { PublishedRow, PublishedTables } from "./published-tables.js";

/**
 * What somebody who reads takes for granted of counts that are hidden: no more than the residents, and held cards no
 * more than issued ones, those no more than applications.
 */
export type Assumption = "residents" | "orders";

/** Given up, as little as may be, where the told values contradict it. */
const GIVEN_UP: readonly (readonly Assumption[])[] = [[], ["residents"], ["orders"], ["residents", "orders"]];

/** One unknown or told count of a date. */
export interface Slot {
  row: PublishedRow;
  measure: Measure;
  told: number | null;
  lower: number;
  upper: number;
  /** What the cell's own told values, of all dates, leave of it: no hidden value can be wider than that. */
  room: number;
}

/** Pairs of measures of which the second cannot be more. */
const ORDERS = [
  ["applications", "issued"],
  ["issued", "held"],
  ["applications", "held"],
] as const satisfies readonly (readonly [Measure, Measure])[];

/** All that is published of one date as a linear system. */
export interface DateProgram {
  as_of: string;
  slots: Slot[];
  rows: LpRow[];
  /** Assumptions that the told values of the date contradict. */
  broken: readonly Assumption[];
}

/** @throws Error where the told values contradict each other whatever is assumed: they are no one release's. */
export function dateProgram(
  as_of: string,
  rows: readonly PublishedRow[],
  tables: PublishedTables,
  solver: LpSolver,
): DateProgram {
  for (const broken of GIVEN_UP) {
    const program = build(as_of, rows, tables, broken);
    if (solve(program, solver, null, 1)) return program;
  }
  throw new Error(`the told values of ${as_of} contradict each other`);
}

function build(
  as_of: string,
  rows: readonly PublishedRow[],
  tables: PublishedTables,
  broken: readonly Assumption[],
): DateProgram {
  const slots: Slot[] = [];
  const columns = new Map<PublishedRow, Partial<Record<Measure, number>>>();
  for (const row of rows) {
    const own: Partial<Record<Measure, number>> = {};
    for (const measure of MEASURES) {
      if (row[measure] === null && !row.hidden.includes(measure)) continue;
      own[measure] = slots.length;
      slots.push(slotOf(row, measure, broken));
    }
    columns.set(row, own);
  }
  const system: LpRow[] = [];
  for (const { total, parts } of sumsOf(rows, tables)) {
    for (const measure of MEASURES) {
      const indexes = [total, ...parts].map((row) => columns.get(row)![measure]);
      if (indexes.includes(undefined)) continue;
      const values = indexes.map((_, i) => (i === 0 ? -1 : 1));
      system.push({ columns: indexes as number[], values, lower: 0, upper: 0 });
    }
  }
  for (const own of broken.includes("orders") ? [] : columns.values()) {
    for (const [more, less] of ORDERS) {
      const [a, b] = [own[more], own[less]];
      if (a === undefined || b === undefined) continue;
      const told = [slots[a]!.told, slots[b]!.told];
      if (told[0] !== null && told[1] !== null) continue;
      system.push({ columns: [a, b], values: [1, -1], lower: 0, upper: Infinity });
    }
  }
  return { as_of, slots, rows: system, broken };
}

function slotOf(row: PublishedRow, measure: Measure, broken: readonly Assumption[]): Slot {
  const told = row[measure];
  if (told !== null) return { row, measure, told, lower: told, upper: told, room: 0 };
  const ordered = !broken.includes("orders");
  const above = ORDERS.flatMap(([more, less]) => (less === measure && ordered ? [row[more]] : []));
  const below = ORDERS.flatMap(([more, less]) => (more === measure && ordered ? [row[less]] : []));
  const numbers = (list: readonly (number | null)[]) => list.filter((n) => n !== null);
  // Without the residents as a limit a count is still no more than half as many again: intake refuses that.
  const most = broken.includes("residents") ? Math.ceil(1.5 * row.population) : row.population;
  const lower = Math.max(0, ...numbers(below));
  const upper = Math.max(lower, Math.min(most, ...numbers(above)));
  return { row, measure, told: null, lower, upper, room: upper - lower };
}

/** Carries bounds from each measure of a cell to those it limits. @returns whether any of them narrowed. */
export function narrowedByOrder({ slots }: DateProgram): boolean {
  let narrowed = false;
  for (const cell of Map.groupBy(slots, (s) => s.row).values()) {
    for (const [more, less] of ORDERS) {
      const [a, b] = [cell.find((s) => s.measure === more), cell.find((s) => s.measure === less)];
      if (!a || !b) continue;
      if (b.told === null && b.upper > a.upper && a.upper >= b.lower) {
        b.upper = a.upper;
        narrowed = true;
      }
      if (a.told === null && a.lower < b.lower && b.lower <= a.upper) {
        a.lower = b.lower;
        narrowed = true;
      }
    }
  }
  return narrowed;
}

/** The values of the slots where one of them is smallest (1) or largest (−1); null where nothing fits. */
export function solve(
  { slots, rows }: DateProgram,
  solver: LpSolver,
  target: number | null,
  sign: 1 | -1,
): Float64Array | null {
  const cost = new Float64Array(slots.length);
  if (target !== null) cost[target] = sign;
  return solver.solve({
    cost,
    lower: Float64Array.from(slots, (s) => s.lower),
    upper: Float64Array.from(slots, (s) => s.upper),
    rows,
  });
}

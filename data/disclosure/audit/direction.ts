import type { LpRow, LpSolver } from "../solve/lp-solver.js";
import type { Layout } from "./layout.js";
import { ORDER_INDEXES, roomsOver, variable, type Published, type System, type Target } from "./system.js";

/** How far a direction can be followed on each date, and from a date to a linked one. */
export interface Limits {
  low: Int32Array;
  high: Int32Array;
  steps: readonly { from: number; to: number; fall: number; rise: number }[];
}

/**
 * A way to move true figures to others: whole numbers to add to leaves of a layout, which leave every sum that
 * was told as it is. Times a factor of each date it makes another possible town.
 */
export interface Direction {
  /** Worked out when the direction is first followed. */
  limits?: Limits;
  layout: Layout;
  /** Leaf and cell variables that move, and by how much. */
  moves: readonly (readonly [v: number, by: number])[];
}

export interface DirectionQuery {
  target: Target;
  sign: 1 | -1;
  /** Dates whose room the direction must keep to; all of the target's layout. */
  dates: readonly number[];
  /** Measures that may move along. */
  measures: readonly number[];
  /** Bits of `fixed` that hold a sum in place. */
  mask: number;
  integer: boolean;
}

/** Moving persons about costs little against widening the target, and keeps a direction to few leaves. */
const TARGET_WEIGHT = 1_000;

export interface Programs {
  solver: LpSolver;
  count: number;
  largest: number;
}

/** A direction that moves the target as far as it needs, or as far as there is room; null where there is none. */
export function findDirection(
  system: System,
  { fixed }: Published,
  programs: Programs,
  query: DirectionQuery,
): Direction | null {
  const { target, sign, dates, measures, mask } = query;
  const { leafCount } = system;
  const { down, up, orders } = roomsOver(system, dates);
  const layout = system.layoutAt[target.date]!;
  const columns = new Map<number, number>();
  const lower: number[] = [];
  const upper: number[] = [];
  for (const m of measures) {
    for (const leaf of layout.leaves) {
      const v = variable(leaf, m);
      // A count that no date supplies has no way down either.
      if (down[v] === Infinity) continue;
      let rise = up[v]!;
      let fall = down[v]!;
      ORDER_INDEXES.forEach(([more, less], k) => {
        if (m === more && !measures.includes(less!)) fall = Math.min(fall, orders[leaf * 3 + k]!);
        if (m === less && !measures.includes(more!)) rise = Math.min(rise, orders[leaf * 3 + k]!);
      });
      columns.set(v, lower.length);
      // Up and down apart, so that the sum of both can be kept small.
      lower.push(0, 0);
      upper.push(rise, fall);
    }
  }
  const rows: LpRow[] = [];
  const addRow = (
    vs: readonly (readonly [number, number])[],
    low: number,
    high: number,
    z?: number,
  ): void => {
    const row = { columns: [] as number[], values: [] as number[], lower: low, upper: high };
    for (const [v, factor] of vs) {
      const column = columns.get(v);
      if (column === undefined) continue;
      row.columns.push(column, column + 1);
      row.values.push(factor, -factor);
    }
    if (z !== undefined) {
      row.columns.push(z);
      row.values.push(-1);
    }
    if (row.columns.length > 0) rows.push(row);
  };
  const leavesOf = (cell: number, m: number, factor = 1): [number, number][] =>
    layout.members[cell]!.map((leaf) => [variable(leaf, m), factor]);

  const seen = new Set<string>();
  layout.members.forEach((leaves, cell) => {
    if (!leaves) return;
    const form = leafCount + cell;
    for (const m of measures) {
      const v = variable(form, m);
      if (dates.some((t) => fixed[t]![v]! & mask)) {
        const key = `${m} ${leaves.join()}`;
        if (!seen.has(key)) addRow(leavesOf(cell, m), 0, 0);
        seen.add(key);
      } else if (up[v]! < Infinity) addRow(leavesOf(cell, m), -Infinity, up[v]!);
    }
  });
  const forms = [...layout.leaves, ...layout.members.flatMap((l, cell) => (l ? [leafCount + cell] : []))];
  // Applications above issued above held leave nothing to ask of applications and held.
  const isBetween = (form: number): boolean =>
    orders[form * 3]! < Infinity && orders[form * 3 + 1]! < Infinity;
  ORDER_INDEXES.forEach(([more, less], k) => {
    for (const form of forms) {
      const isLeaf = form < leafCount;
      if (isLeaf && !(measures.includes(more!) && measures.includes(less!))) continue;
      const slack = orders[form * 3 + k]!;
      if (slack === Infinity || (k === 2 && isLeaf && isBetween(form))) continue;
      const terms = (m: number, factor: number): [number, number][] =>
        !measures.includes(m)
          ? []
          : isLeaf
            ? [[variable(form, m), factor]]
            : leavesOf(form - leafCount, m, factor);
      addRow([...terms(more!, 1), ...terms(less!, -1)], -slack, Infinity);
    }
  });
  const z = lower.length;
  lower.push(0);
  upper.push(target.need);
  addRow(leavesOf(target.cell, target.measure, sign), 0, 0, z);

  const cost = new Float64Array(z + 1).fill(1);
  cost[z] = -TARGET_WEIGHT;
  programs.count++;
  programs.largest = Math.max(programs.largest, z + 1);
  const solution = programs.solver.solve({
    cost,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    rows,
    integer: query.integer,
  });
  if (!solution || solution[z]! < 0.5) return null;
  const leaves = new Map<number, number>();
  for (const [v, column] of columns) {
    const by = Math.round(solution[column]! - solution[column + 1]!);
    if (by !== 0) leaves.set(v, by);
  }
  return withCells(system, layout, leaves);
}

/** Adds to moved leaves the cells that move with them. */
function withCells(
  { leafCount }: System,
  layout: Layout,
  leaves: ReadonlyMap<number, number>,
): Direction | null {
  if (leaves.size === 0) return null;
  const moves: [number, number][] = [...leaves];
  layout.members.forEach((inside, cell) => {
    if (!inside) return;
    for (let m = 0; m < 3; m++) {
      const by = inside.reduce((sum, leaf) => sum + (leaves.get(variable(leaf, m)) ?? 0), 0);
      if (by !== 0) moves.push([variable(leafCount + cell, m), by]);
    }
  });
  return { layout, moves };
}

import type { LpRow } from "../solve/lp-solver.js";
import type { Programs } from "./direction.js";
import { ORDER_INDEXES, variable, type Published, type System, type Target } from "./system.js";

/** Beyond this many columns the whole system is not solved at once, and what is not proven counts as narrow. */
export const LARGEST_EXACT_PROGRAM = 6_000;

/** Another possible town: by date, how much each variable differs from the truth. */
export type Alternative = readonly Float64Array[];

interface Program {
  columns: Map<number, number>;
  lower: Float64Array;
  upper: Float64Array;
  rows: LpRow[];
  width: number;
}

/** The whole coupled system as one program: all dates, measures, tables and releases; null where too large. */
export function exactProgram(system: System, { fixed }: Published, mask: number): Program | null {
  const { leafCount, layoutAt, counts, down, up, orders, links } = system;
  const width = counts[0]!.length;
  const columns = new Map<number, number>();
  const lower: number[] = [];
  const upper: number[] = [];
  layoutAt.forEach((layout, t) => {
    for (const leaf of layout?.leaves ?? []) {
      for (let m = 0; m < 3; m++) {
        const v = variable(leaf, m);
        if (Number.isNaN(counts[t]![v]!)) continue;
        columns.set(t * width + v, lower.length);
        lower.push(-down[t]![v]!);
        upper.push(up[t]![v]!);
      }
    }
  });
  if (lower.length > LARGEST_EXACT_PROGRAM) return null;
  const rows: LpRow[] = [];
  const leavesOf = (t: number, form: number, m: number, factor: number): [number, number][] =>
    (form < leafCount ? [form] : (layoutAt[t]?.members[form - leafCount] ?? [])).flatMap(
      (leaf): [number, number][] => {
        const column = columns.get(t * width + variable(leaf, m));
        return column === undefined ? [] : [[column, factor]];
      },
    );
  const addRow = (terms: readonly [number, number][], low: number, high: number): void => {
    if (terms.length === 0) return;
    rows.push({ columns: terms.map(([c]) => c), values: terms.map(([, f]) => f), lower: low, upper: high });
  };
  layoutAt.forEach((layout, t) => {
    if (!layout) return;
    for (let form = 0; form < width / 3; form++) {
      for (let m = 0; m < 3; m++) {
        const v = variable(form, m);
        if (form < leafCount || Number.isNaN(counts[t]![v]!)) continue;
        if (fixed[t]![v]! & mask) addRow(leavesOf(t, form, m, 1), 0, 0);
        else if (up[t]![v]! < Infinity) addRow(leavesOf(t, form, m, 1), -Infinity, up[t]![v]!);
      }
      ORDER_INDEXES.forEach(([more, less], k) => {
        const slack = orders[t]![form * 3 + k]!;
        if (slack === Infinity) return;
        addRow([...leavesOf(t, form, more!, 1), ...leavesOf(t, form, less!, -1)], -slack, Infinity);
      });
    }
  });
  for (const { from, to, slack } of links) {
    for (let v = 0; v < width; v++) {
      if (slack[v] === Infinity) continue;
      const form = Math.floor(v / 3);
      addRow([...leavesOf(to, form, v % 3, 1), ...leavesOf(from, form, v % 3, -1)], -slack[v]!, Infinity);
    }
  }
  return { columns, lower: Float64Array.from(lower), upper: Float64Array.from(upper), rows, width };
}

/** The possible town in which the target is largest (sign 1) or smallest; null where the solver finds none. */
export function extremeTown(
  system: System,
  program: Program,
  programs: Programs,
  target: Target,
  sign: 1 | -1,
): Alternative | null {
  const { columns, lower, upper, rows, width } = program;
  const cost = new Float64Array(lower.length);
  // Beyond what is needed a value proves nothing more, and a count without residents' bound has no largest.
  const most = target.need;
  const inside = system.layoutAt[target.date]!.members[target.cell]!.map((leaf) =>
    columns.get(target.date * width + variable(leaf, target.measure))!,
  );
  for (const column of inside) cost[column] = -sign;
  const capped: LpRow = {
    columns: inside,
    values: inside.map(() => 1),
    lower: sign < 0 ? -most : -Infinity,
    upper: sign > 0 ? most : Infinity,
  };
  const solve = (integer: boolean) => {
    programs.count++;
    programs.largest = Math.max(programs.largest, lower.length);
    return programs.solver.solve({ cost, lower, upper, rows: [...rows, capped], integer });
  };
  let solution = solve(false);
  if (solution?.some((x) => Math.abs(x - Math.round(x)) > 1e-6)) solution = solve(true);
  if (!solution) return null;
  const town = system.dates.map(() => new Float64Array(width));
  for (const [key, column] of columns)
    town[Math.floor(key / width)]![key % width] = Math.round(solution[column]!);
  sumCells(system, town);
  return town;
}

function sumCells({ layoutAt, leafCount }: System, town: readonly Float64Array[]): void {
  layoutAt.forEach((layout, t) => {
    layout?.members.forEach((leaves, cell) => {
      if (!leaves) return;
      for (let m = 0; m < 3; m++) {
        const sum = leaves.reduce((total, leaf) => total + town[t]![variable(leaf, m)]!, 0);
        town[t]![variable(leafCount + cell, m)] = sum;
      }
    });
  });
}

/** Whether another town, in whole numbers, agrees with everything that was told and every order assumed. */
export function isPossibleTown(
  { counts, down, up, orders, links }: System,
  { fixed }: Published,
  town: Alternative,
  mask: number,
): boolean {
  const within = town.every((by, t) =>
    by.every((x, v) => {
      if (Number.isNaN(counts[t]![v]!)) return true;
      if (x !== 0 && fixed[t]![v]! & mask) return false;
      return x >= -down[t]![v]! && x <= up[t]![v]!;
    }),
  );
  const ordered = town.every((by, t) =>
    orders[t]!.every((slack, i) => {
      if (slack === Infinity) return true;
      const [more, less] = ORDER_INDEXES[i % 3] as [number, number];
      const form = Math.floor(i / 3);
      return by[variable(form, more)]! - by[variable(form, less)]! >= -slack;
    }),
  );
  return (
    within &&
    ordered &&
    links.every(({ from, to, slack }) =>
      slack.every((room, v) => room === Infinity || town[to]![v]! - town[from]![v]! >= -room),
    )
  );
}

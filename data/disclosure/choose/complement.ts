import { MEASURES, type Measure } from "../../contract/figure.js";
import type { Pattern } from "../pattern.js";
import type { DisclosurePolicy } from "../policy.js";
import type { LpRow, LpSolver } from "../solve/lp-solver.js";
import { seriesKey, type CellSeries, type CountTable } from "../table.js";
import type { Family } from "./families.js";
import { isTown, weightOf } from "./weight.js";

/** How far a series may be moved by one amount on all dates. */
function roomOf({ population, measures }: CellSeries, measure: Measure): { down: number; up: number } {
  const room = { down: Infinity, up: Infinity };
  measures[measure].forEach((count, t) => {
    if (count === null) return;
    room.down = Math.min(room.down, count);
    if (count <= population[t]!) room.up = Math.min(room.up, population[t]! - count);
  });
  return room;
}

/**
 * Chooses series to hide beside those that must be: for each hidden series in turn the cheapest set through
 * which it could be larger or smaller by the policy's smallest count on all dates, as a linear program over
 * the cells of its measure (the heuristic of Sande and Kelly). What is hidden already costs nothing.
 * It proves nothing: a series that finds no room without the town's own total is left for the audit to judge.
 * @returns the series to add.
 */
export function chooseComplements(
  table: CountTable,
  families: readonly Family[],
  pattern: Pattern,
  policy: DisclosurePolicy,
  solver: LpSolver,
): Set<string> {
  const added = new Set<string>();
  for (const measure of MEASURES) {
    const supplied = table.series.map((s) => s.measures[measure].some((count) => count !== null));
    const rows = families.flatMap(({ total, parts }): LpRow[] => {
      if (!supplied[total]) return [];
      const inside = parts.filter((i) => supplied[i]);
      if (inside.length === 0) return [];
      const columns = [total, ...inside].flatMap((i) => [2 * i, 2 * i + 1]);
      const values = [total, ...inside].flatMap((_, k) => (k === 0 ? [1, -1] : [-1, 1]));
      return [{ columns, values, lower: 0, upper: 0 }];
    });
    const rooms = table.series.map((s) => roomOf(s, measure));
    const hidden = (i: number): boolean => {
      const key = seriesKey(table.series[i]!.cell.key, measure);
      return pattern.has(key) || added.has(key);
    };
    const bySize = table.series
      .flatMap((_, i) => (supplied[i] && hidden(i) ? [i] : []))
      .sort((a, b) => weightOf(table.series[b]!, measure) - weightOf(table.series[a]!, measure));
    for (const i of bySize) {
      for (const j of cheapestSet(table, rows, rooms, supplied, i, measure, hidden, policy, solver) ?? []) {
        added.add(seriesKey(table.series[j]!.cell.key, measure));
      }
    }
  }
  return added;
}

function cheapestSet(
  table: CountTable,
  rows: readonly LpRow[],
  rooms: readonly { down: number; up: number }[],
  supplied: readonly boolean[],
  target: number,
  measure: Measure,
  hidden: (i: number) => boolean,
  policy: DisclosurePolicy,
  solver: LpSolver,
): number[] | null {
  let best: { cost: number; set: number[] } | null = null;
  for (const sign of [1, -1] as const) {
    const { down, up } = rooms[target]!;
    if ((sign > 0 ? up : down) < policy.smallestCount) continue;
    const n = table.series.length * 2;
    const problem = {
      cost: new Float64Array(n),
      lower: new Float64Array(n),
      upper: new Float64Array(n),
      rows,
    };
    table.series.forEach((series, i) => {
      if (!supplied[i] || (isTown(series) && !hidden(i))) return;
      // A little even for hidden ones, so that no persons are moved about for nothing.
      problem.cost.fill(hidden(i) ? 0.001 : weightOf(series, measure), 2 * i, 2 * i + 2);
      problem.upper[2 * i] = rooms[i]!.up;
      problem.upper[2 * i + 1] = rooms[i]!.down;
    });
    const moving = sign > 0 ? 2 * target : 2 * target + 1;
    problem.lower[moving] = problem.upper[moving] = policy.smallestCount;
    problem.upper[sign > 0 ? 2 * target + 1 : 2 * target] = 0;
    const solution = solver.solve(problem);
    if (!solution) continue;
    const set = table.series.flatMap((_, i) =>
      !hidden(i) && Math.abs(solution[2 * i]! - solution[2 * i + 1]!) > 1e-6 ? [i] : [],
    );
    const cost = set.reduce((sum, i) => sum + weightOf(table.series[i]!, measure), 0);
    if (!best || cost < best.cost) best = { cost, set };
  }
  return best?.set ?? null;
}

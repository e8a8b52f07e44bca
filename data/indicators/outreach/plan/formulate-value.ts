import type { Problem } from "./model.js";
import type { Column, Row, SumOf } from "./solver.js";
import type { Tangents } from "./tangents.js";
import { fixedCounts, reachedIn } from "./value.js";

/** What sites do below their lines, what cells give below theirs; the sessions planned already are constants. */
export function addValue(
  problem: Problem,
  { sites, cells }: Tangents,
  sum: SumOf,
  columns: Column[],
  rows: Row[],
): void {
  const { options } = problem;
  const fixed = fixedCounts(problem);
  const before = reachedIn(problem, fixed);
  const into: { column: number; factor: number }[][] = problem.cells.map(() => []);
  const constant = new Float64Array(problem.cells.length);
  for (const [s, site] of problem.sites.entries()) {
    const here = site.options.filter((i) => options[i]!.days.length > 0 || fixed[i]! > 0);
    if (here.length === 0) continue;
    const planned = here.reduce((total, i) => total + options[i]!.hazard * fixed[i]!, 0);
    const effort = sum(here, (i) => options[i]!.hazard);
    if (sites[s]!.length === 0) {
      for (const { cell, part } of site.reach) {
        constant[cell]! += part * planned;
        into[cell]!.push(...effort.map(({ column, factor }) => ({ column, factor: factor * part })));
      }
      continue;
    }
    const works = columns.push({ gain: 0, lower: 0, upper: 1 / site.tiring, whole: false }) - 1;
    for (const { slope, rise } of sites[s]!) {
      const terms = effort.map(({ column, factor }) => ({ column, factor: -slope * factor }));
      rows.push({
        lower: -Infinity,
        upper: rise + slope * planned,
        sum: [{ column: works, factor: 1 }, ...terms],
      });
    }
    for (const { cell, part } of site.reach) into[cell]!.push({ column: works, factor: part });
  }
  for (const [c, lines] of cells.entries()) {
    const { weight, people } = problem.cells[c]!;
    if (lines.length === 0 || into[c]!.length === 0) continue;
    // Beyond those whom the planned sessions reach: the objective is the plan's alone.
    const gives = columns.push({ gain: weight, lower: 0, upper: people, whole: false }) - 1;
    for (const { slope, rise } of lines) {
      const terms = into[c]!.map(({ column, factor }) => ({ column, factor: -slope * factor }));
      rows.push({
        lower: -Infinity,
        upper: rise + slope * constant[c]! - before[c]!,
        sum: [{ column: gives, factor: 1 }, ...terms],
      });
    }
  }
}

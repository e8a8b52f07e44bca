import { allocate, bySystematicSampling } from "./allocate.js";
import { CELLS, populateCells } from "./population-cells.js";
import { around1, type Random } from "./random.js";
import type { TownTotal } from "./town-plan.js";

/** Applications of a cell stay within this multiple of its residents, now and later. */
const MAX_APPLICATIONS_PER_RESIDENT = 1.4;

/** The share of those who applied that applies again (renewal, loss) beside those who apply first. */
const RENEWAL_WEIGHT = 0.01;

/** The counts of all cells on one as-of date, each list in the order of CELLS. */
export interface MonthOfCells {
  total: TownTotal;
  population: readonly number[];
  applications: readonly number[];
  issued: readonly number[];
  held: readonly number[] | null;
}

/** Shares a count out over the cells, none beyond its most. */
type Share = (count: number, weights: readonly number[], most: readonly number[]) => number[];

const add = (a: readonly number[], b: readonly number[]): number[] => a.map((n, i) => n + b[i]!);
const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** The most applications each cell may have on each date: a later, smaller population binds earlier dates. */
function applicationCaps(populations: readonly (readonly number[])[]): number[][] {
  const caps: number[][] = [];
  let lowest = populations.at(-1)!;
  for (let i = populations.length - 1; i >= 0; i--) {
    lowest = lowest.map((n, k) => Math.min(n, populations[i]![k]!));
    caps[i] = lowest.map((n) => Math.floor(n * MAX_APPLICATIONS_PER_RESIDENT));
  }
  return caps;
}

/**
 * Splits the town's totals over the cells, date by date. Applications and issued cards never fall in a
 * cell, because only increments are shared out; holders may, as people die and move.
 */
export function spreadAdoption(plan: readonly TownTotal[], random: Random): MonthOfCells[] {
  const people = populateCells();
  const populations = plan.map((total) => people.get(total.population_as_of)!);
  const caps = applicationCaps(populations);
  const eager = CELLS.map(() => around1(random, 0.12));
  const share: Share = (count, weights, most) =>
    allocate(count, weights, most, bySystematicSampling(random()));
  const months: MonthOfCells[] = [];
  let applications = CELLS.map(() => 0);
  let issued = CELLS.map(() => 0);
  let held: number[] | null = null;
  for (const [t, total] of plan.entries()) {
    const population = populations[t]!;
    const wanting = CELLS.map(({ district, age }, i) => {
      const missing = Math.max(0, age.reach * district.reach * population[i]! - applications[i]!);
      return (missing * age.early * district.early + RENEWAL_WEIGHT * applications[i]!) * eager[i]!;
    });
    const room = caps[t]!.map((cap, i) => Math.max(0, cap - applications[i]!));
    applications = add(applications, share(total.applications - sum(applications), wanting, room));

    const waiting = applications.map((n, i) => n - issued[i]!);
    const fetching = waiting.map((n, i) => n * CELLS[i]!.district.early);
    issued = add(issued, share(total.issued - sum(issued), fetching, waiting));

    if (total.held !== null) {
      held = spreadHolders(share, total.held, held, { population, before: populations[t - 1]!, issued });
    }
    months.push({ total, population, applications, issued, held });
  }
  return months;
}

/** Holders of a date from those of the date before: they shrink with the cell, then the rest is shared out. */
function spreadHolders(
  share: Share,
  target: number,
  previous: readonly number[] | null,
  now: { population: readonly number[]; before: readonly number[]; issued: readonly number[] },
): number[] {
  const inclined = CELLS.map(({ district, age }) => age.holding * district.reach);
  const most = now.population.map((n, i) => Math.min(n, now.issued[i]!));
  if (!previous)
    return share(
      target,
      most.map((n, i) => n * inclined[i]!),
      most,
    );
  const kept = previous.map((n, i) => {
    const before = now.before[i]!;
    const after = now.population[i]!;
    return Math.min(most[i]!, after < before ? Math.floor((n * after) / before) : n);
  });
  const missing = target - sum(kept);
  if (missing < 0) {
    const fewer = share(-missing, kept, kept);
    return kept.map((n, i) => n - fewer[i]!);
  }
  const room = most.map((n, i) => n - kept[i]!);
  return add(
    kept,
    share(
      missing,
      room.map((n, i) => n * inclined[i]!),
      room,
    ),
  );
}

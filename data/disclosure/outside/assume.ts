import type { LpRow, LpSolver } from "../solve/lp-solver.js";
import { componentsOf, programOf } from "./component.js";
import type { Knowledge, Slot } from "./knowledge.js";

/**
 * What somebody who reads takes for granted of counts that are hidden: no more than the residents; held cards no
 * more than issued ones, those no more than applications; applications and issued cards never falling.
 */
export type Assumption = "residents" | "orders" | "time";

/** One count that is no smaller than another, by index of slot. */
export interface Order {
  more: number;
  less: number;
}

export interface Assumed {
  orders: Order[];
  /** Where the told values contradict an assumption, so that it is given up. */
  broken: { as_of: string; assumption: Assumption }[];
}

const MEASURE_ORDERS = [
  ["applications", "issued"],
  ["issued", "held"],
  ["applications", "held"],
] as const;

/** Given up, as little as may be, where the told values contradict it. */
const GIVEN_UP: readonly (readonly Assumption[])[] = [[], ["residents"], ["orders"], ["residents", "orders"]];

/**
 * Sets the bounds of every slot and says which orders hold. With the true counts at hand whatever they obey is
 * assumed, and nothing else; from outside, whatever the told values do not contradict.
 * @throws Error where told values contradict each other whatever is assumed: they are no one town's.
 */
export function assume(knowledge: Knowledge, solver: LpSolver, isTrueKnown: boolean): Assumed {
  const { slots } = knowledge;
  const cells = new Map<string, Map<string, number>>();
  slots.forEach((slot, i) => {
    const key = `${slot.as_of}|${slot.cell}`;
    const own = cells.get(key) ?? new Map<string, number>();
    cells.set(key, own.set(slot.measure, i));
  });
  const within = Map.groupBy(
    [...cells.values()].flatMap((own): Order[] =>
      MEASURE_ORDERS.flatMap(([a, b]) => {
        const [more, less] = [own.get(a), own.get(b)];
        return more === undefined || less === undefined ? [] : [{ more, less }];
      }),
    ),
    ({ more }) => slots[more]!.as_of,
  );
  const time = linksInTime(slots);
  if (isTrueKnown) {
    const obeyed = ({ more, less }: Order): boolean =>
      (slots[more]!.truth ?? Infinity) >= (slots[less]!.truth ?? 0);
    const most = new Map<string, number>();
    for (const { as_of, population } of slots) most.set(as_of, Math.max(most.get(as_of) ?? 0, population));
    for (const slot of slots) {
      // A count above its residents (reapplications) may be any: no more than the town has, to have an end.
      const isAbove = (slot.truth ?? 0) > slot.population;
      limit(slot, isAbove ? Math.max(most.get(slot.as_of)!, slot.truth!) : slot.population);
    }
    const orders = [...[...within.values()].flat(), ...time].filter(obeyed);
    narrow(slots, orders);
    return { orders, broken: [] };
  }
  const broken: Assumed["broken"] = [];
  const orders = knowledge.dates.flatMap((as_of): Order[] => {
    const ofDate = { ...knowledge, slots: slots.filter((s) => s.as_of === as_of) };
    const index = new Map(ofDate.slots.map((slot, i) => [slot, i]));
    const here = (i: number): number => index.get(slots[i]!)!;
    const sums = knowledge.sums
      .filter(({ total }) => slots[total]!.as_of === as_of)
      .map(({ total, parts }) => ({ total: here(total), parts: parts.map(here) }));
    for (const givenUp of GIVEN_UP) {
      const kept = givenUp.includes("orders") ? [] : (within.get(as_of) ?? []);
      for (const slot of ofDate.slots) {
        // Without the residents as a limit a count is still no more than half as many again: intake refuses that.
        limit(slot, givenUp.includes("residents") ? Math.ceil(1.5 * slot.population) : slot.population);
      }
      const local = kept.map(({ more, less }) => ({ more: here(more), less: here(less) }));
      if (!isPossible({ ...ofDate, sums }, local, solver)) continue;
      broken.push(...givenUp.map((assumption) => ({ as_of, assumption })));
      return kept.filter(({ more, less }) => slots[more]!.told === null || slots[less]!.told === null);
    }
    throw new Error(`the told values of ${as_of} contradict each other`);
  });
  const kept = possibleInTime(knowledge, orders, time, solver);
  for (const { more } of time.filter((link) => !kept.includes(link))) {
    broken.push({ as_of: slots[more]!.as_of, assumption: "time" });
  }
  narrow(slots, [...orders, ...kept]);
  return { orders: [...orders, ...kept], broken };
}

function limit(slot: Slot, most: number): void {
  slot.lower = slot.told ?? 0;
  slot.upper = slot.told ?? most;
}

/** Each series' dates in a row; one whose told counts fall somewhere is not taken to rise. */
function linksInTime(slots: readonly Slot[]): Order[] {
  const series = Map.groupBy(slots.keys(), (i) => `${slots[i]!.cell}|${slots[i]!.measure}`);
  return [...series.values()].flatMap((list) => {
    const dates = list.toSorted((a, b) => (slots[a]!.as_of < slots[b]!.as_of ? -1 : 1));
    if (slots[dates[0]!]!.measure === "held") return [];
    const told = dates.flatMap((i) => slots[i]!.told ?? []);
    if (told.some((count, i) => i > 0 && count < told[i - 1]!)) return [];
    return dates.slice(1).map((more, i) => ({ more, less: dates[i]! }));
  });
}

/** The links in time that may hold together; of those that cannot, the fewest persons' worth is given up. */
function possibleInTime(
  knowledge: Knowledge,
  orders: readonly Order[],
  time: readonly Order[],
  solver: LpSolver,
): readonly Order[] {
  const { slots } = knowledge;
  const open = time.filter(({ more, less }) => slots[more]!.upper >= slots[less]!.lower);
  if (isPossible(knowledge, [...orders, ...open], solver)) return open;
  const kept = new Set(open);
  for (const component of componentsOf(knowledge, [...orders, ...open]) ?? []) {
    const links = component.orders.filter((order) => kept.has(order));
    const { problem, slots: own } = programOf(knowledge, {
      ...component,
      orders: component.orders.filter((order) => !kept.has(order)),
    });
    // One column a link for the persons by which it falls short.
    const columns = own.length;
    const widened = (values: Float64Array, fill: number): Float64Array => {
      const all = new Float64Array(columns + links.length).fill(fill);
      all.set(values);
      return all;
    };
    const columnOf = new Map(own.map((slot, column) => [slot, column]));
    const rows = links.map(({ more, less }, k): LpRow => {
      const parts = [more, less].map((i, n) => ({ column: columnOf.get(i), value: n === 0 ? 1 : -1, i }));
      const told = parts.reduce((n, p) => n + (p.column === undefined ? p.value * slots[p.i]!.lower : 0), 0);
      const inside = parts.filter((p) => p.column !== undefined);
      return {
        columns: [...inside.map((p) => p.column!), columns + k],
        values: [...inside.map((p) => p.value), 1],
        lower: -told,
        upper: Infinity,
      };
    });
    const found = solver.solve({
      cost: widened(problem.cost, 1),
      lower: widened(problem.lower, 0),
      upper: widened(problem.upper, Infinity),
      rows: [...problem.rows, ...rows],
    });
    links.forEach((link, k) => {
      if (!found || found[columns + k]! > 1e-6) kept.delete(link);
    });
  }
  return open.filter((link) => kept.has(link));
}

function isPossible(knowledge: Knowledge, orders: readonly Order[], solver: LpSolver): boolean {
  if (knowledge.slots.some((slot) => slot.lower > slot.upper)) return false;
  const components = componentsOf(knowledge, orders);
  return components?.every((c) => solver.solve(programOf(knowledge, c).problem) !== null) ?? false;
}

/** Carries bounds from count to count along the orders, without any sum; what is left is a cell's own room. */
function narrow(slots: readonly Slot[], orders: readonly Order[]): void {
  const byDate = orders.toSorted((a, b) => (slots[a.more]!.as_of < slots[b.more]!.as_of ? -1 : 1));
  const down = byDate.toReversed();
  for (let again = true; again;) {
    again = false;
    for (const { more, less } of byDate) {
      const [a, b] = [slots[more]!, slots[less]!];
      if (a.told !== null || a.lower >= b.lower || b.lower > a.upper) continue;
      a.lower = b.lower;
      again = true;
    }
    for (const { more, less } of down) {
      const [a, b] = [slots[more]!, slots[less]!];
      if (b.told !== null || b.upper <= a.upper || a.upper < b.lower) continue;
      b.upper = a.upper;
      again = true;
    }
  }
  for (const slot of slots) slot.room = slot.upper - slot.lower;
}

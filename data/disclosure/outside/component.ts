import type { LpProblem, LpRow } from "../solve/lp-solver.js";
import type { Order } from "./assume.js";
import type { Knowledge } from "./knowledge.js";

/** Hidden counts that hang together through sums and orders, over all dates, tables and measures. */
export interface Component {
  /** Slots whose value is open. */
  slots: readonly number[];
  sums: Knowledge["sums"][number][];
  orders: Order[];
}

/** A component, or some of its dates, as a linear program. */
export interface Program {
  problem: LpProblem;
  /** The slot of each column. */
  slots: readonly number[];
}

/** Told counts are constants, and so are those that orders alone leave a single value. */
const isOpen = ({ slots }: Knowledge, i: number): boolean =>
  slots[i]!.told === null && slots[i]!.upper > slots[i]!.lower;

/** @returns null where a sum or an order of constants does not hold. */
export function componentsOf(knowledge: Knowledge, orders: readonly Order[]): Component[] | null {
  const parent = Int32Array.from(knowledge.slots, (_, i) => i);
  const rootOf = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const membersOf = (sum: Knowledge["sums"][number]): number[] => [sum.total, ...sum.parts];
  const openOf = (members: readonly number[]): number[] => members.filter((i) => isOpen(knowledge, i));
  for (const members of [...knowledge.sums.map(membersOf), ...orders.map((o) => [o.more, o.less])]) {
    const open = openOf(members);
    for (const i of open) parent[rootOf(i)] = rootOf(open[0]!);
  }
  const components = new Map<number, Component & { slots: number[] }>();
  for (const i of knowledge.slots.keys()) {
    if (!isOpen(knowledge, i)) continue;
    const root = rootOf(i);
    const own = components.get(root) ?? { slots: [], sums: [], orders: [] };
    components.set(root, own);
    own.slots.push(i);
  }
  const value = (i: number): number => knowledge.slots[i]!.lower;
  for (const sum of knowledge.sums) {
    const [first] = openOf(membersOf(sum));
    if (first !== undefined) components.get(rootOf(first))!.sums.push(sum);
    else if (sum.parts.reduce((n, i) => n + value(i), 0) !== value(sum.total)) return null;
  }
  for (const order of orders) {
    const [first] = openOf([order.more, order.less]);
    if (first !== undefined) components.get(rootOf(first))!.orders.push(order);
    else if (value(order.more) < value(order.less)) return null;
  }
  return [...components.values()];
}

/**
 * The program of a component's slots on some of its dates. What ties them to other dates is left out, so that it
 * allows too much rather than too little.
 */
export function programOf(
  knowledge: Knowledge,
  { slots, sums, orders }: Component,
  isWithin: (slot: number) => boolean = () => true,
): Program {
  const own = slots.filter(isWithin);
  const columnOf = new Map(own.map((slot, column) => [slot, column]));
  const rows: LpRow[] = [];
  const add = (members: readonly number[], values: readonly number[], upper: number): void => {
    let told = 0;
    const [columns, factors]: [number[], number[]] = [[], []];
    for (const [k, i] of members.entries()) {
      const column = columnOf.get(i);
      if (column !== undefined) {
        columns.push(column);
        factors.push(values[k]!);
      } else if (isOpen(knowledge, i)) return;
      else told += values[k]! * knowledge.slots[i]!.lower;
    }
    if (columns.length > 0) rows.push({ columns, values: factors, lower: -told, upper: upper - told });
  };
  for (const { total, parts } of sums) add([total, ...parts], [-1, ...parts.map(() => 1)], 0);
  for (const { more, less } of orders) add([more, less], [1, -1], Infinity);
  return {
    problem: {
      cost: new Float64Array(own.length),
      lower: Float64Array.from(own, (i) => knowledge.slots[i]!.lower),
      upper: Float64Array.from(own, (i) => knowledge.slots[i]!.upper),
      rows,
    },
    slots: own,
  };
}

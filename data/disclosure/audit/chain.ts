import { MEASURES, type Figure } from "../../contract/figure.js";
import type { Layout } from "./layout.js";
import { ORDER_INDEXES, variable, type Link } from "./system.js";

/** One date of one release: residents and counts of every form, NaN where not supplied. */
export interface State {
  layout: Layout;
  population: Float64Array;
  counts: Float64Array;
}

/** Sums a date's figures into leaves and cells. */
export function stateOf(rows: readonly Figure[], layout: Layout, leafCount: number): State {
  const forms = leafCount + layout.members.length;
  const population = new Float64Array(forms).fill(Number.NaN);
  const counts = new Float64Array(forms * 3).fill(Number.NaN);
  rows.forEach((row, i) => {
    const leaf = layout.leaves[i]!;
    population[leaf] = row.population;
    MEASURES.forEach((m, k) => (counts[variable(leaf, k)] = row[m] ?? Number.NaN));
  });
  layout.members.forEach((leaves, i) => {
    if (!leaves) return;
    const cell = leafCount + i;
    population[cell] = leaves.reduce((sum, leaf) => sum + population[leaf]!, 0);
    for (let m = 0; m < 3; m++) {
      counts[variable(cell, m)] = leaves.reduce((sum, leaf) => sum + counts[variable(leaf, m)]!, 0);
    }
  });
  return { layout, population, counts };
}

/** The distance of two counts where their order may be assumed, Infinity where the truth breaks it or lacks one. */
const room = (less: number, more: number): number => (less <= more ? more - less : Infinity);

/**
 * Fills a room for leaves, and for those cells whose leaves do not imply it already: an attacker may assume
 * an order of sums even where one part breaks it.
 */
function fillRoom(
  layout: Layout,
  leafCount: number,
  width: number,
  compute: (form: number, k: number) => number,
): Float64Array {
  const rooms = new Float64Array((leafCount + layout.members.length) * width).fill(Infinity);
  for (const leaf of layout.leaves) {
    for (let k = 0; k < width; k++) rooms[leaf * width + k] = compute(leaf, k);
  }
  layout.members.forEach((leaves, i) => {
    if (!leaves) return;
    for (let k = 0; k < width; k++) {
      if (leaves.every((leaf) => rooms[leaf * width + k]! < Infinity)) continue;
      rooms[(leafCount + i) * width + k] = compute(leafCount + i, k);
    }
  });
  return rooms;
}

/** How far the counts of a date may rise (towards the residents) and measures may approach each other. */
export function roomsOf({ layout, population, counts }: State, leafCount: number) {
  const down = new Float64Array(counts.length).fill(Infinity);
  for (const leaf of layout.leaves) {
    for (let m = 0; m < 3; m++) {
      const count = counts[variable(leaf, m)]!;
      if (!Number.isNaN(count)) down[variable(leaf, m)] = count;
    }
  }
  return {
    down,
    up: fillRoom(layout, leafCount, 3, (form, m) => room(counts[variable(form, m)]!, population[form]!)),
    orders: fillRoom(layout, leafCount, 3, (form, k) => {
      const [more, less] = ORDER_INDEXES[k]!;
      return room(counts[variable(form, less!)]!, counts[variable(form, more!)]!);
    }),
  };
}

/** The links between consecutive dates that supply a variable, in one release. */
export function linksOf(states: readonly { date: number; state: State }[], leafCount: number): Link[] {
  const links = new Map<string, Link>();
  const variables = states[0]?.state.counts.length ?? 0;
  const last = new Int32Array(variables).fill(-1);
  states.forEach(({ date, state }, n) => {
    const link = (from: number): Link => {
      const key = `${from} ${date}`;
      let found = links.get(key);
      if (!found) {
        links.set(
          key,
          (found = { from: states[from]!.date, to: date, slack: new Float64Array(variables).fill(Infinity) }),
        );
      }
      return found;
    };
    // Leaves come before cells, so that a cell finds the links of its leaves.
    for (let v = 0; v < variables; v++) {
      if (Number.isNaN(state.counts[v]!)) continue;
      const from = last[v]!;
      last[v] = n;
      if (from < 0) continue;
      const { slack } = link(from);
      const form = Math.floor(v / 3);
      if (form >= leafCount && impliedByLeaves(states[from]!.state, state, form, v % 3, leafCount, slack)) {
        continue;
      }
      slack[v] = room(states[from]!.state.counts[v]!, state.counts[v]!);
    }
  });
  return [...links.values()];
}

function impliedByLeaves(
  before: State,
  after: State,
  form: number,
  measure: number,
  leafCount: number,
  slack: Float64Array,
): boolean {
  if (before.layout !== after.layout) return false;
  return after.layout.members[form - leafCount]!.every((leaf) => slack[variable(leaf, measure)]! < Infinity);
}

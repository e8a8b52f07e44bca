import type { LpSolver } from "../solve/lp-solver.js";
import {
  dateProgram,
  narrowedByOrder,
  solve,
  type Assumption,
  type DateProgram,
  type Slot,
} from "./date-program.js";
import { cellNames, type PublishedTables } from "./published-tables.js";

/** How far a hidden value can be narrowed down from outside. */
export interface HiddenBounds {
  cell: string;
  as_of: string;
  measure: string;
  lower: number;
  upper: number;
  /** The width that the policy asks for, or what the cell's own told values leave, where that is less. */
  required: number;
  /** An earlier release that told it; it cannot be called back. */
  told_by: string | null;
}

export interface OutsideAudit {
  bounds: HiddenBounds[];
  /** Linear programs solved. */
  programs: number;
  /** Dates whose told values contradict what a reader would take for granted. */
  broken: { as_of: string; assumption: Assumption }[];
}

/** Sweeps over the dates until nothing narrows any more; more than this never was needed. */
const MAX_SWEEPS = 6;
const NEARLY = 1e-6;

/**
 * The smallest and largest value of everything a release hides, from published files alone: for each date a
 * linear program over all its tables and measures, each tightened by its neighbours in time (applications and
 * issued cards never fall) until nothing narrows. Knows nothing of how the cells were chosen.
 * @param earlier the releases before it, oldest first.
 */
export function boundHidden(
  release: PublishedTables,
  earlier: readonly PublishedTables[],
  smallestCount: number,
  solver: LpSolver,
  onDate: (done: number, of: number) => void = () => undefined,
): OutsideAudit {
  const nameOf = cellNames(release);
  const byDate = Map.groupBy(release.rows, (row) => row.as_of);
  const dates = [...byDate.keys()].sort();
  const programs = dates.map((as_of) => dateProgram(as_of, byDate.get(as_of)!, release, solver));
  leaveRoom(programs, nameOf);
  let solved = programs.length;
  let open = new Set(programs);
  for (let sweep = 0; open.size > 0 && sweep < MAX_SWEEPS; sweep++) {
    for (const [i, program] of programs.entries()) {
      if (open.has(program)) solved += tighten(program, solver);
      onDate(i + 1, programs.length);
    }
    open = narrowedInTime(programs, nameOf);
  }
  const told = toldBefore(earlier);
  const bounds = programs.flatMap(({ as_of, slots }) =>
    slots
      .filter((slot) => slot.told === null)
      .map(({ row, measure, lower, upper, room }): HiddenBounds => {
        const cell = nameOf(row);
        const told_by = told.get(`${as_of}|${cell}|${measure}`) ?? null;
        return { cell, as_of, measure, lower, upper, required: Math.min(smallestCount, room), told_by };
      }),
  );
  const broken = programs.flatMap(({ as_of, broken: list }) =>
    list.map((assumption) => ({ as_of, assumption })),
  );
  return { bounds, programs: solved, broken };
}

/** What each cell leaves of its hidden values by itself: by its own measures and dates, without any sum. */
function leaveRoom(programs: readonly DateProgram[], nameOf: (row: Slot["row"]) => string): void {
  const slots = programs.flatMap((p) => p.slots);
  const ordered = programs.filter((p) => !p.broken.includes("orders"));
  for (let again = true; again;) {
    again = ordered.map(narrowedByOrder).some(Boolean);
    again = narrowedInTime(programs, nameOf).size > 0 || again;
  }
  for (const slot of slots) slot.room = slot.upper - slot.lower;
}

/** Bounds every hidden slot of a date. @returns programs solved. */
function tighten(program: DateProgram, solver: LpSolver): number {
  let solved = 0;
  for (const [i, slot] of program.slots.entries()) {
    if (slot.told !== null || slot.upper - slot.lower < NEARLY) continue;
    for (const sign of [1, -1] as const) {
      const values = solve(program, solver, i, sign);
      solved += 1;
      if (!values) continue;
      // Counts are whole: the next whole number within.
      if (sign === 1) slot.lower = Math.max(slot.lower, Math.ceil(values[i]! - NEARLY));
      else slot.upper = Math.min(slot.upper, Math.floor(values[i]! + NEARLY));
    }
  }
  return solved;
}

/** Carries bounds forward and backward in time where a series' told counts never fall. @returns dates to solve again. */
function narrowedInTime(
  programs: readonly DateProgram[],
  nameOf: (row: Slot["row"]) => string,
): Set<DateProgram> {
  const series = new Map<string, { program: DateProgram; slot: Slot }[]>();
  for (const program of programs) {
    for (const slot of program.slots) {
      if (slot.measure === "held") continue;
      const key = `${nameOf(slot.row)}|${slot.measure}`;
      const list = series.get(key);
      if (list) list.push({ program, slot });
      else series.set(key, [{ program, slot }]);
    }
  }
  const narrowed = new Set<DateProgram>();
  for (const list of series.values()) {
    const told = list.flatMap(({ slot }) => (slot.told === null ? [] : [slot.told]));
    if (told.some((count, i) => i > 0 && count < told[i - 1]!)) continue;
    let lowest = 0;
    for (const { program, slot } of list) {
      if (slot.told === null && slot.lower < lowest && lowest <= slot.upper) {
        slot.lower = lowest;
        narrowed.add(program);
      }
      lowest = Math.max(lowest, slot.lower);
    }
    let highest = Infinity;
    for (const { program, slot } of list.toReversed()) {
      if (slot.told === null && slot.upper > highest && highest >= slot.lower) {
        slot.upper = highest;
        narrowed.add(program);
      }
      highest = Math.min(highest, slot.upper);
    }
  }
  return narrowed;
}

/** Which release told a value, by date, people and measure. */
function toldBefore(releases: readonly PublishedTables[]): Map<string, string> {
  const told = new Map<string, string>();
  for (const tables of releases) {
    const nameOf = cellNames(tables);
    for (const row of tables.rows) {
      for (const measure of ["applications", "issued", "held"] as const)
        if (row[measure] !== null) told.set(`${row.as_of}|${nameOf(row)}|${measure}`, tables.release);
    }
  }
  return told;
}

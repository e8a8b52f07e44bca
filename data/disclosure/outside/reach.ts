import type { LpModel, LpProblem, LpSolver } from "../solve/lp-solver.js";
import { programOf, type Component, type Program } from "./component.js";
import type { Knowledge } from "./knowledge.js";

/** A solution is taken where it breaks no row and no bound by more than this many persons. */
const NEARLY = 1e-5;

/** Dates around a count's own that are looked at before all of them are: few dates often settle it. */
const WINDOWS = [0, 2];

/** Programs of all dates that one count may take: two ends, by its series and by itself. */
const MOST_WHOLE = 4;

/**
 * How far each hidden count is known to reach, while programs are solved. Every solution is a possible town, which
 * widens all counts at once. It is checked before it counts, so that nothing the solver gets wrong makes a value
 * look wider than it is.
 */
export class Reach {
  /** Programs solved, the largest of them in columns, and the columns of all of them: the work that was done. */
  programs = 0;
  largest = 0;
  columns = 0;
  /** Counts that are no constants, by slot. */
  readonly open: readonly number[];
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #isSolved: Uint8Array;
  readonly #wholes = new Map<Component, Program & { model: LpModel }>();
  readonly #componentOf = new Map<number, Component>();
  readonly #dateOf: Int32Array;

  constructor(
    private readonly knowledge: Knowledge,
    components: readonly Component[],
    private readonly solver: LpSolver,
  ) {
    const { slots, dates } = knowledge;
    const dateIndex = new Map(dates.map((as_of, t) => [as_of, t]));
    this.#dateOf = Int32Array.from(slots, (slot) => dateIndex.get(slot.as_of)!);
    this.#low = Float64Array.from(slots, (slot) => slot.lower);
    this.#high = Float64Array.from(slots, (slot) => slot.lower);
    this.#isSolved = new Uint8Array(slots.length).fill(1);
    for (const component of components) {
      const program = programOf(knowledge, component);
      const model = solver.open(program.problem);
      this.#wholes.set(component, { ...program, model });
      for (const slot of component.slots) {
        [this.#low[slot], this.#high[slot], this.#isSolved[slot]] = [Infinity, -Infinity, 0];
        this.#componentOf.set(slot, component);
      }
      const truth = component.slots.map((i) => slots[i]!.truth);
      if (truth.every((count) => count !== null)) this.#follow(component, Float64Array.from(truth));
    }
    this.open = [...this.#componentOf.keys()];
  }

  /** The smallest and the largest whole number that is possible for all that is known so far. */
  lower(slot: number): number {
    // Not −0.
    return Math.ceil(this.#low[slot]! - NEARLY) + 0;
  }
  upper(slot: number): number {
    return Math.floor(this.#high[slot]! + NEARLY);
  }
  width(slot: number): number {
    return Math.max(0, this.upper(slot) - this.lower(slot));
  }
  /** Whether both ends are the smallest and the largest of all possible ones. */
  isExact(slot: number): boolean {
    const { lower, upper } = this.knowledge.slots[slot]!;
    const isAtLimits = this.#low[slot]! <= lower + NEARLY && this.#high[slot]! >= upper - NEARLY;
    return this.#isSolved[slot] === 1 || isAtLimits;
  }

  /**
   * Takes a town that somebody else has found, by how far its counts are from the true ones; like any other it counts
   * only where it breaks nothing. Needs the true counts.
   */
  take(changes: ReadonlyMap<number, number>): void {
    const touched = new Set([...changes.keys()].flatMap((slot) => this.#componentOf.get(slot) ?? []));
    for (const component of touched) {
      const point = component.slots.map(
        (i) => (this.knowledge.slots[i]!.truth ?? NaN) + (changes.get(i) ?? 0),
      );
      if (!point.some(Number.isNaN)) this.#follow(component, Float64Array.from(point));
    }
  }

  /** The most columns that solving for both ends of a count may take. */
  effortOf(slot: number): number {
    return MOST_WHOLE * this.#componentOf.get(slot)!.slots.length;
  }

  /** Solves for both ends of a count. */
  solve(slot: number): void {
    if (this.isExact(slot)) return;
    const component = this.#componentOf.get(slot)!;
    let ends: (1 | -1)[] = [1, -1];
    for (const around of this.#low[slot]! < Infinity ? WINDOWS : []) {
      const near = (other: number): boolean => Math.abs(this.#dateOf[other]! - this.#dateOf[slot]!) <= around;
      const program = programOf(this.knowledge, component, near);
      const model = this.solver.open(program.problem);
      ends = ends.filter((end) => !this.#isReached(slot, end, { ...program, model }));
      model.close();
    }
    const whole = this.#wholes.get(component)!;
    const { cell, measure } = this.knowledge.slots[slot]!;
    const isOfSeries = (i: number): boolean =>
      this.knowledge.slots[i]!.cell === cell && this.knowledge.slots[i]!.measure === measure;
    for (const end of ends) {
      // All dates of the series first: the town in which they all are small is a step from that of each of them.
      for (const moves of [isOfSeries, (i: number) => i === slot]) {
        const cost = Float64Array.from(whole.slots, (i) => (moves(i) ? end : 0));
        const point = this.#minimise(whole.model, cost);
        if (point) this.#follow(component, point);
      }
    }
    this.#isSolved[slot] = 1;
  }

  close(): void {
    for (const { model } of this.#wholes.values()) model.close();
  }

  /** Whether what is known to be possible reaches as far as some dates by themselves allow. */
  #isReached(slot: number, end: 1 | -1, { slots, model }: Program & { model: LpModel }): boolean {
    const column = slots.indexOf(slot);
    const cost = new Float64Array(slots.length);
    cost[column] = end;
    const point = this.#minimise(model, cost);
    if (!point) return false;
    return end === 1
      ? this.lower(slot) <= Math.ceil(point[column]! - NEARLY)
      : this.upper(slot) >= Math.floor(point[column]! + NEARLY);
  }

  #minimise(model: LpModel, cost: Float64Array): Float64Array | null {
    this.programs += 1;
    this.largest = Math.max(this.largest, cost.length);
    this.columns += cost.length;
    return model.minimise(cost);
  }

  /** Takes the values of a component's slots, in their order, as a possible town, if nothing is broken in it. */
  #follow(component: Component, point: Float64Array): void {
    const { problem, slots } = this.#wholes.get(component)!;
    if (!isPossible(point, problem)) return;
    slots.forEach((slot, k) => {
      this.#low[slot] = Math.min(this.#low[slot]!, point[k]!);
      this.#high[slot] = Math.max(this.#high[slot]!, point[k]!);
    });
  }
}

const isPossible = (point: Float64Array, { lower, upper, rows }: LpProblem): boolean =>
  point.every((x, k) => x >= lower[k]! - NEARLY && x <= upper[k]! + NEARLY) &&
  rows.every((row) => {
    const sum = row.columns.reduce((total, k, n) => total + row.values[n]! * point[k]!, 0);
    return sum >= row.lower - NEARLY && sum <= row.upper + NEARLY;
  });

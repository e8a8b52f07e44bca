import { DayBook } from "./day-book.js";
import type { Option, Problem, Proposed } from "./model.js";
import { roomAtVenue } from "./room.js";
import { valueOf } from "./value.js";

/**
 * A plan that keeps every rule but those of least numbers: as many of the wanted sessions as find a day, then one after
 * the other whatever brings most for its share of the budget.
 */
export function fillUp(problem: Problem, wanted: readonly number[]): Proposed[] {
  const plan = new Filling(problem);
  const order = [...wanted.keys()].sort(
    (a, b) => problem.options[a]!.days.length - problem.options[b]!.days.length || a - b,
  );
  for (const option of order) {
    for (let n = 0; n < wanted[option]! && plan.take(option); n++);
  }
  for (let option = plan.best(); option !== null; option = plan.best()) plan.take(option);
  return plan.proposed;
}

class Filling {
  readonly proposed: Proposed[] = [];
  private readonly book: DayBook;
  private readonly counts: number[];
  private readonly used = { sessions: 0, staff_hours: 0, yen: 0 };

  constructor(private readonly problem: Problem) {
    this.book = new DayBook(problem);
    this.counts = problem.options.map(() => 0);
  }

  take(option: number): boolean {
    const day = this.dayFor(option);
    if (day === null) return false;
    const { staff_hours, yen } = this.problem.options[option]!;
    this.book.add({ option, day });
    this.proposed.push({ option, day });
    this.counts[option]!++;
    this.used.sessions++;
    this.used.staff_hours += staff_hours;
    this.used.yen += yen;
    return true;
  }

  /** The option that brings most for its share of the budget; null where nothing more fits. */
  best(): number | null {
    const now = valueOf(this.problem, this.counts);
    let [found, most] = [null as number | null, 0];
    for (const [option, { staff_hours, yen }] of this.problem.options.entries()) {
      if (this.dayFor(option) === null) continue;
      this.counts[option]!++;
      const brings = valueOf(this.problem, this.counts) - now;
      this.counts[option]!--;
      const { budget } = this.problem.input.request;
      const share =
        (budget.sessions ? 1 / budget.sessions : 0) +
        (budget.staff_hours ? staff_hours / budget.staff_hours : 0) +
        (budget.yen ? yen / budget.yen : 0);
      if (brings / Math.max(share, 1e-9) > most) [found, most] = [option, brings / Math.max(share, 1e-9)];
    }
    return found;
  }

  private dayFor(option: number): number | null {
    const chosen = this.problem.options[option]!;
    if (!this.isAffordable(chosen) || !this.hasRoom(chosen)) return null;
    return chosen.days.find((day) => this.book.fits({ option, day })) ?? null;
  }

  private isAffordable({ staff_hours, yen }: Option): boolean {
    const { budget } = this.problem.input.request;
    const fits = (used: number, more: number, limit: number | null | undefined): boolean =>
      used + more <= (limit ?? Infinity) + 1e-9;
    return (
      fits(this.used.sessions, 1, budget.sessions) &&
      fits(this.used.staff_hours, staff_hours, budget.staff_hours) &&
      fits(this.used.yen, yen, budget.yen)
    );
  }

  private hasRoom({ venue }: Option): boolean {
    if (!venue) return true;
    const there = this.proposed.filter(
      (p) => this.problem.options[p.option]!.venue?.code === venue.code,
    ).length;
    return there < roomAtVenue(this.problem, venue.code);
  }
}

import { MEASURES, type Measure } from "../../../data/contract/figure.js";
import { isHidden, type ProtectedRow, type ProtectedTables } from "../../../data/disclosure/published.js";

/**
 * What a patient reader with a spreadsheet can find out from all published tables: subtraction from totals,
 * complements, differences between dates, measures and releases, repeated until nothing more comes out. It
 * knows no true figure and shares no code with the protection.
 */
export interface Interval {
  low: number;
  high: number;
}

/** What each hidden value can be, by its key. */
export type Findings = Map<string, Interval & { population: number }>;

interface Slot extends Interval {
  population: number;
  hidden: boolean;
}

/** The key of a value in the findings: `date#place|age|sex#measure`. */
export const slotKey = (tables: ProtectedTables, row: ProtectedRow, measure: Measure): string =>
  `${row.as_of}#${peopleOf(tables, row)}#${measure}`;

const peopleOf = (tables: ProtectedTables, row: ProtectedRow): string => {
  const place = tables.places.find((p) => p.kind === row.kind && p.code === row.place)!;
  return `${row.kind === "town" ? "town" : `${row.kind} ${place.members.join("+")}`}|${row.age_band}|${row.sex}`;
};

export interface Assumptions {
  /** Counts of these measures never fall from one date to the next, as the reader was told. */
  rising: readonly Measure[];
  /** held ≤ issued ≤ applications. */
  ordered: boolean;
  /** No count is above the residents but these. */
  overfull: ReadonlySet<string>;
  /** Published figures were never corrected, so that tables of all releases may be laid side by side. */
  uncorrected: boolean;
}

/** Narrows every hidden value of all releases as far as sums and differences can. */
export function attack(releases: readonly ProtectedTables[], assume: Assumptions): Findings {
  const slots = new Map<string, Slot>();
  const equations: { total: string; parts: string[] }[] = [];
  const used = assume.uncorrected ? releases : releases.slice(-1);
  for (const tables of used) read(tables, slots, equations, assume);
  const dates = [...new Set(used.flatMap((t) => t.rows.map((r) => r.as_of)))].sort();
  for (let changed = true, rounds = 0; changed && rounds < 200; rounds++) {
    changed = false;
    const narrow = (slot: Slot | undefined, low: number, high: number): void => {
      if (!slot) return;
      if (low > slot.low) [slot.low, changed] = [low, true];
      if (high < slot.high) [slot.high, changed] = [high, true];
    };
    for (const { total, parts } of equations) {
      const whole = slots.get(total)!;
      const inside = parts.map((p) => slots.get(p)!);
      const low = inside.reduce((sum, s) => sum + s.low, 0);
      const high = inside.reduce((sum, s) => sum + s.high, 0);
      narrow(whole, low, high);
      for (const part of inside) narrow(part, whole.low - (high - part.high), whole.high - (low - part.low));
    }
    for (const [key, slot] of slots) {
      const [date, people, measure] = key.split("#") as [string, string, Measure];
      const later = slots.get(`${dates[dates.indexOf(date) + 1]}#${people}#${measure}`);
      if (assume.rising.includes(measure) && later) {
        narrow(slot, 0, later.high);
        narrow(later, slot.low, Infinity);
      }
      const above = measure === "held" ? "issued" : measure === "issued" ? "applications" : null;
      const more = above && slots.get(`${date}#${people}#${above}`);
      if (assume.ordered && more) {
        narrow(slot, 0, more.high);
        narrow(more, slot.low, Infinity);
      }
    }
  }
  return new Map([...slots].filter(([, s]) => s.hidden));
}

function read(
  tables: ProtectedTables,
  slots: Map<string, Slot>,
  equations: { total: string; parts: string[] }[],
  assume: Assumptions,
): void {
  for (const rows of Map.groupBy(tables.rows, (r) => r.as_of).values()) {
    const find = (test: (r: ProtectedRow) => boolean): ProtectedRow[] => rows.filter(test);
    for (const measure of MEASURES) {
      const key = (row: ProtectedRow): string => slotKey(tables, row, measure);
      for (const row of rows) {
        const value = row[measure];
        if (value === null) continue;
        const known = slots.get(key(row));
        if (typeof value === "number") {
          slots.set(key(row), {
            low: value,
            high: value,
            population: row.population,
            hidden: known?.hidden ?? false,
          });
        } else if (isHidden(value)) {
          if (known) known.hidden = true;
          else {
            const high = assume.overfull.has(key(row)) ? Infinity : row.population;
            slots.set(key(row), { low: 0, high, population: row.population, hidden: true });
          }
        }
      }
      const add = (total: ProtectedRow, parts: ProtectedRow[]): void => {
        if (parts.length === 0 || [total, ...parts].some((r) => r[measure] === null)) return;
        if (parts.reduce((sum, r) => sum + r.population, 0) !== total.population) return;
        equations.push({ total: key(total), parts: parts.map(key) });
      };
      const members = (r: ProtectedRow): readonly string[] =>
        tables.places.find((p) => p.kind === r.kind && p.code === r.place)!.members;
      for (const total of rows) {
        const cut = (r: ProtectedRow): boolean => r.age_band === total.age_band && r.sex === total.sex;
        const here = (r: ProtectedRow): boolean => r.kind === total.kind && r.place === total.place;
        if (total.kind === "town") {
          add(
            total,
            find((r) => r.kind === "area" && cut(r)),
          );
        }
        if (total.kind !== "district") {
          add(
            total,
            find(
              (r) =>
                r.kind === "district" &&
                cut(r) &&
                (total.kind === "town" || members(r).every((d) => members(total).includes(d))),
            ),
          );
        }
        if (total.age_band === "all") {
          add(
            total,
            find((r) => here(r) && r.age_band !== "all" && r.sex === total.sex),
          );
        }
        if (total.sex === "all") {
          add(
            total,
            find((r) => here(r) && r.sex !== "all" && r.age_band === total.age_band),
          );
        }
      }
    }
  }
}

import { MEASURES, type Measure } from "../../contract/figure.js";
import { cellNames, type PublishedRow, type PublishedTables } from "./published-tables.js";
import { sumsAcross, sumsOf } from "./sums.js";

/** The true count of a cell on a date, for whoever has the ledger; null where it does not know the cell. */
export type Truth = (tables: PublishedTables, row: PublishedRow, measure: Measure) => number | null;

/** One count of one cell on one date, told or hidden, by whichever release. */
export interface Slot {
  as_of: string;
  /** The people in the cell, the same text in every release. */
  cell: string;
  measure: Measure;
  population: number;
  told: number | null;
  /** The newest earlier release that told what is hidden now. */
  told_by: string | null;
  truth: number | null;
  lower: number;
  upper: number;
  /** What the cell's own told values, of all measures and dates, leave of it. */
  room: number;
}

/** Everything that the releases of a town tell together. */
export interface Knowledge {
  /** As-of dates, oldest first. */
  dates: readonly string[];
  slots: readonly Slot[];
  /** Parts that add up to a total, by index of slot. */
  sums: readonly { total: number; parts: readonly number[] }[];
  /** Dates of earlier releases whose figures were corrected since: nothing is taken from them. */
  outdated: readonly { release: string; as_of: string }[];
}

const slotKey = (as_of: string, cell: string, measure: Measure): string => `${as_of}|${cell}|${measure}`;

/**
 * Reads what the releases told and hid as one set of counts. A date of an earlier release that contradicts the newest
 * one was corrected; with the ledger at hand only the values that were are left out.
 * @param earlier oldest first.
 * @param options.isOutdatedKnown with the ledger: whoever was told a value before its correction knows the true one.
 */
export function readKnowledge(
  newest: PublishedTables,
  earlier: readonly PublishedTables[],
  truth: Truth | null,
  { isOutdatedKnown = false } = {},
): Knowledge {
  const slots: Slot[] = [];
  const indexes = new Map<string, number>();
  const outdated: { release: string; as_of: string }[] = [];
  const cuts: Map<string, { cut: string; rows: PublishedRow[]; tables: PublishedTables }[]> = new Map();
  const nameOf = new Map<PublishedTables, (row: PublishedRow) => string>();
  for (const tables of [newest, ...earlier.toReversed()]) {
    const name = cellNames(tables);
    nameOf.set(tables, name);
    for (const [as_of, rows] of Map.groupBy(tables.rows, (row) => row.as_of)) {
      const cut = rows.map((row) => `${name(row)}=${row.population}`).join(",");
      const cutsOfDate = cuts.get(as_of) ?? [];
      cuts.set(as_of, cutsOfDate);
      if (!cutsOfDate.some((known) => known.cut === cut)) cutsOfDate.push({ cut, rows, tables });
      const stands =
        tables === newest || truth !== null || agrees(rows, (row, m) => slots[at(as_of, name(row), m)]);
      if (!stands) outdated.push({ release: tables.release, as_of });
      for (const row of rows) for (const measure of MEASURES) read(tables, row, measure, stands);
    }
  }

  function at(as_of: string, cell: string, measure: Measure): number {
    return indexes.get(slotKey(as_of, cell, measure)) ?? -1;
  }

  function read(tables: PublishedTables, row: PublishedRow, measure: Measure, stands: boolean): void {
    if (row[measure] === null && !row.hidden.includes(measure)) return;
    const cell = nameOf.get(tables)!(row);
    const known = slots[at(row.as_of, cell, measure)];
    const value = row[measure];
    if (!known) {
      indexes.set(slotKey(row.as_of, cell, measure), slots.length);
      const actual = truth?.(tables, row, measure) ?? null;
      const told = tables === newest || truth === null ? value : standing(value, actual);
      slots.push({
        as_of: row.as_of,
        cell,
        measure,
        population: row.population,
        told: stands ? told : null,
        told_by: null,
        truth: truth ? actual : null,
        lower: 0,
        upper: 0,
        room: 0,
      });
    } else if (known.told === null && stands) {
      known.told = truth ? standing(value, known.truth) : value;
      if (known.told !== null) known.told_by = tables.release;
    }
  }

  /** What an earlier value tells of the true one. */
  function standing(value: number | null, actual: number | null): number | null {
    return value !== null && (value === actual || isOutdatedKnown) ? actual : null;
  }

  const sums = new Map<string, { total: number; parts: number[] }>();
  for (const [as_of, cutsOfDate] of cuts) {
    const found = cutsOfDate.flatMap((one) => [
      ...sumsOf(one.rows, one.tables).map((sum) => ({ ...sum, of: one.tables, in: one.tables })),
      ...cutsOfDate.flatMap((other) =>
        other === one
          ? []
          : sumsAcross(one, other).map((sum) => ({ ...sum, of: one.tables, in: other.tables })),
      ),
    ]);
    for (const { total, parts, of, in: within } of found) {
      for (const measure of MEASURES) {
        const whole = at(as_of, nameOf.get(of)!(total), measure);
        const list = parts.map((part) => at(as_of, nameOf.get(within)!(part), measure));
        if (whole < 0 || list.includes(-1)) continue;
        sums.set(`${whole}=${list.toSorted((a, b) => a - b).join("+")}`, { total: whole, parts: list });
      }
    }
  }
  return { dates: [...cuts.keys()].sort(), slots, sums: [...sums.values()], outdated };
}

/** Whether a date of an earlier release contradicts nothing that is told of it since. */
function agrees(
  rows: readonly PublishedRow[],
  now: (row: PublishedRow, measure: Measure) => Slot | undefined,
): boolean {
  return rows.every((row) =>
    MEASURES.every((measure) => {
      const told = now(row, measure)?.told ?? null;
      return row[measure] === null || told === null || row[measure] === told;
    }),
  );
}

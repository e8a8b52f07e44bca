import type { GridRow } from "./grid-row.js";

/** A cell merged over several rows of one or more columns; rows as the sheet numbers them, columns from 0. */
export interface VerticalMerge {
  from: number;
  to: number;
  column: number;
}

/** `B3:B10` as a merge downwards; null for one that lies in a single row, and for what is no range. */
export function verticalMerge(reference: string | null): VerticalMerge | null {
  const range = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference ?? "");
  if (!range) return null;
  const [from, to] = [Number(range[2]), Number(range[3])];
  const column = [...range[1]!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return to > from ? { from, to, column } : null;
}

/**
 * Writes the word of a merged cell into every row that it stands for: a ward named once beside its blocks, a
 * header of two rows. A merged number stays where it is: one count for several rows is a sum that nobody may
 * repeat, and its missing parts are told like any other.
 * @returns how many cells were filled; the rows given are changed.
 */
export function fillMergedCells(rows: readonly GridRow[], merges: readonly VerticalMerge[]): number {
  if (merges.length === 0) return 0;
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const ends = new Map<number, number>();
  let filled = 0;
  for (const { from, to, column } of merges.toSorted((a, b) => a.from - b.from)) {
    // Merges never overlap; a file that says so would make each row be read once a merge.
    if (from <= (ends.get(column) ?? 0)) continue;
    ends.set(column, to);
    const text = byNumber.get(from)?.cells[column] ?? "";
    if (text.trim() === "" || /^-?[\d.,]+$/.test(text.normalize("NFKC").trim())) continue;
    // A merge may claim a million rows: only those that hold something are looked at.
    for (const row of to - from < rows.length ? below(byNumber, from, to) : rows) {
      if (row.row <= from || row.row > to || (row.cells[column] ?? "") !== "") continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] = text;
      filled += 1;
    }
  }
  return filled;
}

function* below(rows: ReadonlyMap<number, GridRow>, from: number, to: number): Iterable<GridRow> {
  for (let number = from + 1; number <= to; number++) {
    const row = rows.get(number);
    if (row) yield row;
  }
}

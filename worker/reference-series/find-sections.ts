import type { GridRow } from "../intake/grid-row.js";
import { fieldOfHeader, type ReferenceField } from "./layout.js";
import { splitHeader } from "./stated-date.js";

/** One of the tables that stand on a sheet, one below or beside the other. */
export interface Section {
  /** Labels without their dates; those of two lines joined: 人口(男). */
  header: string[];
  headerRow: number;
  /** The days that header cells carry, by column. */
  dates: (string | null)[];
  rows: GridRow[];
  /** The texts directly above the header: titles, units. */
  above: string[];
}

/** What a header names beside what its rows are counted by. */
const KEYS: readonly ReferenceField[] = ["type", "prefecture", "name", "age"];
const COUNTS: readonly ReferenceField[] = ["population", "issued", "held"];
const SEXES = /^(?:男性?|女性?|計|合計|男女計)$/;

/**
 * The tables of a sheet in their order: each begins at a row that names a key and a count, goes on in the lines
 * that only add 男・女・計 or dates to it, and ends before the next. A header said twice side by side is two tables.
 */
export function findSections(rows: readonly GridRow[]): Section[] {
  const starts = rows.flatMap(({ cells }, i) => (isHeader(cells) ? [i] : []));
  return starts.flatMap((start, n) => {
    const end = starts[n + 1] ?? rows.length;
    const lines = headerLines(rows, start, end);
    const body = rows.slice(start + lines.length, end);
    const above = titlesAbove(rows, start, starts[n - 1] ?? -1);
    return groupsOf(rows[start]!.cells).map(([from, to]) => {
      const { header, dates } = joinHeader(lines.map(({ cells }) => cells.slice(from, to)));
      return {
        header,
        dates,
        headerRow: rows[start]!.row,
        rows: body
          .map(({ row, cells }) => ({ row, cells: cells.slice(from, to) }))
          .filter(({ cells }) => cells.some((cell) => cell.trim() !== "")),
        above,
      };
    });
  });
}

const labelOf = (cell: string): string => splitHeader(cell).label;

function isHeader(cells: readonly string[]): boolean {
  const fields = new Set(cells.map((cell) => fieldOfHeader(labelOf(cell))));
  return KEYS.some((key) => fields.has(key)) && COUNTS.some((count) => fields.has(count));
}

/** The header's row with the lines below that hold nothing but sexes and dates. */
function headerLines(rows: readonly GridRow[], start: number, end: number): GridRow[] {
  let next = start + 1;
  while (next < end && next <= start + 2 && rows[next]!.cells.every(addsToHeader)) next += 1;
  return rows.slice(start, next);
}

function addsToHeader(cell: string): boolean {
  const { label, date } = splitHeader(cell);
  return SEXES.test(label) || (label === "" && (date !== null || cell.trim() === ""));
}

/** Where the first label stands again, another table begins. */
function groupsOf(cells: readonly string[]): [from: number, to: number][] {
  const first = labelOf(cells.find((cell) => cell.trim() !== "")!);
  const starts = cells.flatMap((cell, i) => (labelOf(cell) === first ? [i] : []));
  return starts.map((from, i) => [i === 0 ? 0 : from, starts[i + 1] ?? Infinity]);
}

function joinHeader(lines: readonly (readonly string[])[]): Pick<Section, "header" | "dates"> {
  const width = Math.max(...lines.map((line) => line.length));
  const hasSexes = lines.slice(1).some((line) => line.some((cell) => SEXES.test(labelOf(cell))));
  const header: string[] = [];
  const dates: (string | null)[] = [];
  let over = { label: "", date: null as string | null };
  for (let i = 0; i < width; i++) {
    const [top, ...below] = lines.map((line) => splitHeader(line[i] ?? ""));
    // A heading over men, women and both is written once, in the first of its cells.
    if (top!.label !== "" || top!.date !== null || !hasSexes) over = top!;
    const sex = below.find(({ label }) => label !== "")?.label;
    header.push(
      sex ? `${over.label}(${sex.replace(/性$/, "").replace(/^(?:合計|男女計)$/, "計")})` : top!.label,
    );
    dates.push((sex ? over.date : top!.date) ?? below.find(({ date }) => date !== null)?.date ?? null);
  }
  return { header, dates };
}

/** Rows of one text each, up to the last row that holds more. */
function titlesAbove(rows: readonly GridRow[], start: number, before: number): string[] {
  const texts: string[] = [];
  for (let i = start - 1; i > before; i--) {
    const filled = rows[i]!.cells.filter((cell) => cell.trim() !== "");
    if (filled.length !== 1) break;
    texts.unshift(filled[0]!);
  }
  return texts;
}

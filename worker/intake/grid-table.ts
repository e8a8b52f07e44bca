import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import { findHeader } from "./find-header.js";
import type { GridRow } from "./grid-row.js";
import { screenText } from "./screen.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, type Aside, type Parsed } from "./table.js";
import { issue } from "./words.js";

/**
 * Rows that hold anything, as a table: titles above the header become asides (read by the screen, and
 * by nobody else), what follows it becomes rows. Limits are held here for every format with rows.
 */
export function gridToTable(grid: readonly GridRow[], mapping?: Mapping): Parsed {
  if (grid.length === 0) return { table: null, issues: [issue("empty_file", null, null)] };
  const { at } = findHeader(grid, mapping);
  const headerRow = grid[at]!.row;
  const header = grid[at]!.cells.map((cell) => cell.trim());
  const rows = grid.slice(at + 1);
  const issues: FileIssue[] = [];
  if (header.length > MAX_COLUMNS) issues.push(issue("too_many_columns", headerRow, null));
  for (const { row, cells } of rows) {
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      issues.push(issue("too_many_cells", row, null));
    }
    const long = cells.findIndex((cell) => cell.length > MAX_CELL_CHARACTERS);
    if (long >= 0) issues.push(issue("cell_too_long", row, columnLabel(header, long)));
  }
  if (rows.length === 0) issues.push(issue("no_rows", null, null));
  if (rows.length > MAX_ROWS) issues.push(issue("too_many_rows", null, null));
  if (issues.some((i) => i.severity === "error")) return { table: null, issues };
  const aside = grid.slice(0, at).flatMap(({ row, cells }) => asides(row, cells));
  return { table: { header, headerRow, rows, ...(aside.length > 0 && { aside }) }, issues };
}

/** A header as an issue may name it: by its position where its text is itself a finding. */
export function columnLabel(header: readonly string[], index: number): string {
  const name = header[index] ?? "";
  return name === "" || name.length > MAX_CELL_CHARACTERS || screenText(name) ? `#${index + 1}` : name;
}

const asides = (row: number, cells: readonly string[]): Aside[] =>
  cells.flatMap((text, i) => (text.trim() === "" ? [] : [{ row, column: `#${i + 1}`, text }]));

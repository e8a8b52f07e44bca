import Papa from "papaparse";
import { issue } from "./words.js";
import type { FileIssue } from "./issue.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, type Parsed } from "./table.js";

/**
 * A delimited text as a table: comma, tab or semicolon, any line end, quoted line breaks. The first
 * row that holds anything is the header. Rows are numbered as a spreadsheet would show them.
 */
export function parseCsv(text: string): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: "",
    delimitersToGuess: [",", "\t", ";"],
    header: false,
    skipEmptyLines: false,
  });
  const issues: FileIssue[] = errors
    .filter((error) => error.type === "Quotes")
    .map((error) => issue("broken_quotes", (error.row ?? 0) + 1, null));
  const at = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  if (at < 0) return { table: null, issues: [issue("empty_file", null, null)] };

  const header = data[at]!.map((cell) => cell.trim());
  if (header.length > MAX_COLUMNS) issues.push(issue("too_many_columns", at + 1, null));
  const rows: { row: number; cells: string[] }[] = [];
  for (let i = at + 1; i < data.length; i++) {
    const cells = data[i]!;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const row = i + 1;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      issues.push(issue("too_many_cells", row, null));
    }
    const long = cells.findIndex((cell) => cell.length > MAX_CELL_CHARACTERS);
    if (long >= 0) issues.push(issue("cell_too_long", row, header[long] ?? null));
    rows.push({ row, cells });
  }
  if (rows.length === 0) issues.push(issue("no_rows", null, null));
  if (rows.length > MAX_ROWS) issues.push(issue("too_many_rows", null, null));
  return issues.some((i) => i.severity === "error")
    ? { table: null, issues }
    : { table: { header, headerRow: at + 1, rows }, issues };
}

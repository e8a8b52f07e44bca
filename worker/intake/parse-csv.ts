import Papa from "papaparse";
import type { Mapping } from "../../data/contract/api/mapping.js";
import { findSeparator } from "./find-separator.js";
import { gridToTable } from "./grid-table.js";
import type { Parsed } from "./table.js";
import { issue } from "./words.js";

/**
 * A delimited text as a table: comma, tab or semicolon, any line end, quoted line breaks. Titles may
 * stand above the header. Rows are numbered as a spreadsheet would show them.
 */
export function parseCsv(text: string, mapping?: Mapping): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: findSeparator(text),
    header: false,
    skipEmptyLines: false,
  });
  const broken = errors
    .filter((error) => error.type === "Quotes")
    .map((error) => issue("broken_quotes", (error.row ?? 0) + 1, null));
  const grid = data
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const { table, issues } = gridToTable(grid, mapping);
  return table && broken.length === 0 ? { table, issues } : { table: null, issues: [...broken, ...issues] };
}

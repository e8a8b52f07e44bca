import { MARKS, type Mark } from "./marks.js";

/** A text, a number, a mark in a number's place, or nothing. */
export type CsvCell = string | number | null | { mark: Mark } | { decimal: string };

const encoder = new TextEncoder();

/**
 * A CSV as Excel in Japanese Windows opens it rightly: UTF-8 with a BOM, CRLF at the end of every line.
 * Numbers stand as they are, without separators; a text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function csvFile(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Uint8Array {
  const lines = [header.map(textCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return encoder.encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return textCell(cell);
  if (typeof cell === "number") return String(cell);
  return "mark" in cell ? cell.mark : cell.decimal;
}

/** A text that reads like a mark is not one: it is kept apart from marks by the apostrophe, too. */
function textCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) || text in MARKS ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

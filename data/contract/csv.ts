/** A text, a number, a truth, nothing, or something that is written just as it is. */
export type CsvCell = string | number | boolean | null | { verbatim: string };

/**
 * A table as spreadsheets on Japanese Windows open it rightly: a BOM, CRLF at the end of every line, numbers without
 * separators, nothing for null. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const csvText = (columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  `\uFEFF${lines(columns, rows, (cell) => (typeof cell === "string" ? noFormula(cell) : cell), "\r\n")}`;

/** A table as programs read and git compares it: no BOM, LF, every text as it is. */
export const plainCsv = (columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  lines(columns, rows, (cell) => cell, "\n");

/** Text that a spreadsheet takes for a text: it begins with none of = + - @, a tab or a carriage return. */
export const noFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function lines(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  harmless: (cell: CsvCell) => CsvCell,
  end: string,
): string {
  let text = "";
  for (const row of [columns, ...rows])
    text += `${row.map((cell) => written(harmless(cell))).join(",")}${end}`;
  return text;
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.verbatim;
  if (typeof cell !== "string") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

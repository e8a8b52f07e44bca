/** A value of a cell in a CSV: text, a number, or nothing. */
export type CsvValue = string | number | boolean | null;

/**
 * A table as CSV with a BOM and CRLF, as Excel on Windows expects it. Text that a spreadsheet would take for a
 * formula (it begins with = + - @, a tab or a carriage return) gets a leading apostrophe; numbers never do.
 */
export function csvText(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [columns.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = noFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet takes for a text, whatever it begins with. */
export const noFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

import { issue } from "./words.js";
import type { FileIssue } from "./issue.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, type Parsed, type Table } from "./table.js";

/**
 * A JSON array of objects (or an object with such an array under `figures`) as a table. Rows are
 * numbered from 1 in the order of the array. Values are text, numbers or null; anything else is an error.
 */
export function parseJson(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { table: null, issues: [issue("broken_json", null, null)] };
  }
  const list = Array.isArray(value) ? value : isObject(value) ? value["figures"] : null;
  if (!Array.isArray(list)) return { table: null, issues: [issue("json_not_a_list", null, null)] };
  if (list.length === 0) return { table: null, issues: [issue("no_rows", null, null)] };
  if (list.length > MAX_ROWS) return { table: null, issues: [issue("too_many_rows", null, null)] };
  return objectsToTable(list);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function objectsToTable(list: unknown[]): Parsed {
  const issues: FileIssue[] = [];
  const columns = new Map<string, number>();
  const rows: Table["rows"] = [];
  list.forEach((item, i) => {
    const row = i + 1;
    if (!isObject(item)) {
      issues.push(issue("json_not_an_object", row, null));
      return;
    }
    const cells: string[] = [];
    for (const [key, value] of Object.entries(item)) {
      if (!columns.has(key)) columns.set(key, columns.size);
      const cell = cellText(value);
      if (cell === null) issues.push(issue("json_value", row, key));
      else if (cell.length > MAX_CELL_CHARACTERS) issues.push(issue("cell_too_long", row, key));
      cells[columns.get(key)!] = cell ?? "";
    }
    rows.push({ row, cells });
  });
  if (columns.size > MAX_COLUMNS) issues.push(issue("too_many_columns", null, null));
  for (const { cells } of rows) for (let i = 0; i < columns.size; i++) cells[i] ??= "";
  if (issues.some((i) => i.severity === "error")) return { table: null, issues };
  return { table: { header: [...columns.keys()].map((key) => key.trim()), headerRow: 0, rows }, issues };
}

/** Null for what a cell cannot hold. */
function cellText(value: unknown): string | null {
  if (value === null) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : null;
}

import type { FileIssue } from "../../data/contract/api/issue.js";
import { columnLabel } from "./grid-table.js";
import { issue } from "./words.js";
import { hasRepeatedKeys } from "./repeated-keys.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, type Aside, type Parsed, type Table } from "./table.js";

/** An element of a list, with the number its row is known by. */
interface Item {
  row: number;
  value: unknown;
}

/**
 * A JSON array of objects (or an object with such an array under `figures`) as a table; rows are
 * numbered from 1 in the order of the array. Several lines of JSON are taken as NDJSON. Values are text,
 * numbers or null; anything else is an error.
 */
export function parseJson(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(text));
  } catch {
    // A list of lines begins with a line that is whole by itself.
    if (
      isObject(
        parseLine(
          withoutMark(text)
            .trimStart()
            .split(/\r\n?|\n/, 1)[0]!,
        ),
      )
    )
      return parseNdjson(text);
    return { table: null, issues: [issue("broken_json", null, null)] };
  }
  if (hasRepeatedKeys(text, value)) return { table: null, issues: [issue("repeated_json_key", null, null)] };
  const list = Array.isArray(value) ? value : isObject(value) ? value["figures"] : null;
  if (!Array.isArray(list)) return { table: null, issues: [issue("json_not_a_list", null, null)] };
  const items = list.map((item, i) => ({ row: i + 1, value: item }));
  return itemsToTable(items, isObject(value) ? textsBeside(value) : []);
}

/** One JSON object a line, blank lines passed over; rows are numbered by line. */
export function parseNdjson(text: string): Parsed {
  const issues: FileIssue[] = [];
  const items: Item[] = [];
  withoutMark(text)
    .split(/\r\n?|\n/)
    .forEach((line, i) => {
      if (line.trim() === "") return;
      const value = parseLine(line);
      if (value === undefined) issues.push(issue("broken_json", i + 1, null));
      else if (hasRepeatedKeys(line, value)) issues.push(issue("repeated_json_key", i + 1, null));
      else items.push({ row: i + 1, value });
    });
  return issues.length > 0 ? { table: null, issues } : itemsToTable(items, []);
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

/** Undefined, which no JSON is, where the line is none. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object says beside its figures: passed over, but nothing personal may stand there either. */
function textsBeside({ figures: _, ...others }: Record<string, unknown>): Aside[] {
  const texts: string[] = [];
  JSON.stringify(others, (key, value: unknown) => {
    // The outermost object has no key.
    if (key !== "") texts.push(key);
    if (typeof value === "string" || typeof value === "number") texts.push(String(value));
    return value;
  });
  return texts.map((text) => ({ row: null, column: null, text }));
}

function itemsToTable(items: readonly Item[], aside: readonly Aside[]): Parsed {
  if (items.length === 0) return { table: null, issues: [issue("no_rows", null, null)] };
  if (items.length > MAX_ROWS) return { table: null, issues: [issue("too_many_rows", null, null)] };
  const issues: FileIssue[] = [];
  const columns = new Map<string, number>();
  const rows: Table["rows"] = [];
  for (const { row, value: item } of items) {
    if (!isObject(item)) {
      issues.push(issue("json_not_an_object", row, null));
      continue;
    }
    const cells: string[] = [];
    for (const [key, value] of Object.entries(item)) {
      if (!columns.has(key)) columns.set(key, columns.size);
      const column = columns.get(key)!;
      const cell = cellText(value);
      const fault = cell === null ? "json_value" : cell.length > MAX_CELL_CHARACTERS ? "cell_too_long" : null;
      if (fault) issues.push(issue(fault, row, columnLabel([...columns.keys()], column)));
      cells[column] = cell ?? "";
    }
    rows.push({ row, cells });
  }
  if (columns.size > MAX_COLUMNS) issues.push(issue("too_many_columns", null, null));
  // Before the holes are filled: a table of too many columns could be more holes than memory.
  if (issues.some((i) => i.severity === "error")) return { table: null, issues };
  for (const { cells } of rows) for (let i = 0; i < columns.size; i++) cells[i] ??= "";
  const header = [...columns.keys()].map((key) => key.trim());
  return { table: { header, headerRow: 0, rows, ...(aside.length > 0 && { aside }) }, issues };
}

/** Null for what a cell cannot hold. */
function cellText(value: unknown): string | null {
  if (value === null) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : null;
}

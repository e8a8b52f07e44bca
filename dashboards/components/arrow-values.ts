import type { CsvValue } from "./csv-text.js";

/** Apache Arrow's numbers for the types that need words of their own. */
const DECIMAL = 7;
const DATE = 8;
const TIMESTAMP = 10;

/** The little of Arrow's field that says how to write its values. */
export interface ResultField {
  name: string;
  type: { typeId: number; scale?: number };
}

/**
 * A value of a DuckDB result as a cell: whole numbers beyond 2^53 as text, dates as YYYY-MM-DD, timestamps as
 * YYYY-MM-DD HH:MM:SS, lists and structs as JSON; null stays null.
 */
export function cellValue(value: unknown, { type }: ResultField): CsvValue {
  if (value === null || value === undefined) return null;
  if (type.typeId === DATE || type.typeId === TIMESTAMP) return dateText(value, type.typeId === DATE);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (type.typeId === DECIMAL)
    return Number(value) / 10 ** (typeof value === "number" ? 0 : (type.scale ?? 0));
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  return JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v));
}

function dateText(value: unknown, dayOnly: boolean): string {
  const date = value instanceof Date ? value : new Date(Number(value));
  if (Number.isNaN(date.getTime())) return String(value);
  const text = date.toISOString();
  return dayOnly ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

import type { ColumnKind } from "../charts/notebook/result.js";
import type { ResultValue } from "../charts/notebook/result.js";

/** Apache Arrow's numbers for its types. */
const BINARY = 4;
const DECIMAL = 7;
const DATE = 8;
const TIME = 9;
const TIMESTAMP = 10;
const INTERVAL = 11;

const KINDS: Readonly<Record<number, ColumnKind>> = {
  2: "number",
  3: "number",
  5: "text",
  6: "boolean",
  [DECIMAL]: "number",
  [TIMESTAMP]: "datetime",
  20: "text",
};
/** Arrow's unit of a date that counts whole days; a timestamp arrives as a date that counts milliseconds. */
const WHOLE_DAYS = 0;

/** The little of Arrow's field that says how to write its values. */
export interface ResultField {
  name: string;
  type: { typeId: number; scale?: number; unit?: number; dictionary?: { typeId: number } };
}

/** What the column holds; an enumeration counts as what it enumerates. */
export function columnKind({ type }: ResultField): ColumnKind {
  if (type.typeId === DATE) return isDay(type) ? "date" : "datetime";
  // Dictionaries have negative numbers.
  return KINDS[type.typeId < 0 ? (type.dictionary?.typeId ?? 0) : type.typeId] ?? "other";
}

const isDay = ({ unit }: ResultField["type"]): boolean => (unit ?? WHOLE_DAYS) === WHOLE_DAYS;

/**
 * A value of a DuckDB result as a cell: whole numbers beyond 2^53 as text, dates as YYYY-MM-DD, timestamps as
 * YYYY-MM-DD HH:MM:SS, times of day as HH:MM:SS, bytes in hexadecimal, lists and structs as JSON; null stays null.
 * An interval, which the reader would misread, says how to have it written.
 */
export function cellValue(value: unknown, { type }: ResultField): ResultValue {
  if (value === null || value === undefined) return null;
  if (type.typeId === DATE) return dateText(value, isDay(type));
  if (type.typeId === TIMESTAMP) return dateText(value, false);
  if (type.typeId === TIME) return timeText(Number(value));
  if (type.typeId === INTERVAL) return "(期間は ::VARCHAR で文字にすると読めます)";
  if (type.typeId === BINARY && value instanceof Uint8Array) return hexText(value);
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

/** @param microseconds since midnight. */
const timeText = (microseconds: number): string =>
  new Date(Math.floor(microseconds / 1000)).toISOString().slice(11, 19);

const hexText = (bytes: Uint8Array): string =>
  `\\x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import type { Column } from "./column.js";
import type { LongRow } from "./long-rows.js";
import { TABLE_COLUMNS } from "./table-columns.js";

const MS_PER_DAY = 86_400_000;

/**
 * tables.parquet: one row group, rows series by series, counts as deltas, dates and texts by dictionary, Snappy.
 * Measured against the other orders, encodings and codecs in docs/decisions/014.
 */
export function tablesParquet(rows: readonly LongRow[]): Uint8Array {
  const columnData = TABLE_COLUMNS.map((column) => columnSource(column, rows));
  const buffer = parquetWriteBuffer({
    columnData,
    schema: [{ name: "root", num_children: TABLE_COLUMNS.length }, ...TABLE_COLUMNS.map(schemaElement)],
    rowGroupSize: Math.max(1, rows.length),
    createdBy: "ikiwatari",
  });
  return new Uint8Array(buffer);
}

function columnSource(
  { name, type }: Column & { name: keyof LongRow },
  rows: readonly LongRow[],
): ColumnSource {
  // One page a column: an index of pages would only add bytes.
  const shared = { name, offsetIndex: false };
  if (type === "date") return { ...shared, data: rows.map((row) => daysOf(row[name] as string | null)) };
  const data = rows.map((row) => row[name]);
  return type === "integer" ? { ...shared, data, encoding: "DELTA_BINARY_PACKED" } : { ...shared, data };
}

const schemaElement = ({ name, type, required }: Column) => ({
  name,
  repetition_type: required ? ("REQUIRED" as const) : ("OPTIONAL" as const),
  ...(type === "integer" && { type: "INT32" as const }),
  ...(type === "date" && { type: "INT32" as const, converted_type: "DATE" as const }),
  ...(type === "string" && { type: "BYTE_ARRAY" as const, converted_type: "UTF8" as const }),
});

const daysOf = (date: string | null): number | null =>
  date === null ? null : Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);

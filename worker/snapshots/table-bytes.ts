import { dictionary, int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { csvText } from "../../data/contract/csv.js";

/** A value of a table that leaves the house. */
export type Cell = string | number | null;

const encoder = new TextEncoder();

/**
 * An Arrow IPC stream; texts are dictionary-encoded, the named columns are nullable 32-bit integers.
 * @throws Error where the writer gives nothing, which it never should
 */
export function tableArrow<K extends string>(
  rows: readonly Record<K, Cell>[],
  columns: readonly K[],
  integers: Set<string>,
): Uint8Array {
  // DuckDB-WASM takes a table without rows only where no column has a dictionary (an empty one is no column to it).
  const textType = (i: number) => (rows.length === 0 ? utf8() : dictionary(utf8(), int32(), false, i));
  const arrays = Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])]));
  const types = Object.fromEntries(
    columns.map((column, i) => [column, integers.has(column) ? int32() : textType(i)]),
  );
  const table = tableFromArrays(arrays as never, { types: types as never });
  const bytes = tableToIPC(table, { format: "stream" });
  if (!bytes) throw new Error("the Arrow writer gave no bytes");
  return bytes;
}

/** A CSV for spreadsheets (data/contract/csv.ts). */
export const tableCsv = <K extends string>(
  rows: readonly Record<K, Cell>[],
  columns: readonly K[],
): Uint8Array =>
  encoder.encode(
    csvText(
      columns,
      rows.map((row) => columns.map((column) => row[column])),
    ),
  );

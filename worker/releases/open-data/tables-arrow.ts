import {
  dateDay,
  dictionary,
  int32,
  tableFromArrays,
  tableToIPC,
  utf8,
  type DataType,
} from "@uwdata/flechette";
import type { LongRow } from "./long-rows.js";
import { TABLE_COLUMNS } from "./table-columns.js";

/**
 * tables.arrow: an Arrow IPC stream; dates as days, counts as nullable 32-bit integers, texts dictionary-encoded.
 * @throws Error where the writer gives nothing, which it never should
 */
export function tablesArrow(rows: readonly LongRow[]): Uint8Array {
  const values = (name: keyof LongRow, type: string): unknown[] => {
    if (type !== "date") return rows.map((row) => row[name]);
    return rows.map((row) => (row[name] === null ? null : new Date(`${String(row[name])}T00:00:00Z`)));
  };
  const typeOf = (type: string, id: number): DataType => {
    if (type === "integer") return int32();
    return type === "date" ? dateDay() : dictionary(utf8(), int32(), false, id);
  };
  const arrays = Object.fromEntries(TABLE_COLUMNS.map(({ name, type }) => [name, values(name, type)]));
  const types = Object.fromEntries(TABLE_COLUMNS.map(({ name, type }, i) => [name, typeOf(type, i)]));
  const bytes = tableToIPC(tableFromArrays(arrays as never, { types: types as never }), { format: "stream" });
  if (!bytes) throw new Error("the Arrow writer gave no bytes");
  return bytes;
}

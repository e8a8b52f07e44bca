import { dictionary, int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { DISTRICT_COLUMNS, type District } from "../../data/contract/district.js";
import { FIGURE_COLUMNS } from "../../data/contract/figure.js";
import type { LedgerFigure } from "../ledger/figures.js";

/** The columns of figures.*: the contract's, and whether the figure was reported or made up. */
export const EXPORT_COLUMNS = [...FIGURE_COLUMNS, "provenance"] as const;
const COUNT_COLUMNS = new Set<string>(["population", "applications", "issued", "held"]);
const TILE_COLUMNS = new Set<string>(["tile_x", "tile_y"]);

const encoder = new TextEncoder();
type Cell = string | number | null;

/** An Arrow IPC stream; texts are dictionary-encoded, counts are nullable 32-bit integers. */
export function figuresArrow(figures: readonly LedgerFigure[]): Uint8Array {
  return arrow(figures, EXPORT_COLUMNS, COUNT_COLUMNS);
}

export function districtsArrow(districts: readonly District[]): Uint8Array {
  return arrow(districts, DISTRICT_COLUMNS, TILE_COLUMNS);
}

function arrow<K extends string>(
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

/** UTF-8 with a BOM and CRLF, so that Excel opens it rightly; a text that a spreadsheet would take for a formula is quoted. */
export function figuresCsv(figures: readonly LedgerFigure[]): Uint8Array {
  return csv(figures, EXPORT_COLUMNS);
}

export function districtsCsv(districts: readonly District[]): Uint8Array {
  return csv(districts, DISTRICT_COLUMNS);
}

function csv<K extends string>(rows: readonly Record<K, Cell>[], columns: readonly K[]): Uint8Array {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return encoder.encode(`\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`);
}

function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Snappy-compressed Parquet, one row group. */
export function figuresParquet(figures: readonly LedgerFigure[]): Uint8Array {
  const columnData: ColumnSource[] = EXPORT_COLUMNS.map((name) => ({
    name,
    data: figures.map((figure) => figure[name]),
    type: COUNT_COLUMNS.has(name) ? "INT32" : "STRING",
    nullable: true,
  }));
  const buffer = parquetWriteBuffer({
    columnData,
    rowGroupSize: Math.max(1, figures.length),
    createdBy: "ikiwatari",
  });
  return new Uint8Array(buffer);
}

/** One object a figure; column names in the contract's order. */
export function figuresJson(
  municipality: string,
  revision: number,
  figures: readonly LedgerFigure[],
): Uint8Array {
  const rows = figures.map((figure) =>
    JSON.stringify(Object.fromEntries(EXPORT_COLUMNS.map((c) => [c, figure[c]]))),
  );
  const head = JSON.stringify({ municipality, revision }).slice(0, -1);
  return encoder.encode(`${head},"figures":[\n${rows.join(",\n")}\n]}\n`);
}

import { dictionary, int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { REFERENCE_COLUMNS } from "../../data/contract/reference-series.js";
import type { KnownReference } from "./ledger.js";

/** A figure as it goes out: with the name of what its code stands for. */
export type NamedReference = KnownReference & { name: string };

const [SERIES, CODE, ...REST] = REFERENCE_COLUMNS;
export const REFERENCE_EXPORT_COLUMNS = [SERIES, CODE, "name", ...REST, "source", "imported_at"] as const;
const COUNTS = new Set<string>(["population", "issued", "held"]);

const encoder = new TextEncoder();

/** An Arrow IPC stream; texts are dictionary-encoded, counts are nullable 32-bit integers. */
export function referenceArrow(figures: readonly NamedReference[]): Uint8Array {
  // DuckDB-WASM takes a table without rows only where no column has a dictionary.
  const text = (i: number) => (figures.length === 0 ? utf8() : dictionary(utf8(), int32(), false, i));
  const columns = Object.fromEntries(REFERENCE_EXPORT_COLUMNS.map((c) => [c, figures.map((f) => f[c])]));
  const types = Object.fromEntries(
    REFERENCE_EXPORT_COLUMNS.map((c, i) => [c, COUNTS.has(c) ? int32() : text(i)]),
  );
  const bytes = tableToIPC(tableFromArrays(columns as never, { types: types as never }), {
    format: "stream",
  });
  if (!bytes) throw new Error("the Arrow writer gave no bytes");
  return bytes;
}

/** UTF-8 with a BOM and CRLF, so that Excel opens it rightly. No text of it holds a comma, a quotation mark or begins like a formula. */
export function referenceCsv(figures: readonly NamedReference[]): Uint8Array {
  const lines = figures.map((f) => REFERENCE_EXPORT_COLUMNS.map((c) => f[c] ?? "").join(","));
  return encoder.encode(`\uFEFF${[REFERENCE_EXPORT_COLUMNS.join(","), ...lines].join("\r\n")}\r\n`);
}

/** One object a figure, under the number of the import they were read at. */
export function referenceJson(figures: readonly NamedReference[], number: number): Uint8Array {
  const rows = figures.map((f) =>
    JSON.stringify(Object.fromEntries(REFERENCE_EXPORT_COLUMNS.map((c) => [c, f[c]]))),
  );
  return encoder.encode(`{"import":${number},"figures":[\n${rows.join(",\n")}\n]}\n`);
}

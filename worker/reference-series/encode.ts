import { REFERENCE_COLUMNS } from "../../data/contract/reference-series.js";
import { tableArrow, tableCsv } from "../snapshots/table-bytes.js";
import type { KnownReference } from "./ledger.js";

/** A figure as it goes out: with the name of what its code stands for. */
export type NamedReference = KnownReference & { name: string };

const [SERIES, CODE, ...REST] = REFERENCE_COLUMNS;
export const REFERENCE_EXPORT_COLUMNS = [SERIES, CODE, "name", ...REST, "source", "imported_at"] as const;
const COUNTS = new Set<string>(["population", "issued", "held"]);

const encoder = new TextEncoder();

export const referenceArrow = (figures: readonly NamedReference[]): Uint8Array =>
  tableArrow(figures, REFERENCE_EXPORT_COLUMNS, COUNTS);

export const referenceCsv = (figures: readonly NamedReference[]): Uint8Array =>
  tableCsv(figures, REFERENCE_EXPORT_COLUMNS);

/** One object a figure, under the number of the import they were read at. */
export function referenceJson(figures: readonly NamedReference[], number: number): Uint8Array {
  const rows = figures.map((f) =>
    JSON.stringify(Object.fromEntries(REFERENCE_EXPORT_COLUMNS.map((c) => [c, f[c]]))),
  );
  return encoder.encode(`{"import":${number},"figures":[\n${rows.join(",\n")}\n]}\n`);
}

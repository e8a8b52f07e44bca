import { tableArrow, type Cell } from "../snapshots/table-bytes.js";

/** What a page reads of a published total. */
const COLUMNS = ["code", "name", "as_of", "population", "population_as_of", "issued"] as const;
const COUNTS = new Set(["population", "issued"]);

/** Published totals as an Arrow IPC stream: DuckDB in a page knows no other format. */
export const publishedArrow = (rows: readonly Record<(typeof COLUMNS)[number], Cell>[]): Uint8Array =>
  tableArrow(rows, COLUMNS, COUNTS);

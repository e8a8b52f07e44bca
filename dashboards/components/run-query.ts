import { cellValue, type ResultField } from "./arrow-values.js";
import type { CsvValue } from "./csv-text.js";
import type { Database } from "./duckdb.js";

/** Beyond this a result would fill the memory of an office PC: reading stops and says so. */
export const MOST_ROWS = 200_000;

export interface QueryResult {
  columns: string[];
  /** Per column: numbers are set right. */
  numeric: boolean[];
  rows: CsvValue[][];
  /** There were more rows than MOST_ROWS. */
  cut: boolean;
  milliseconds: number;
}

/**
 * Statements that would bring something in from outside. The database refuses most of them itself; INSTALL it lets
 * pass in a browser without doing anything, and silence would look like success.
 */
const FROM_OUTSIDE = /(?:^|;)\s*(?:INSTALL|LOAD|ATTACH|COPY|EXPORT|IMPORT)\b/i;

/** Runs a query and reads its rows, at most MOST_ROWS. @param clock milliseconds of a steady clock. */
export async function runQuery(database: Database, sql: string, clock: () => number): Promise<QueryResult> {
  if (FROM_OUTSIDE.test(sql)) throw new Error("external access is disabled: INSTALL, LOAD, ATTACH, COPY");
  const start = clock();
  const stream = await database.send(sql);
  const rows: CsvValue[][] = [];
  let fields: ResultField[] = [];
  let cut = false;
  for await (const batch of stream) {
    fields = batch.schema.fields as unknown as ResultField[];
    const vectors = fields.map((_, i) => batch.getChildAt(i));
    for (let i = 0; i < batch.numRows && !cut; i++) {
      rows.push(fields.map((field, c) => cellValue(vectors[c]?.get(i), field)));
      cut = rows.length >= MOST_ROWS;
    }
    if (cut) {
      await database.cancel();
      break;
    }
  }
  if (fields.length === 0) fields = stream.fields as ResultField[];
  return {
    columns: fields.map((f) => f.name),
    numeric: fields.map((_, c) => rows.some((r) => typeof r[c] === "number")),
    rows,
    cut,
    milliseconds: clock() - start,
  };
}

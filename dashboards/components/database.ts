import type { QueryRow } from "../queries/query.js";

/** Some rows of a result, column by column, as Apache Arrow has them. */
export interface ResultBatch {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly unknown[] };
  getChildAt(column: number): { get(row: number): unknown } | null;
}

/** The batches of a result, and its columns once the first has come. */
export interface ResultStream extends AsyncIterable<ResultBatch> {
  readonly fields: readonly unknown[];
}

/** What a table is made from: an Arrow IPC stream. */
export interface TableFile {
  table: string;
  bytes: Uint8Array;
}

/** Tables that only some pages need, loaded when the first of them is opened. */
export interface MoreTables {
  /** Known by this name: tables that are there already are not loaded again. */
  name: string;
  /** Called for each start of an engine, as the engine takes the bytes for itself. */
  load(): Promise<readonly TableFile[]>;
  /** Statements that run after the files are in. */
  setup: string;
}

/** One DuckDB for the visit. It reads nothing from outside: no extension, no file, no address. */
export interface Database {
  /** Runs a query to its end; rows as plain objects, whole numbers as numbers. */
  rows(sql: string): Promise<QueryRow[]>;
  /** Starts a query whose batches are read one by one and that `cancel` can stop. */
  send(sql: string): Promise<ResultStream>;
  /** Asks the query that was sent to stop; one in the middle of a long step hears it late. */
  cancel(): Promise<boolean>;
  /** Ends the engine at once, with whatever it is at, and starts another with the same tables. */
  restart(): Promise<void>;
  /** Loads further tables; an engine that is started anew has them as well. */
  add(tables: MoreTables): Promise<void>;
  /** From here on statements can only read; what they make beside the tables (a view) is gone at the end. */
  beginReading(): Promise<void>;
  endReading(): Promise<void>;
  /**
   * Whether a statement may have changed the tables, or one that only reads is not at its end: the next page then
   * wants an engine of its own.
   */
  changed(): boolean;
  /** Ends the engine for good. */
  end(): void;
}

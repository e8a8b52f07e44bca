import * as duckdb from "npm:@duckdb/duckdb-wasm@1.32.0";
import type { QueryRow } from "../queries/query.js";

const wasmUrl = import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm");
const workerUrl = import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.js");

type Connection = Awaited<ReturnType<duckdb.AsyncDuckDB["connect"]>>;
/** The batches of a result; of Apache Arrow, which DuckDB brings along. */
export type ResultReader = Awaited<ReturnType<Connection["send"]>>;

/** What a table is made from. */
export interface TableFile {
  table: string;
  format: "arrow" | "csv";
  bytes: Uint8Array;
}

/** One DuckDB for the page. It reads nothing from outside: no extension, no file, no address. */
export interface Database {
  /** Runs a query to its end; rows as plain objects, whole numbers as numbers. */
  rows(sql: string): Promise<QueryRow[]>;
  /** Starts a query whose batches are read one by one and that `cancel` can stop. */
  send(sql: string): Promise<ResultReader>;
  cancel(): Promise<boolean>;
}

/** A stream without columns is how a table of no rows may arrive; DuckDB refuses it, and it makes no table. */
const NO_COLUMNS = "at least one column";

async function insertArrow(connection: Connection, table: string, bytes: Uint8Array): Promise<void> {
  try {
    await connection.insertArrowFromIPCStream(bytes, { name: table, create: true });
  } catch (error) {
    if (!(error instanceof Error && error.message.includes(NO_COLUMNS))) throw error;
  }
}

/**
 * Starts DuckDB, loads the tables and locks it: from then on SQL can neither load an extension nor reach a file.
 * @param setup statements that run after all files are in and before the lock.
 * @param onBytes how many bytes of the engine have arrived.
 */
export async function openDatabase(
  files: Promise<readonly TableFile[]>,
  setup: string,
  onBytes: (bytes: number) => void,
): Promise<Database> {
  // A same-origin script, no blob: the page's policy allows nothing else.
  const worker = new Worker(workerUrl);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("the engine's worker failed")));
  });
  await Promise.race([failed, db.instantiate(wasmUrl, null, ({ bytesLoaded }) => onBytes(bytesLoaded))]);
  await db.open({
    query: { castBigIntToDouble: true, castTimestampToDate: true, castDecimalToDouble: true },
  });
  const connection = await db.connect();
  for (const { table, format, bytes } of await files) {
    if (format === "arrow") {
      await insertArrow(connection, table, bytes);
    } else {
      await db.registerFileBuffer(`${table}.csv`, bytes);
      await connection.query(`CREATE TABLE "${table}" AS FROM read_csv('${table}.csv', all_varchar = true)`);
    }
  }
  for (const statement of setup.split(";").filter((s) => s.trim())) await connection.query(statement);
  await connection.query(
    "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET enable_external_access=false; SET lock_configuration=true",
  );
  return {
    rows: async (sql) => (await connection.query(sql)).toArray().map((row) => row.toJSON() as QueryRow),
    send: (sql) => connection.send(sql, true),
    cancel: () => connection.cancelSent(),
  };
}

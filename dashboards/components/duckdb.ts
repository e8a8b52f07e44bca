import * as duckdb from "npm:@duckdb/duckdb-wasm@1.32.0";
import type { QueryRow } from "../queries/query.js";

const wasmUrl = import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm");
const workerUrl = import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.js");

type Connection = Awaited<ReturnType<duckdb.AsyncDuckDB["connect"]>>;
/** Of Apache Arrow, which DuckDB brings along. */
type ResultReader = Awaited<ReturnType<Connection["send"]>>;
type Batch = ResultReader extends AsyncIterable<infer B> ? B : never;

/** The batches of a result, and its columns once the first has come. */
export interface ResultStream extends AsyncIterable<Batch> {
  readonly fields: readonly unknown[];
}

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
  send(sql: string): Promise<ResultStream>;
  /** Asks the query that was sent to stop; one in the middle of a long step hears it late. */
  cancel(): Promise<boolean>;
  /** Ends the engine at once, with whatever it is at, and starts another with the same tables. */
  restart(): Promise<void>;
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

/** An engine in its worker, its tables loaded and locked. */
interface Engine {
  connection: Connection;
  /** Rejects when the engine ends; nothing it was asked is answered after that. */
  ended: Promise<never>;
  end(): void;
}

/**
 * Starts DuckDB, loads the tables and locks it: from then on SQL can neither load an extension nor reach a file.
 * @param loadFiles called for each start of an engine, as the engine takes the bytes for itself.
 * @param setup statements that run after all files are in and before the lock.
 * @param onBytes how many bytes of the engine have arrived.
 */
export async function openDatabase(
  loadFiles: () => Promise<readonly TableFile[]>,
  setup: string,
  onBytes: (bytes: number) => void,
): Promise<Database> {
  let starting = startEngine(loadFiles(), setup, onBytes);
  await starting;
  return {
    rows: async (sql) => {
      const { connection, ended } = await starting;
      const table = await Promise.race([connection.query(sql), ended]);
      return table.toArray().map((row) => row.toJSON() as QueryRow);
    },
    send: async (sql) => {
      const { connection, ended } = await starting;
      return streamUntil(await Promise.race([connection.send(sql, true), ended]), ended);
    },
    cancel: async () => {
      const { connection, ended } = await starting;
      return Promise.race([connection.cancelSent(), ended]);
    },
    restart: async () => {
      (await starting).end();
      starting = startEngine(loadFiles(), setup, () => undefined);
      await starting;
    },
  };
}

async function startEngine(
  files: Promise<readonly TableFile[]>,
  setup: string,
  onBytes: (bytes: number) => void,
): Promise<Engine> {
  // A same-origin script, no blob: the page's policy allows nothing else.
  const worker = new Worker(workerUrl);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  let fail: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (fail = reject));
  ended.catch(() => null);
  worker.addEventListener("error", () => fail(new Error("the engine's worker failed")));
  await Promise.race([ended, db.instantiate(wasmUrl, null, ({ bytesLoaded }) => onBytes(bytesLoaded))]);
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
  const end = () => {
    worker.terminate();
    fail(new Error("interrupted: the engine was ended"));
  };
  return { connection, ended, end };
}

/** The batches of a result for as long as its engine lives. */
function streamUntil(reader: ResultReader, ended: Promise<never>): ResultStream {
  const batches = reader[Symbol.asyncIterator]();
  return {
    get fields() {
      return reader.schema?.fields ?? [];
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const next = await Promise.race([batches.next(), ended]);
        if (next.done) return;
        yield next.value;
      }
    },
  };
}

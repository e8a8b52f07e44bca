import * as duckdb from "@duckdb/duckdb-wasm";
import type { QueryRow } from "../queries/query.js";
import type { Database, MoreTables, ResultStream, TableFile } from "./database.js";

const workerUrl = import.meta.resolve("./engine-worker.js");

declare global {
  /** The worker that was started after the first paint; the first engine of a visit takes it. */
  var startedEngine: Worker | undefined;
}

function takeWorker(): Worker {
  // A same-origin script, no blob: the page's policy allows nothing else.
  const worker = globalThis.startedEngine ?? new Worker(workerUrl, { type: "module" });
  globalThis.startedEngine = undefined;
  return worker;
}

type Connection = Awaited<ReturnType<duckdb.AsyncDuckDB["connect"]>>;
/** Of Apache Arrow, which DuckDB brings along. */
type ResultReader = Awaited<ReturnType<Connection["send"]>>;

const LOCK =
  "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET enable_external_access=false; SET lock_configuration=true";

/** Any word of a statement that writes; found in a text or a name it costs a start of the engine, no more. */
const WRITES =
  /\b(?:ALTER|ATTACH|BEGIN|CREATE|DELETE|DETACH|DROP|INSERT|MERGE|PRAGMA|RESET|SET|TRUNCATE|UPDATE|USE)\b/i;

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
  const added = new Map<string, Promise<void>>();
  const more: MoreTables[] = [];
  let changed = false;
  let reading = false;
  const addTables = async (tables: MoreTables): Promise<void> => {
    await loadTables(await starting, await tables.load(), tables.setup);
    more.push(tables);
  };
  return {
    rows: async (sql) => {
      changed ||= !reading && WRITES.test(sql);
      const { connection, ended } = await starting;
      const table = await Promise.race([connection.query(sql), ended]);
      return table.toArray().map((row) => row.toJSON() as QueryRow);
    },
    send: async (sql) => {
      changed ||= !reading && WRITES.test(sql);
      const { connection, ended } = await starting;
      return streamUntil(await Promise.race([connection.send(sql, true), ended]), ended);
    },
    cancel: async () => {
      const { connection, ended } = await starting;
      return Promise.race([connection.cancelSent(), ended]);
    },
    beginReading: async () => {
      const { connection, ended } = await starting;
      reading = true;
      await Promise.race([connection.query("BEGIN TRANSACTION READ ONLY"), ended]);
    },
    endReading: async () => {
      // An engine that was started anew reads no more.
      if (!reading) return;
      const { connection, ended } = await starting;
      try {
        await Promise.race([connection.query("ROLLBACK"), ended]);
      } catch {
        // Where nothing is to be ended, a statement has ended it itself and may have written after that.
        changed ||= reading;
      }
      reading = false;
    },
    restart: async () => {
      (await starting).end();
      changed = reading = false;
      starting = startEngine(loadFiles(), setup, () => undefined).then(async (engine) => {
        for (const tables of more) await loadTables(engine, await tables.load(), tables.setup);
        return engine;
      });
      await starting;
    },
    add: (tables) => {
      const adding = added.get(tables.name) ?? addTables(tables);
      added.set(tables.name, adding);
      // What could not be had may be had the next time.
      adding.catch(() => added.delete(tables.name));
      return adding;
    },
    changed: () => changed || reading,
    end: () => void starting.then((engine) => engine.end()),
  };
}

async function startEngine(
  files: Promise<readonly TableFile[]>,
  setup: string,
  onBytes: (bytes: number) => void,
): Promise<Engine> {
  const worker = takeWorker();
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  let fail: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (fail = reject));
  ended.catch(() => null);
  worker.addEventListener("error", () => fail(new Error("the engine's worker failed")));
  await Promise.race([ended, db.instantiate(workerUrl, null, ({ bytesLoaded }) => onBytes(bytesLoaded))]);
  await db.open({
    query: { castBigIntToDouble: true, castTimestampToDate: true, castDecimalToDouble: true },
  });
  const connection = await db.connect();
  await loadTables({ connection }, await files, `${setup};\n${LOCK}`);
  const end = () => {
    worker.terminate();
    fail(new Error("interrupted: the engine was ended"));
  };
  return { connection, ended, end };
}

/** Loading is from memory, so that a locked engine can do it as well. */
async function loadTables(
  { connection }: Pick<Engine, "connection">,
  files: readonly TableFile[],
  setup: string,
): Promise<void> {
  for (const { table, bytes } of files) await insertArrow(connection, table, bytes);
  // At once: each statement by itself would wait for a thread that draws meanwhile.
  await connection.query(setup);
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

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { QueryRow } from "../../../dashboards/queries/query.js";
import { MAKE_REFERENCE_TABLES } from "../../../dashboards/queries/reference-tables.js";
import type { ReferenceTables } from "./mic-reference.js";
import { ONE_THREAD } from "./town-database.js";

let engine: Promise<DuckDBInstance> | null = null;
let opened = 0;

const PLACES = ["code", "name", "as_of", "population", "population_as_of", "issued", "held"] as const;
const AGES = ["as_of", "age_band", "sex", "population", "population_as_of", "issued", "held"] as const;
const COUNTS = new Set<string>(["population", "issued", "held"]);

/** Native DuckDB with the tables of the ministry, made by the statements that make them in the browser. */
export interface ReferenceDatabase {
  rows(sql: string): Promise<QueryRow[]>;
  close(): void;
}

export async function openReference({ places, ages }: ReferenceTables): Promise<ReferenceDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ikiwatari-reference-"));
  engine ??= DuckDBInstance.create(":memory:", ONE_THREAD);
  const connection = await (await engine).connect();
  // A database of its own in the one engine: a new engine takes most of the time.
  const name = `reference_${++opened}`;
  await connection.run(`ATTACH ':memory:' AS ${name}; USE ${name}`);
  const load = async <K extends string>(
    table: string,
    columns: readonly K[],
    rows: readonly Record<K, string | number | null>[],
  ): Promise<void> => {
    const path = join(folder, `${table}.csv`);
    writeFileSync(path, `${rows.map((row) => columns.map((c) => row[c] ?? "").join(",")).join("\n")}\n`);
    const types = columns.map((c) => `'${c}': '${COUNTS.has(c) ? "INTEGER" : "VARCHAR"}'`).join();
    if (rows.length > 0)
      await connection.run(
        `CREATE TABLE ${table} AS FROM read_csv('${path}', header = false, columns = {${types}})`,
      );
  };
  await load("reference_towns_file", PLACES, places);
  await load("reference_ages_file", AGES, ages);
  for (const statement of MAKE_REFERENCE_TABLES.split(";").filter((s) => s.trim()))
    await connection.run(statement);
  rmSync(folder, { recursive: true });
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as QueryRow[],
    close: () => connection.closeSync(),
  };
}

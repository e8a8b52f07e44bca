import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { QueryRow } from "../../../dashboards/queries/query.js";
import { MAKE_TABLES } from "../../../dashboards/queries/tables.js";
import { compareFigures } from "../../../data/contract/figure-order.js";
import { figuresParquet } from "../../../worker/snapshots/encode.js";

/** A town's tables in native DuckDB, made from the very figures.parquet that a snapshot holds. */
export interface TownDatabase {
  rows(sql: string): Promise<QueryRow[]>;
  close(): void;
}

/** Test files run side by side already. */
export const ONE_THREAD = { threads: "1" };

let engine: Promise<DuckDBInstance> | null = null;
const TABLES = ["figures", "district_figures", "districts", "published", "town_ages"];

const text = (value: string | number | null): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** The tables of the notebooks over `source`, by the statements that make them in the browser. */
export async function openTown({
  figures,
  districts,
  published = [],
  townAges = [],
}: PageSource): Promise<TownDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ikiwatari-parity-"));
  const file = join(folder, "figures.parquet");
  const rows = [...figures].sort(compareFigures).map((f) => ({ ...f, provenance: "synthetic" as const }));
  writeFileSync(file, figuresParquet(rows));
  engine ??= DuckDBInstance.create(":memory:", ONE_THREAD);
  const connection = await (await engine).connect();
  // One engine serves the towns one after another; a new one for each of them takes most of the time.
  for (const table of TABLES) await connection.run(`DROP TABLE IF EXISTS ${table}`);
  await connection.run(`CREATE TABLE figures_file AS FROM read_parquet('${file}')`);
  await connection.run(`CREATE TABLE districts_file (municipality VARCHAR, code VARCHAR, name VARCHAR,
    kana VARCHAR, name_en VARCHAR, area VARCHAR, tile_x INTEGER, tile_y INTEGER)`);
  const lists = districts.map(
    (d) =>
      `(${[d.municipality, d.code, d.name, d.kana, d.name_en, d.area, d.tile_x, d.tile_y].map(text).join()})`,
  );
  if (lists.length > 0) await connection.run(`INSERT INTO districts_file VALUES ${lists.join()}`);
  await connection.run(`CREATE TABLE published_file (code VARCHAR, name VARCHAR, as_of VARCHAR,
    population VARCHAR, population_as_of VARCHAR, issued VARCHAR, source VARCHAR)`);
  const totals = published.map(
    (p) =>
      `(${[p.code, p.name, p.as_of, String(p.population), null, String(p.issued), ""].map(text).join()})`,
  );
  if (totals.length > 0) await connection.run(`INSERT INTO published_file VALUES ${totals.join()}`);
  for (const statement of MAKE_TABLES.split(";").filter((s) => s.trim())) await connection.run(statement);
  await connection.run(`CREATE TABLE town_ages (as_of DATE, age_band VARCHAR, sex VARCHAR, population INTEGER,
    population_as_of VARCHAR, applications INTEGER, issued INTEGER, held INTEGER)`);
  const ages = townAges.map(
    (row) =>
      `(${[row.as_of, row.age_band, row.sex, row.population, null, row.applications, row.issued, row.held].map(text).join()})`,
  );
  if (ages.length > 0) await connection.run(`INSERT INTO town_ages VALUES ${ages.join()}`);
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as QueryRow[],
    close: () => {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

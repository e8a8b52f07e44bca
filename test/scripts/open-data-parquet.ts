import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** The rows of a Parquet file as native DuckDB reads them, dates as ISO texts. */
export async function decodeParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const folder = await mkdtemp(join(tmpdir(), "open-data-"));
  const path = join(folder, "tables.parquet");
  try {
    await writeFile(path, bytes);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const reader = await connection.runAndReadAll(
      `SELECT * REPLACE (as_of::VARCHAR AS as_of, population_as_of::VARCHAR AS population_as_of) FROM read_parquet('${path}')`,
    );
    connection.closeSync();
    return reader.getRowObjectsJS();
  } finally {
    await rm(folder, { recursive: true });
  }
}

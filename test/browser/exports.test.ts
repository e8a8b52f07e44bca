import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { product } from "./visitor.js";

/** Other people's readers over what the product really serves. */
const folder = mkdtempSync(join(tmpdir(), "ikiwatari-exports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TOWNS = product.osaka ? ["173843", "271004"] : ["173843"];
const COLUMNS = [
  "municipality",
  "as_of",
  "district",
  "age_band",
  "sex",
  "population",
  "population_as_of",
  "applications",
  "issued",
  "held",
  "provenance",
];

describe.each(TOWNS)("the exports of %s", (town) => {
  const file = (format: string) => join(folder, `${town}.${format}`);
  let json: Record<string, unknown>[];

  beforeAll(async () => {
    for (const format of ["csv", "json", "arrow", "parquet"]) {
      const response = await fetch(`${product.url}/api/v1/figures.${format}?municipality=${town}`, {
        headers: { authorization: `Bearer ${product.token}` },
      });
      if (!response.ok) throw new Error(`figures.${format}: ${response.status}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      writeFileSync(file(format), bytes);
      if (format === "json")
        json = (JSON.parse(bytes.toString()) as { figures: Record<string, unknown>[] }).figures;
    }
  });

  it("hold the same rows: Arrow by apache-arrow", async () => {
    const table = tableFromIPC(readFileSync(file("arrow")));
    expect(table.schema.fields.map((f) => f.name)).toEqual(COLUMNS);
    const rows = table
      .toArray()
      .map((row) => Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? null])));
    expect(rows).toEqual(json);
  });

  it("hold the same rows: Parquet and CSV by native DuckDB", async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const parquet = await connection.runAndReadAll(
      `SELECT ${COLUMNS.join(", ")} FROM read_parquet('${file("parquet")}')`,
    );
    expect(parquet.getRowObjects()).toEqual(json);
    const types =
      "{'municipality': 'VARCHAR', 'as_of': 'VARCHAR', 'district': 'VARCHAR', 'population_as_of': 'VARCHAR', 'applications': 'INTEGER', 'issued': 'INTEGER', 'held': 'INTEGER', 'population': 'INTEGER'}";
    const csv = await connection.runAndReadAll(
      `SELECT ${COLUMNS.join(", ")} FROM read_csv('${file("csv")}', header = true, types = ${types})`,
    );
    expect(csv.getRowObjects()).toEqual(json);
    connection.closeSync();
  });
});

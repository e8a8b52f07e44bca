import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { DISTRICT_LIST } from "../../dashboards/queries/district-list.js";
import { districtTotalsOf } from "../../dashboards/queries/district-totals.js";
import { readLoadedTables } from "../../dashboards/queries/loaded-tables.js";
import { publishedTotalsOf } from "../../dashboards/queries/published-totals.js";
import type { QueryRow } from "../../dashboards/queries/query.js";
import { MAKE_TABLES } from "../../dashboards/queries/tables.js";
import type { Question } from "../../dashboards/queries/question.js";
import { TOWN_TOTALS } from "../../dashboards/queries/town-totals.js";
import type { Figure } from "../../data/contract/figure.js";
import { districtTotals, townTotals } from "../../data/indicators/totals.js";
import { district, figure, figuresArbitrary } from "./towns.js";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});

const rows = async (sql: string): Promise<QueryRow[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJS() as QueryRow[];

const asked = async <T>(question: Question<T>): Promise<T> => question.read(await rows(question.sql));

const literal = (value: string | number | null): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** The files as a page loads them, then the same statements that make its tables. */
async function load(
  figures: readonly Figure[],
  districts = [district("01", { tile_x: 1, tile_y: 2 })],
): Promise<void> {
  for (const table of ["figures", "district_figures", "districts", "published"])
    await connection.run(`DROP TABLE IF EXISTS ${table}`);
  await connection.run(`CREATE TABLE figures_file (municipality VARCHAR, as_of VARCHAR, district VARCHAR,
    age_band VARCHAR, sex VARCHAR, population INTEGER, population_as_of VARCHAR, applications INTEGER,
    issued INTEGER, held INTEGER, provenance VARCHAR)`);
  const values = figures.map(
    (f) =>
      `(${[f.municipality, f.as_of, f.district, f.age_band, f.sex, f.population, f.population_as_of, f.applications, f.issued, f.held, "synthetic"].map(literal).join()})`,
  );
  if (values.length > 0) await connection.run(`INSERT INTO figures_file VALUES ${values.join()}`);
  await connection.run(`CREATE TABLE published_file (code VARCHAR, name VARCHAR, as_of VARCHAR, population VARCHAR,
    population_as_of VARCHAR, issued VARCHAR, source VARCHAR)`);
  await connection.run(`INSERT INTO published_file VALUES
    ('000000', '全国', '2022-12-31', '125927902', '2022-01-01', '71905789', ''),
    ('170003', '石川県', '2022-12-31', '1124501', '2022-01-01', '656256', ''),
    ('131001', 'ほかの町', '2022-12-31', '10', '2022-01-01', '5', ''),
    ('173843', '志賀町', '2022-12-31', '19178', '2022-01-01', '13135', '')`);
  for (const statement of MAKE_TABLES.split(";").filter((s) => s.trim())) await connection.run(statement);
  for (const d of districts) {
    const cells = [d.municipality, d.code, d.name, d.kana, d.name_en, d.area, d.tile_x, d.tile_y];
    await connection.run(`INSERT INTO districts VALUES (${cells.map(literal).join()})`);
  }
}

describe("the queries of the pages", () => {
  it("sum as data/indicators does, for any figures", async () => {
    await fc.assert(
      fc.asyncProperty(figuresArbitrary, async (figures) => {
        await load(figures);
        expect(await asked(TOWN_TOTALS)).toEqual(townTotals(figures));
        for (const asOf of new Set(figures.map((f) => f.as_of))) {
          expect(await asked(districtTotalsOf(asOf))).toEqual(districtTotals(figures, asOf));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("find no districts in a release of totals", async () => {
    await load([figure({})]);
    expect(await asked(districtTotalsOf("2026-10-31"))).toEqual([]);
    expect(await asked(TOWN_TOTALS)).toEqual(townTotals([figure({})]));
  });

  it("refuse a date that is none, before it reaches the SQL", () => {
    expect(() => districtTotalsOf("2026-10-31' OR 1=1 --")).toThrow("ISO date");
  });

  it("list the districts with their places", async () => {
    await load([figure({ district: "01" })]);
    expect(await asked(DISTRICT_LIST)).toEqual([district("01", { tile_x: 1, tile_y: 2 })]);
  });

  it("compare a town with its prefecture and the nation only", async () => {
    await load([figure({})]);
    const published = await asked(publishedTotalsOf("173843"));
    expect(published.map((p) => p.name)).toEqual(["全国", "石川県", "志賀町"]);
    expect(published[2]).toEqual({
      code: "173843",
      name: "志賀町",
      as_of: "2022-12-31",
      population: 19178,
      issued: 13135,
    });
  });

  it("read the town's own row where it stands beside its districts", async () => {
    await load([
      figure({ district: "all", population: 150, held: 130 }),
      figure({ district: "01", population: 100, held: 90 }),
      figure({ district: "02", population: 50, held: null }),
    ]);
    expect(await asked(TOWN_TOTALS)).toMatchObject([{ population: 150, held: 130 }]);
    const districts = await asked(districtTotalsOf("2026-10-31"));
    expect(districts.map((d) => [d.district, d.population, d.held])).toEqual([
      ["01", 100, 90],
      ["02", 50, null],
    ]);
  });

  it("say what is loaded", async () => {
    await load([figure({ as_of: "2022-12-31" }), figure({})]);
    const [figures, districtFigures, districts, published] = await readLoadedTables(rows);
    expect(figures).toMatchObject({ name: "figures", rows: 2, from: "2022-12-31", to: "2026-10-31" });
    expect(figures!.columns).toContainEqual({ name: "provenance", type: "VARCHAR" });
    expect(districtFigures).toMatchObject({ name: "district_figures" });
    expect(districts).toMatchObject({ name: "districts", rows: 1, from: null });
    expect(published).toMatchObject({ name: "published", rows: 4 });
  });
});

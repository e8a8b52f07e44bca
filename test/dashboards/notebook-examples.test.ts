import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES, examplesFor } from "../../dashboards/queries/examples.js";
import { readLoadedTables } from "../../dashboards/queries/loaded-tables.js";
import { MAKE_REFERENCE_TABLES } from "../../dashboards/queries/reference-tables.js";
import { SQL_WORDS, sqlWordsFrom } from "../../dashboards/queries/sql-words.js";
import { columnMeaning, TABLE_WORDS } from "../../dashboards/queries/table-words.js";
import { openTown, type TownDatabase } from "./parity/town-database.js";
import { district, figure, town } from "./towns.js";

const AGES = ["0-64", "65+"] as const;
const SEXES = ["male", "female"] as const;

/** Two districts, two ages, both sexes, three dates; 北 has 80% and 南 60% of cards at the last one. */
const FIGURES = ["2025-10-31", "2026-09-30", "2026-10-31"].flatMap((as_of, step) =>
  ["01", "02"].flatMap((code) =>
    AGES.flatMap((age_band) =>
      SEXES.map((sex) =>
        figure({
          as_of,
          district: code,
          age_band,
          sex,
          population: 100,
          applications: 90,
          issued: 85,
          held: (code === "01" ? 60 : 40) + 10 * step,
        }),
      ),
    ),
  ),
);

let database: TownDatabase;
beforeAll(async () => {
  const districts = [district("01", { name: "北" }), district("02", { name: "南" })];
  database = await openTown({
    ...town(FIGURES, districts),
    published: [
      {
        code: "173843",
        name: "志賀町",
        as_of: "2022-12-31",
        population: 19178,
        issued: 13135,
      },
    ],
  });
  // What only some towns and doors have.
  await database.rows(`CREATE OR REPLACE TABLE town_ages AS
    SELECT as_of, age_band, 'all' AS sex, sum(population)::INTEGER AS population, NULL::VARCHAR AS population_as_of,
      sum(applications)::INTEGER AS applications, sum(issued)::INTEGER AS issued, sum(held)::INTEGER AS held
    FROM figures GROUP BY as_of, age_band`);
  await database.rows(`CREATE OR REPLACE TABLE reference_towns_file AS
    SELECT * FROM (VALUES ('173843', '志賀町', '2022-12-31', 19178, '2022-01-01', 13135, NULL::INTEGER),
      ('172073', '羽咋市', '2022-12-31', 20000, '2022-01-01', 15000, NULL),
      ('173860', '宝達志水町', '2022-12-31', 12000, '2022-01-01', 6000, NULL))
      t(code, name, as_of, population, population_as_of, issued, held)`);
  await database.rows("DROP TABLE IF EXISTS reference_places");
  for (const name of ["towns", "areas", "ages"])
    await database.rows(`DROP TABLE IF EXISTS reference_${name}`);
  for (const statement of MAKE_REFERENCE_TABLES.split(";").filter((s) => s.trim()))
    await database.rows(statement);
});
afterAll(async () => {
  for (const name of ["town_ages", "reference_towns", "reference_areas", "reference_ages"])
    await database.rows(`DROP TABLE ${name}`);
  database.close();
});

const ask = (name: string) => database.rows(EXAMPLES.find((e) => e.name.startsWith(name))!.sql);

describe("the notebook's examples", () => {
  it("are enough to start from, each told by its name", () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(8);
    expect(new Set(EXAMPLES.map((e) => e.name)).size).toBe(EXAMPLES.length);
  });

  it.each(EXAMPLES)("run: $name", async ({ sql }) => {
    expect((await database.rows(sql)).length).toBeGreaterThan(0);
  });

  it("find the district that is behind, and how many it lacks", async () => {
    // The town has 560 of 800, which is 70%; 南 has 240 of 400 and lacks 40.
    expect(await ask("遅れている地区")).toMatchObject([{ 地区: "南", 率: 60, 町の率まであと人: 40 }]);
  });

  it("count what was added since the date before, district by district", async () => {
    const rows = await ask("先月からの動き");
    expect(rows.map((r) => [r["地区"], Number(r["増えた枚数"])])).toEqual(
      expect.arrayContaining([
        ["北", 40],
        ["南", 40],
      ]),
    );
  });

  it("share the missing among the ages to 100%", async () => {
    const rows = await ask("足りない分への割合");
    expect(rows.map((r) => [Number(r["持っていない人"]), r["割合"]])).toEqual([
      [120, 50],
      [120, 50],
    ]);
  });

  it("rank the districts, and the town among all", async () => {
    expect(await ask("地区の順位")).toMatchObject([
      { 地区: "北", 率: 80 },
      { 地区: "南", 率: 60 },
    ]);
    const [own] = await ask("全国の市区町村の中の順位");
    expect([own!["率"], Number(own!["順位"]), Number(own!["団体数"])]).toEqual([68.5, 2, 3]);
  });

  it("are offered where their tables are", () => {
    const names = (tables: string[]) => examplesFor(tables).map(({ example }) => example.needs);
    expect(names(["figures"])).not.toContain("reference_towns");
    expect(names(["figures", "reference_towns"])).toContain("reference_towns");
    expect(names(["figures", "town_ages"])).toContain("town_ages");
    // Places in the whole list, by which a press of a button finds its question.
    for (const { example, index } of examplesFor(["town_ages"])) expect(EXAMPLES[index]).toBe(example);
  });
});

describe("the list of tables", () => {
  it("explains every table and every column that is there", async () => {
    const tables = await readLoadedTables(database.rows);
    const unexplained = tables.flatMap(({ name, columns }) => [
      ...(TABLE_WORDS[name] ? [] : [name]),
      ...columns.filter((c) => columnMeaning(name, c.name) === "").map((c) => `${name}.${c.name}`),
    ]);
    expect(unexplained).toEqual([]);
    expect(tables[0]).toMatchObject({ name: "figures", rows: 24, from: "2025-10-31", to: "2026-10-31" });
  });

  it("knows the engine's words, but none that reads files", async () => {
    const { keywords, types, functions } = sqlWordsFrom(await database.rows(SQL_WORDS));
    expect(keywords).toContain("select");
    expect(types).toContain("integer");
    expect(functions).toEqual(expect.arrayContaining(["sum", "arg_max", "date_trunc"]));
    expect(functions.filter((name) => /^read_|^glob$/.test(name))).toEqual([]);
  });
});

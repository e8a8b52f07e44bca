import { applyD1Migrations, reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { compareFigures } from "../../data/contract/figure-order.js";
import { figuresAt, type LedgerFigure } from "../../worker/ledger/figures.js";
import { SHIKA, env } from "./harness.js";

type OldFigure = LedgerFigure & { opened_in: number; superseded_in: number | null };

const figure = (
  district: string,
  sex: "male" | "female",
  held: number | null,
  [opened_in, superseded_in]: [number, number | null],
): OldFigure => ({
  municipality: SHIKA,
  as_of: "2026-10-31",
  district,
  age_band: "all",
  sex,
  population: 100,
  population_as_of: district === "01" ? "2026-01-01" : null,
  applications: 90,
  issued: null,
  held,
  provenance: "reported",
  opened_in,
  superseded_in,
});

/** One cell corrected twice, its neighbour never; a district taken out again; one that came later. */
const OLD = [
  figure("01", "male", 80, [1, 3]),
  figure("01", "male", 81, [3, 4]),
  figure("01", "male", null, [4, null]),
  figure("01", "female", 70, [1, null]),
  figure("02", "male", 60, [2, 4]),
  figure("02", "female", 61, [2, 4]),
  figure("03", "male", 50, [4, null]),
  figure("03", "female", 51, [4, null]),
];

beforeEach(async () => {
  await reset();
  const before = env.TEST_MIGRATIONS.findIndex((m) => m.name.startsWith("0005"));
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, before));
  const columns = Object.keys(OLD[0]!);
  const insert = env.DB.prepare(
    `INSERT INTO figures (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  await env.DB.batch(OLD.map((f) => insert.bind(...Object.values(f))));
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

it.each([0, 1, 2, 3, 4, 5])(
  "every figure that revision %i knew is there after the move to statements",
  async (revision) => {
    const expected = OLD.filter(
      (f) => f.opened_in <= revision && (f.superseded_in === null || f.superseded_in > revision),
    ).map(({ opened_in: _o, superseded_in: _s, ...known }) => known);
    const found = await figuresAt(env.DB, SHIKA, revision);
    expect(found.sort(compareFigures)).toEqual(expected.sort(compareFigures));
  },
);

it("adds up each statement, null where a cell lacks the measure", async () => {
  const { results } = await env.DB.prepare(
    "SELECT district, population, applications, issued, held FROM statements WHERE superseded_in IS NULL ORDER BY district",
  ).all();
  expect(results).toEqual([
    { district: "01", population: 200, applications: 180, issued: null, held: null },
    { district: "03", population: 200, applications: 180, issued: null, held: 101 },
  ]);
});

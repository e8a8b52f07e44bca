import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { rankSeriesOf } from "../../../dashboards/queries/rank-series.js";
import { REFERENCE_NAMES } from "../../../dashboards/queries/reference-towns.js";
import {
  isMunicipality,
  percentOfPermille,
  permilleHalfUp,
  type ReferencePlace,
} from "../../../data/indicators/comparison/reference-place.js";
import { rankSeries, ratedDates } from "../../../data/indicators/comparison/rank-series.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { sampleFigures } from "../../../scripts/disclosure/sample-figures.js";
import { holdPages, type Answers } from "./hold-pages.js";
import { micReference, type ReferenceTables } from "./mic-reference.js";
import { sourceOf } from "./parity-towns.js";
import { openReference, type ReferenceDatabase } from "./reference-database.js";
import { openTown } from "./town-database.js";

const SAMPLE = sourceOf(sampleFigures(), "志賀町", "石川県");
/** The sample's last year: what 比較 asks of a town's own figures needs no more. */
const RECENT: PageSource = { ...SAMPLE, figures: SAMPLE.figures.filter((f) => f.as_of > "2022-05") };
const SYSTEMS = ["173843", "172073", "173860"].map((municipality) => ({ system: "共同", municipality }));

/** 比較 of a town beside imported tables. */
async function holdBeside(
  source: PageSource,
  tables: ReferenceTables,
  reference: Answers,
  choices: "every" | "last",
): Promise<number> {
  const own = await openTown(source);
  const rows = (sql: string) => (sql.includes("reference_") ? reference : own).rows(sql);
  try {
    return await holdPages(
      { ...source, reference: tables, systems: SYSTEMS },
      { rows },
      choices,
      // Imported tables concern this page alone.
      ({ path }) => path === "comparison",
    );
  } finally {
    own.close();
  }
}

describe("比較 by queries", () => {
  const mic = micReference();
  describe.skipIf(mic === null)("over the ministry's 40 tables (../shared)", () => {
    let database: ReferenceDatabase;
    beforeAll(async () => {
      database = await openReference(mic!);
    });
    afterAll(() => database.close());

    it("rates every municipality as it is published", () => {
      for (const { population, issued } of mic!.places) {
        const permille = permilleHalfUp(issued, population);
        expect(permille === null ? null : percentOfPermille(permille)).toBe(
          percentHalfUp(issued, population),
        );
      }
    });

    it("equals the rows for every municipality, on every date", { timeout: 400_000 }, async () => {
      const names = REFERENCE_NAMES.read(await database.rows(REFERENCE_NAMES.sql));
      const towns = mic!.places.filter((p) => isMunicipality(p.code));
      const rated = ratedDates(towns, "issued");
      expect(names.length).toBe(new Set(towns.map((t) => t.code)).size);
      expect(names.length).toBeGreaterThanOrEqual(1741);
      for (const { code } of names) {
        const question = rankSeriesOf(code, "issued");
        const queried = question.read(await database.rows(question.sql));
        expect({ code, series: queried }).toEqual({ code, series: rankSeries(rated, code, "issued") });
      }
    });

    it(
      "is what it is by rows, on every date and for towns all over the country",
      { timeout: 400_000 },
      async () => {
        expect(await holdBeside(RECENT, mic!, database, "every")).toBeGreaterThan(50);
      },
    );
  });

  describe("over random tables", () => {
    const date = fc.constantFrom("2021-08-01", "2022-06-30", "2023-06-30");
    const code = fc.constantFrom(
      "172073",
      "172014",
      "173843",
      "173860",
      "011002",
      "131016",
      "170003",
      "000000",
    );
    const count = fc.option(fc.nat(1300), { freq: 5, nil: null });
    const place = fc
      .record({
        code,
        as_of: date,
        population: fc.nat(1200),
        earlier: fc.boolean(),
        issued: count,
        held: count,
      })
      .map(({ earlier, ...rest }): ReferencePlace => ({
        ...rest,
        name: `町${rest.code}`,
        population_as_of: earlier ? "2021-01-01" : "2022-01-01",
      }));
    const age = fc.record({
      as_of: date,
      age_band: fc.constantFrom("0-14", "15-64", "65+", "all"),
      sex: fc.constantFrom("male" as const, "female" as const, "all" as const),
      population: fc.nat(900),
      population_as_of: fc.constant("2021-01-01"),
      issued: count,
      held: count,
    });
    const tables: fc.Arbitrary<ReferenceTables> = fc.record({
      places: fc.uniqueArray(place, { selector: (p) => `${p.code} ${p.as_of}`, maxLength: 20 }),
      ages: fc.uniqueArray(age, { selector: (a) => `${a.as_of} ${a.age_band} ${a.sex}`, maxLength: 20 }),
    });
    it("equal the rows", { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(tables, async (random) => {
          const database = await openReference(random);
          try {
            const source = { ...RECENT, figures: RECENT.figures.slice(-400) };
            expect(await holdBeside(source, random, database, "last")).toBeGreaterThan(0);
          } finally {
            database.close();
          }
        }),
        { numRuns: 60 },
      );
    });
  });
});

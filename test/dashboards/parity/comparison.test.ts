import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparisonModel } from "../../../dashboards/charts/comparison/model.js";
import { comparisonParts } from "../../../dashboards/charts/comparison/parts.js";
import { rankSeriesFrom, rankSeriesSql } from "../../../dashboards/queries/rank-series.js";
import {
  REFERENCE_DATES,
  REFERENCE_NAMES,
  referenceDatesFrom,
  referenceNamesFrom,
} from "../../../dashboards/queries/reference-towns.js";
import {
  isMunicipality,
  percentOfPermille,
  permilleHalfUp,
  type ReferencePlace,
} from "../../../data/indicators/comparison/reference-place.js";
import { rankSeries, ratedDates } from "../../../data/indicators/comparison/rank-series.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { byQueries } from "./comparison-by-queries.js";
import { micReference, type ReferenceTables } from "./mic-reference.js";
import { openReference, type ReferenceDatabase } from "./reference-database.js";

const NOBODY = { figures: [], synthetic: false, municipality: { code: "", name: "", prefecture: "" } };

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
      const names = referenceNamesFrom(await database.rows(REFERENCE_NAMES));
      const towns = mic!.places.filter((p) => isMunicipality(p.code));
      const rated = ratedDates(towns, "issued");
      expect(names.length).toBe(new Set(towns.map((t) => t.code)).size);
      expect(names.length).toBeGreaterThanOrEqual(1741);
      for (const { code } of names) {
        const queried = rankSeriesFrom(await database.rows(rankSeriesSql(code, "issued")));
        expect({ code, series: queried }).toEqual({ code, series: rankSeries(rated, code, "issued") });
      }
    });

    it("equals the rows on every date's distribution and ages", async () => {
      const town = { code: "173843", name: "志賀町", prefecture: "石川県" };
      const neighbours = ["172073", "173860"];
      for (const { as_of } of referenceDatesFrom(await database.rows(REFERENCE_DATES))) {
        const view = { date: as_of, measure: "issued" as const, neighbours };
        const queried = await byQueries(database, null, town, view);
        const rows = comparisonParts(NOBODY, { ...mic!, neighbours }, town, view);
        expect(queried).toEqual(rows);
        expect(comparisonModel(queried!)).toEqual(comparisonModel(rows!));
      }
    });
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
    const town = { code: "173843", name: "志賀町", prefecture: "石川県" };

    it("equals the rows", { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          tables,
          fc.constantFrom("issued" as const, "held" as const),
          async (random, measure) => {
            const database = await openReference(random);
            const view = { date: null, measure, neighbours: ["172073"] };
            const queried = await byQueries(database, null, town, view);
            const rows = comparisonParts(NOBODY, { ...random, neighbours: view.neighbours }, town, view);
            database.close();
            expect(queried).toEqual(rows);
            expect(queried && comparisonModel(queried)).toEqual(rows && comparisonModel(rows));
          },
        ),
        { numRuns: 60 },
      );
    });
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparisonModel, type ComparisonParts } from "../../../dashboards/charts/comparison/model.js";
import { comparisonDate, comparisonParts } from "../../../dashboards/charts/comparison/parts.js";
import { ageCountsFrom, nationAgesSql, ownAgesSql } from "../../../dashboards/queries/age-counts.js";
import { rankSeriesFrom, rankSeriesSql } from "../../../dashboards/queries/rank-series.js";
import {
  placeRatesFrom,
  placeRatesSql,
  REFERENCE_DATES,
  REFERENCE_NAMES,
  referenceDatesFrom,
  referenceNamesFrom,
} from "../../../dashboards/queries/reference-towns.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import { nearestDate } from "../../../data/indicators/comparison/nearest-date.js";
import type { NamedTown } from "../../../data/indicators/comparison/place-rate.js";
import {
  isMunicipality,
  percentOfPermille,
  permilleHalfUp,
  type ComparedMeasure,
  type ReferencePlace,
} from "../../../data/indicators/comparison/reference-place.js";
import { rankSeries, ratedDates } from "../../../data/indicators/comparison/rank-series.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { micReference, type ReferenceTables } from "./mic-reference.js";
import { holdsForEveryTown } from "./parity-towns.js";
import { openReference, type ReferenceDatabase } from "./reference-database.js";
import type { TownDatabase } from "./town-database.js";

const NOBODY = { figures: [], synthetic: false, municipality: { code: "", name: "", prefecture: "" } };

/** What the page asks, over the reference and, for the town's own ages, over its figures. */
async function byQueries(
  reference: ReferenceDatabase,
  own: TownDatabase | null,
  town: NamedTown,
  view: { date: string | null; measure: ComparedMeasure; neighbours: string[] },
): Promise<ComparisonParts | null> {
  const { measure } = view;
  const dates = referenceDatesFrom(await reference.rows(REFERENCE_DATES));
  const ownDates = own ? townTotalsFrom(await own.rows(TOWN_TOTALS)).map((t) => t.as_of) : [];
  const ownLatest = ownDates.at(-1) ?? null;
  const asOf = comparisonDate(dates, measure, { asked: view.date, ownLatest });
  if (asOf === null) return null;
  const ownDate = nearestDate(ownDates, asOf);
  return {
    town,
    dates: dates.filter((d) => d[measure] > 0),
    asOf,
    measure,
    ownLatest,
    series: rankSeriesFrom(await reference.rows(rankSeriesSql(town.code, measure))),
    towns: placeRatesFrom(await reference.rows(placeRatesSql("towns", asOf, measure))),
    areas: placeRatesFrom(await reference.rows(placeRatesSql("areas", asOf, measure))),
    nationAges: ageCountsFrom(await reference.rows(nationAgesSql(asOf, measure))),
    ownAges:
      ownDate === null
        ? null
        : {
            as_of: ownDate,
            synthetic: false,
            ages: ageCountsFrom(await own!.rows(ownAgesSql(ownDate, measure))),
          },
    neighbours: view.neighbours,
  };
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

  describe("beside a town's own ages", () => {
    const places = [
      { as_of: "2022-06-30", issued: 9064 },
      { as_of: "2022-08-31", issued: 10_117 },
    ].map((p): ReferencePlace => ({
      ...p,
      code: "173843",
      name: "志賀町",
      population: 19_552,
      population_as_of: "2021-01-01",
      held: null,
    }));
    const ages = ["0-14", "15-64", "65+"].map((age_band) => ({
      as_of: "2022-06-30",
      age_band,
      sex: "all" as const,
      population: 100,
      population_as_of: "2021-01-01",
      issued: 45,
      held: null,
    }));
    const tables = { places, ages };
    let reference: ReferenceDatabase;
    beforeAll(async () => {
      reference = await openReference(tables);
    });
    afterAll(() => reference.close());

    holdsForEveryTown(async (source, own) => {
      const town = source.municipality;
      const view = { date: "2022-06-30", measure: "issued" as const, neighbours: [] };
      const queried = await byQueries(reference, own, town, view);
      const rows = comparisonParts(
        { ...source, synthetic: false },
        { ...tables, neighbours: [] },
        town,
        view,
      );
      return {
        byQueries: [queried, comparisonModel(queried!)],
        byRows: [rows, comparisonModel(rows!)],
      };
    });
  });
});

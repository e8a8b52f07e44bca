import fc from "fast-check";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { District } from "../../../data/contract/district.js";
import { ALL, type Figure } from "../../../data/contract/figure.js";

const CODE = "173843";
const DATES = [
  "2021-08-01",
  "2022-06-01",
  "2022-06-30",
  "2022-12-31",
  "2024-01-31",
  "2026-09-30",
  "2026-10-31",
];
const PARTITIONS = [
  ["0-14", "15-64", "65+"],
  ["0-19", "20-39", "40-59", "60-69", "70-79", "80+"],
  ["0-4", "5-9", "10-59", "60-69", "70-89", "90+"],
] as const;
const SEXES = ["female", "male"] as const;

/** What one as-of date of a ledger is like: its rows are of one grain, and a measure is given or is not. */
interface DateShape {
  ages: readonly string[];
  sexes: readonly Figure["sex"][];
  measures: { applications: boolean; issued: boolean; held: boolean };
  population_as_of: string | null;
  /** As in a release: rows of the whole town beside its districts, of which some were not supplied. */
  released: boolean;
}

const dateShape: fc.Arbitrary<DateShape> = fc.record({
  ages: fc.constantFrom<(readonly string[])[]>([ALL], ...PARTITIONS),
  sexes: fc.constantFrom<readonly Figure["sex"][]>([ALL], SEXES),
  measures: fc
    .record({ applications: fc.boolean(), issued: fc.boolean(), held: fc.boolean() })
    .filter((m) => m.applications || m.issued || m.held),
  population_as_of: fc.constantFrom(null, "2021-01-01", "2022-01-01", "2026-01-01"),
  released: fc.boolean(),
});

const district = (code: string, area: string | null): District => ({
  municipality: CODE,
  code,
  name: `地区${code}`,
  kana: null,
  name_en: null,
  area,
  tile_x: null,
  tile_y: null,
});

/** Counts seldom and never above 1.2 of the population, zeros and empty places often. */
const cell = fc.record({
  population: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(900)),
  share: fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)),
  missing: fc.nat(40),
});

/** A ledger of one town as the contract allows it: any grain per date, gaps, zeros, counts above the population. */
export const ledger: fc.Arbitrary<PageSource> = fc
  .record({
    dates: fc.uniqueArray(fc.constantFrom(...DATES), { minLength: 1, maxLength: 4 }),
    districts: fc.integer({ min: 1, max: 6 }),
    shapes: fc.array(dateShape, { minLength: DATES.length, maxLength: DATES.length }),
    cells: fc.array(cell, { minLength: 60, maxLength: 60 }),
  })
  .map(({ dates, districts: size, shapes, cells }) => {
    const districts = Array.from({ length: size }, (_, i) =>
      district(`0${i + 1}`, i === 0 ? null : `区域${i % 2}`),
    );
    let next = 0;
    const counts = ({ measures }: DateShape, hideable: boolean) => {
      const { population, share, missing } = cells[next++ % cells.length]!;
      const count = (given: boolean, part: number): number | null =>
        given && !(hideable && missing === 0) ? Math.floor((population * part) / 10) : null;
      return {
        population,
        applications: count(measures.applications, share[0]),
        issued: count(measures.issued, share[1]),
        held: count(measures.held, share[2]),
      };
    };
    const figures = [...dates].sort().flatMap((as_of, i) => {
      const shape = shapes[i]!;
      const { population_as_of, ages, sexes } = shape;
      const at = { municipality: CODE, as_of, population_as_of };
      const grain = ages.flatMap((age_band) => sexes.map((sex) => ({ age_band, sex })));
      if (!shape.released)
        return districts.flatMap((d) =>
          grain.map((g): Figure => ({ ...at, district: d.code, ...g, ...counts(shape, true) })),
        );
      return [
        ...grain.map((g): Figure => ({ ...at, district: ALL, ...g, ...counts(shape, false) })),
        ...districts.map((d): Figure => ({
          ...at,
          district: d.code,
          age_band: ALL,
          sex: ALL,
          ...counts(shape, true),
        })),
      ];
    });
    return {
      municipality: { code: CODE, name: "志賀町", prefecture: "石川県" },
      figures,
      districts,
      synthetic: true,
      published: [],
    };
  });

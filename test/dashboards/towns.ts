import fc from "fast-check";
import type { District } from "../../data/contract/district.js";
import type { DistrictMap } from "../../data/contract/district-shape.js";
import type { Figure } from "../../data/contract/figure.js";

/** A town to draw: what a page's model is made from. */
export interface DrawnTown {
  municipality: { code: string; name: string; prefecture: string };
  figures: Figure[];
  districts: District[];
  synthetic: boolean;
  map?: DistrictMap;
}

const SHIKA = { code: "173843", name: "志賀町", prefecture: "石川県" };

export const figure = (values: Partial<Figure>): Figure => ({
  municipality: SHIKA.code,
  as_of: "2026-10-31",
  district: "all",
  age_band: "all",
  sex: "all",
  population: 1000,
  population_as_of: "2026-01-01",
  applications: 900,
  issued: 850,
  held: 800,
  ...values,
});

export const district = (code: string, values: Partial<District> = {}): District => ({
  municipality: SHIKA.code,
  code,
  name: `地区${code}`,
  kana: null,
  name_en: null,
  area: null,
  tile_x: null,
  tile_y: null,
  ...values,
});

/** A town of the given figures; its districts are those the figures name unless others are given. */
export function town(figures: Figure[], districts?: District[]): DrawnTown {
  const codes = [...new Set(figures.map((f) => f.district))].filter((c) => c !== "all");
  return {
    municipality: SHIKA,
    figures,
    districts: districts ?? codes.map((c) => district(c)),
    synthetic: true,
  };
}

const DATES = ["2022-12-31", "2023-01-31", "2023-02-28", "2026-10-31"];
const count = fc.nat({ max: 3000 });
const maybe = fc.option(count, { freq: 6 });

/** Random figures of one town, unique keys, any measure missing anywhere. */
export const figuresArbitrary: fc.Arbitrary<Figure[]> = fc.uniqueArray(
  fc.record({
    as_of: fc.constantFrom(...DATES),
    district: fc.constantFrom("01", "02", "03", "04"),
    age_band: fc.constantFrom("0-64", "65+"),
    sex: fc.constantFrom("male" as const, "female" as const),
    population: count,
    population_as_of: fc.option(fc.constantFrom("2022-01-01", "2023-01-01"), { freq: 6 }),
    applications: maybe,
    issued: maybe,
    held: maybe,
    municipality: fc.constant(SHIKA.code),
  }),
  { selector: (f) => [f.as_of, f.district, f.age_band, f.sex].join(), minLength: 1, maxLength: 40 },
);

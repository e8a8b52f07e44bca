import { allocate } from "./allocate.js";
import { AGE_PROFILES, type AgeProfile } from "./age-profile.js";
import { DISTRICT_PROFILES, isTogi, type DistrictProfile } from "./district-profile.js";
import { POPULATION_BASES } from "./town-plan.js";

/** One district × age × sex, with what its people are like. */
export interface Cell {
  district: DistrictProfile;
  age: AgeProfile;
  sex: "male" | "female";
}

/** The sample's 608 cells in the canonical order: district, age, sex. */
export const CELLS: readonly Cell[] = DISTRICT_PROFILES.flatMap((district) =>
  AGE_PROFILES.flatMap((age) => (["male", "female"] as const).map((sex): Cell => ({ district, age, sex }))),
);

const FIRST_YEAR = Number(POPULATION_BASES[0].population_as_of.slice(0, 4));
const CELLS_PER_DISTRICT = AGE_PROFILES.length * 2;

const power = (base: number, exponent: number): number =>
  Array.from({ length: exponent }).reduce<number>((product) => product * base, 1);

/** What the earthquake of 2024-01-01 did by the 1 January of a year: Togi lost more people than Shika. */
const quakeFactor = (district: string, year: number): number =>
  !isTogi(district) || year < 2025 ? 1 : year === 2025 ? 0.965 : 0.945;

/**
 * The residents of every cell on each register date, in the order of CELLS.
 * @returns by `population_as_of`; each adds up to the town's population of that date.
 */
export function populateCells(): Map<string, number[]> {
  return new Map(
    POPULATION_BASES.map(({ population_as_of, population }) => {
      const year = Number(population_as_of.slice(0, 4));
      const districts = allocate(
        population,
        DISTRICT_PROFILES.map(
          (d) => d.residents * power(d.trend, year - FIRST_YEAR) * quakeFactor(d.code, year),
        ),
      );
      const cells = districts.flatMap((residents, i) => {
        const from = i * CELLS_PER_DISTRICT;
        const weights = CELLS.slice(from, from + CELLS_PER_DISTRICT).map((cell, k) =>
          weightOf(cell, Math.floor(k / 2), year - FIRST_YEAR),
        );
        return allocate(residents, weights);
      });
      return [population_as_of, cells];
    }),
  );
}

/** A cell's share of its district; `bandIndex` 0 is the youngest band, 10 (50-54) the middle of the tilt. */
function weightOf({ district, age, sex }: Cell, bandIndex: number, years: number): number {
  return age[sex] * power(age.drift, years) * (1 + district.tilt * ((bandIndex - 10) / 9));
}

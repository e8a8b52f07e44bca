import { ageBandStart } from "../../contract/age-band.js";
import { ALL, SEXES, type Figure, type Sex } from "../../contract/figure.js";

/** One age band and sex that a date's figures tell apart; `all` where they do not. */
export interface Grain {
  as_of: string;
  age_band: string;
  sex: Sex;
}

const compareAges = (a: string, b: string): number => (a === b ? 0 : ageBandStart(a) - ageBandStart(b));

/** By date, then youngest first, then male, female, all: the order both a query and rows are brought into. */
export const compareGrain = (a: Grain, b: Grain): number =>
  (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0) ||
  compareAges(a.age_band, b.age_band) ||
  SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex);

/** The ages and sexes that the districts' figures tell apart, on one date or (asOf left out) on every date. */
export function districtGrain(figures: readonly Figure[], asOf?: string): Grain[] {
  const found = new Map<string, Grain>();
  for (const { as_of, age_band, sex, district } of figures) {
    if (district === ALL || (asOf !== undefined && as_of !== asOf)) continue;
    const key = `${as_of} ${age_band} ${sex}`;
    if (!found.has(key)) found.set(key, { as_of, age_band, sex });
  }
  return [...found.values()].sort(compareGrain);
}

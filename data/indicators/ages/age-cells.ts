import { ageBandStart } from "../../contract/age-band.js";
import { ALL, SEXES, type Figure, type Sex } from "../../contract/figure.js";
import { groupFigures, sumOfCounts } from "../totals.js";
import type { AgeCell } from "./age-table.js";

/** The people of one age in one district: of both sexes, or of the one that was asked for. */
export type DistrictAgeCell = Omit<AgeCell, "sex"> & { district: string };

const compareAges = (a: string, b: string): number => (a === b ? 0 : ageBandStart(a) - ageBandStart(b));

/** Youngest first (`all` last), then male, female, all: the order both a query and rows are brought into. */
export const compareCells = (a: AgeCell, b: AgeCell): number =>
  compareAges(a.age_band, b.age_band) || SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex);

/** By district code, then youngest first. */
export const compareDistrictCells = (a: DistrictAgeCell, b: DistrictAgeCell): number =>
  (a.district < b.district ? -1 : a.district > b.district ? 1 : 0) || compareAges(a.age_band, b.age_band);

const cellsOf = (figures: readonly Figure[]): AgeCell[] =>
  [...groupFigures(figures, (f) => `${f.age_band} ${f.sex}`).values()].map((group) => ({
    age_band: group[0]!.age_band,
    sex: group[0]!.sex,
    ...sumOfCounts(group),
  }));

/**
 * The town's cells on one as-of date: from the rows of the whole town where the date has such, else summed over its
 * districts. Sums are unknown as soon as one part is.
 */
export function townAgeCells(figures: readonly Figure[], asOf: string): AgeCell[] {
  const ofDate = figures.filter((f) => f.as_of === asOf);
  const whole = ofDate.filter((f) => f.district === ALL);
  return cellsOf(whole.length > 0 ? whole : ofDate).sort(compareCells);
}

/**
 * The ages of every district on one as-of date, of both sexes together or of one alone; none where districts do not
 * tell ages apart, or have nobody of that sex.
 */
export function districtAgeCells(
  figures: readonly Figure[],
  asOf: string,
  sex: Sex = ALL,
): DistrictAgeCell[] {
  const ofDate = figures.filter(
    (f) => f.as_of === asOf && f.district !== ALL && f.age_band !== ALL && (sex === ALL || f.sex === sex),
  );
  return [...groupFigures(ofDate, (f) => f.district)]
    .flatMap(([district, group]) =>
      [...groupFigures(group, (f) => f.age_band)].map(([age_band, cell]) => ({
        district,
        age_band,
        ...sumOfCounts(cell),
      })),
    )
    .sort(compareDistrictCells);
}

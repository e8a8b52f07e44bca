import { ageBandStart } from "./age-band.js";
import { SEXES, type Figure } from "./figure.js";

const starts = new Map<string, number>();

/** A municipality has some twenty bands and tens of thousands of figures: each band is read once. */
function startOf(band: string): number {
  let start = starts.get(band);
  if (start === undefined) starts.set(band, (start = ageBandStart(band)));
  return start;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The canonical order of figures: municipality, as-of date, district code, age (youngest first,
 * `all` last), sex (male, female, all). Code-unit order, so that every machine writes the same bytes.
 */
export function compareFigures(a: Figure, b: Figure): number {
  return (
    compareText(a.municipality, b.municipality) ||
    compareText(a.as_of, b.as_of) ||
    compareText(a.district, b.district) ||
    compareAges(a.age_band, b.age_band) ||
    SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex)
  );
}

/** Two `all` are equal: their difference as numbers would not be one. */
const compareAges = (a: string, b: string): number => (a === b ? 0 : startOf(a) - startOf(b));

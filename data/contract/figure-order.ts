import { ageBandStart } from "./age-band.js";
import { SEXES, type Figure } from "./figure.js";

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
    ageBandStart(a.age_band) - ageBandStart(b.age_band) ||
    SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex)
  );
}

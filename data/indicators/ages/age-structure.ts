import type { Measure } from "../../contract/figure.js";
import type { AgeTable } from "./age-table.js";

/** Why a district's rate differs from the town's: who lives there, and how far each age has come. As rates. */
export interface AgeStructure {
  own: number;
  town: number;
  /** The district's rate if each of its ages had the town's rate of that age. */
  expected: number;
  /** expected − town: what the ages of its residents explain. */
  structure: number;
  /** own − expected: what is left, at like ages. */
  rest: number;
}

/**
 * The difference of a district from the town, split by indirect standardisation: the town's rates by age applied to
 * the district's residents. Source: Breslow & Day, Statistical Methods in Cancer Research II (1987), chapter 2.
 * @returns null where the ages differ or are not told apart, a count is unknown, or nobody lives there.
 */
export function ageStructure(district: AgeTable, town: AgeTable, measure: Measure): AgeStructure | null {
  const townRows = new Map(town.rows.map((r) => [r.age_band, r.both]));
  const { population } = district.total;
  const count = district.total[measure];
  const townCount = town.total[measure];
  if (district.rows.length === 0 || count === null || townCount === null || population === 0) return null;
  let expected = 0;
  for (const { age_band, both } of district.rows) {
    const whole = townRows.get(age_band);
    const wholeCount = whole?.[measure] ?? null;
    if (!whole || wholeCount === null) return null;
    // Where nobody of an age lives in the town, nobody of it lives in the district.
    if (whole.population > 0) expected += (both.population * wholeCount) / whole.population;
  }
  const own = count / population;
  const all = townCount / town.total.population;
  const standard = expected / population;
  return { own, town: all, expected: standard, structure: standard - all, rest: own - standard };
}

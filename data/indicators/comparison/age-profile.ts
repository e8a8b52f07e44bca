import { ageBandStart, parseAgeBand } from "../../contract/age-band.js";
import type { ComparedMeasure, ReferenceAge } from "./reference-place.js";

/** People and cards of one band, both sexes. */
export interface AgeCounts {
  age_band: string;
  population: number;
  count: number | null;
}

/** The nation's bands on one date, youngest first: both sexes together as published, else men and women added. */
export function nationAges(
  ages: readonly ReferenceAge[],
  asOf: string,
  measure: ComparedMeasure,
): AgeCounts[] {
  const ofDate = ages.filter((a) => a.as_of === asOf && parseAgeBand(a.age_band) !== null);
  return [...Map.groupBy(ofDate, (a) => a.age_band)]
    .map(([age_band, group]) => {
      const both = group.filter((a) => a.sex === "all");
      const parts = both.length > 0 ? both : group;
      return {
        age_band,
        population: parts.reduce((n, a) => n + a.population, 0),
        count: parts.some((a) => a[measure] === null) ? null : parts.reduce((n, a) => n + a[measure]!, 0),
      };
    })
    .sort((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band));
}

/**
 * Joins finer bands at the old end, so that two lists have the same bands: MIC's top band has changed (100歳以上, 90歳以上).
 * Bands that cut each other are left out.
 * @returns the bands both can tell, youngest first, each with both counts.
 */
export function commonBands(
  first: readonly AgeCounts[],
  second: readonly AgeCounts[],
): { age_band: string; first: AgeCounts; second: AgeCounts }[] {
  const bands = new Set([...first, ...second].map((a) => a.age_band));
  const common = [...bands].flatMap((age_band) => {
    const [a, b] = [joined(first, age_band), joined(second, age_band)];
    return a && b ? [{ age_band, first: a, second: b }] : [];
  });
  // Of a band and the bands within it, only the finest that both can tell.
  return common
    .filter(
      ({ age_band }) =>
        !common.some((other) => other.age_band !== age_band && isWithin(other.age_band, age_band)),
    )
    .sort((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band));
}

function isWithin(inner: string, outer: string): boolean {
  const [i, o] = [parseAgeBand(inner)!, parseAgeBand(outer)!];
  return i.from >= o.from && (i.to ?? Number.POSITIVE_INFINITY) <= (o.to ?? Number.POSITIVE_INFINITY);
}

/** The bands of a list that make up a band exactly, added up; null where they do not. */
function joined(list: readonly AgeCounts[], band: string): AgeCounts | null {
  const parts = list.filter((a) => isWithin(a.age_band, band));
  const range = parseAgeBand(band)!;
  let next: number | null = range.from;
  for (const part of parts.toSorted((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band))) {
    const { from, to } = parseAgeBand(part.age_band)!;
    if (from !== next) return null;
    next = to === null ? null : to + 1;
  }
  const end = range.to === null ? null : range.to + 1;
  if (parts.length === 0 || next !== end) return null;
  return {
    age_band: band,
    population: parts.reduce((n, a) => n + a.population, 0),
    count: parts.some((a) => a.count === null) ? null : parts.reduce((n, a) => n + a.count!, 0),
  };
}

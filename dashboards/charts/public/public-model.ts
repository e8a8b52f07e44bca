import type { PublicRelease } from "../../data/contract/public-release.js";
import type { Language } from "../../data/contract/town-settings.js";
import { ALL, type Measure } from "../../data/contract/figure.js";
import { isExact, type PublicRow } from "../../data/disclosure/published.js";
import type { Place } from "../../data/disclosure/place.js";
import { headline, type Headline } from "../../data/indicators/headline.js";
import { districtName, isOwnName, placeName } from "./place-names.js";
import { nearestToHolding, type Total } from "../../data/indicators/totals.js";

/** A place's row with its name. */
export type NamedRow = PublicRow & {
  name: string;
  /** Several districts told as one. */
  merged: boolean;
  /** The first of three or more districts that have no name together, and how many they are; else null. */
  several: { first: string; count: number } | null;
};

/** The town's sums of a date. */
export type PublicTotal = Total & Pick<PublicRow, "margin">;

/** What charts and pages for residents show, in one language, of one release. */
export interface PublicModel {
  release: PublicRelease;
  language: Language;
  /** The town's sums, oldest first. */
  totals: readonly PublicTotal[];
  /** Null where the release holds nothing. Compares with dates told to the person alone, as `yearBefore` does. */
  headline: Headline | null;
  /** Half the width of the newest counts' 95% band, in cards: 0 but where the town tells its own totals in tens. */
  margin: number;
  /** The headline of the same day a year ago or the nearest date before it, within 45 days; null where there is none. */
  yearBefore: Headline | null;
  /** The measure that the pages speak of: held where supplied, then issued, then applications. */
  focus: Measure | null;
  /** The town by age on the newest date, youngest first; empty where no ages are published. */
  ages: readonly PublicRow[];
  /** Areas and districts on the newest date, in code order. */
  areas: readonly NamedRow[];
  districts: readonly NamedRow[];
}

export function publicModel(release: PublicRelease, language: Language): PublicModel {
  const { tables, through, population_as_of } = release;
  const isWhole = (row: PublicRow): boolean => row.age_band === ALL && row.sex === ALL;
  const totals = tables.rows
    .filter((row) => row.kind === "town" && isWhole(row))
    .map((row): PublicTotal => ({
      as_of: row.as_of,
      population_as_of: population_as_of[row.as_of] ?? null,
      population: row.population,
      applications: row.applications,
      issued: row.issued,
      held: row.held,
      margin: row.margin,
    }));
  const newest = tables.rows.filter((row) => row.as_of === through);
  const places = new Map(tables.places.map((p) => [`${p.kind} ${p.code}`, p]));
  const named = (kind: PublicRow["kind"]): NamedRow[] =>
    newest
      .filter((row) => row.kind === kind && isWhole(row))
      .map((row) => {
        const place = places.get(`${kind} ${row.place}`);
        return {
          ...row,
          name: place ? placeName(release, place, language) : row.place,
          merged: place?.kind === "district" && place.members.length > 1,
          several: place?.kind === "district" ? severalOf(release, place, language) : null,
        };
      });
  const latest = totals.find((t) => t.as_of === through) ?? null;
  const { code } = release.municipality;
  // Differences of tens are no change: 0 or 10 may stand for any rise of 2 to 16.
  const comparable = latest && isExact(latest) ? totals.filter(isExact) : totals.filter((t) => t === latest);
  const before = comparable.findLast((t) => {
    const days = (Date.parse(through) - Date.parse(t.as_of)) / 86_400_000;
    return days >= 365 && days <= 366 + 45;
  });
  return {
    release,
    language,
    totals,
    headline: headline(code, comparable, through),
    margin: latest?.margin ?? 0,
    yearBefore: before ? headline(code, comparable, before.as_of) : null,
    focus: latest && nearestToHolding(latest),
    ages: newest.filter((row) => row.kind === "town" && row.sex === ALL && row.age_band !== ALL),
    areas: named("area"),
    districts: named("district"),
  };
}

function severalOf(release: PublicRelease, place: Place, language: Language): NamedRow["several"] {
  const { length: count } = place.members;
  if (count < 3 || isOwnName(release, place)) return null;
  return { first: districtName(release, place.members[0]!, language), count };
}

import type { PublicRelease } from "../../data/contract/public-release.js";
import type { Language } from "../../data/contract/town-settings.js";
import { ALL, type Measure } from "../../data/contract/figure.js";
import { shown, type ProtectedRow } from "../../data/disclosure/published.js";
import { headline, type Headline } from "../../data/indicators/headline.js";
import { placeName } from "./place-names.js";
import { nearestToHolding, type Total } from "../../data/indicators/totals.js";

/** A place's row with its name; hidden values stay hidden. */
export type NamedRow = ProtectedRow & { name: string; merged: boolean };

/** What charts and pages for residents show, in one language, of one release. */
export interface PublicModel {
  release: PublicRelease;
  language: Language;
  /** The town's sums, oldest first; a hidden measure is null like one not supplied. */
  totals: readonly Total[];
  /** Null where the release holds nothing. */
  headline: Headline | null;
  /** The headline of the same day a year ago or the nearest date before it, within 45 days; null where there is none. */
  yearBefore: Headline | null;
  /** The measure that the pages speak of: held where supplied, then issued, then applications. */
  focus: Measure | null;
  /** The town by age on the newest date, youngest first; empty where no ages are published. */
  ages: readonly ProtectedRow[];
  /** Areas and districts on the newest date, in code order. */
  areas: readonly NamedRow[];
  districts: readonly NamedRow[];
}

export function publicModel(release: PublicRelease, language: Language): PublicModel {
  const { tables, through, population_as_of } = release;
  const isWhole = (row: ProtectedRow): boolean => row.age_band === ALL && row.sex === ALL;
  const totals = tables.rows
    .filter((row) => row.kind === "town" && isWhole(row))
    .map((row): Total => ({
      as_of: row.as_of,
      population_as_of: population_as_of[row.as_of] ?? null,
      population: row.population,
      applications: shown(row.applications),
      issued: shown(row.issued),
      held: shown(row.held),
    }));
  const newest = tables.rows.filter((row) => row.as_of === through);
  const places = new Map(tables.places.map((p) => [`${p.kind} ${p.code}`, p]));
  const named = (kind: ProtectedRow["kind"]): NamedRow[] =>
    newest
      .filter((row) => row.kind === kind && isWhole(row))
      .map((row) => {
        const place = places.get(`${kind} ${row.place}`);
        return {
          ...row,
          name: place ? placeName(release, place, language) : row.place,
          merged: isMerge(release, row.place),
        };
      });
  const latest = totals.find((t) => t.as_of === through) ?? null;
  const { code } = release.municipality;
  const before = totals.findLast((t) => {
    const days = (Date.parse(through) - Date.parse(t.as_of)) / 86_400_000;
    return days >= 365 && days <= 366 + 45;
  });
  return {
    release,
    language,
    totals,
    headline: headline(code, totals, through),
    yearBefore: before ? headline(code, totals, before.as_of) : null,
    focus: latest && nearestToHolding(latest),
    ages: newest.filter((row) => row.kind === "town" && row.sex === ALL && row.age_band !== ALL),
    areas: named("area"),
    districts: named("district"),
  };
}

const isMerge = ({ settings }: PublicRelease, code: string): boolean =>
  settings.policy.merges.some((merge) => merge.code === code);

import { MEASURES, type Provenance } from "../../../data/contract/figure.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Place } from "../../../data/disclosure/place.js";
import { isHidden, shown, type ProtectedRow } from "../../../data/disclosure/published.js";

/** The measures of a published row: what was counted, and the two differences residents ask for. */
export const PUBLISHED_MEASURES = [...MEASURES, "without_application", "not_yet_issued"] as const;
export type PublishedMeasure = (typeof PUBLISHED_MEASURES)[number];

/** One line of tables.*: a cell of the protected tables on one date, under machine names. */
export interface LongRow extends Record<PublishedMeasure, number | null> {
  as_of: string;
  kind: Place["kind"];
  place: string;
  place_name: string;
  /** The area a district lies in, an area's own name; null for the town and where there are no areas. */
  area: string | null;
  age_band: string;
  sex: ProtectedRow["sex"];
  population: number;
  population_as_of: string | null;
  /** `synthetic` in every row of a release in which any figure is made up. */
  provenance: Provenance;
  /** The measures that are null because they are withheld, in the columns' order. Why is told by nobody. */
  hidden: PublishedMeasure[];
}

/** A place as the files write it. */
export interface ListedPlace {
  kind: Place["kind"];
  code: string;
  name: string;
  /** In English, where the town says so (its districts: in its list). */
  name_en: string | null;
  area: string | null;
  /** Several districts published as one (合算). */
  merged: boolean;
  members: readonly string[];
}

/** The places of a release, the town under its own name. */
export function listedPlaces(release: PublicRelease): ListedPlace[] {
  const { places } = release.tables;
  const areas = places.filter((p) => p.kind === "area");
  return places.map(({ kind, code, name, members }) => ({
    kind,
    code,
    name: kind === "town" ? release.municipality.name : name,
    name_en: englishName(release, { kind, code, members }),
    area: kind === "town" ? null : (areas.find((a) => a.members.includes(members[0]!))?.name ?? null),
    merged: kind === "district" && members.length > 1,
    members,
  }));
}

function englishName(
  { settings, districts }: PublicRelease,
  { kind, members }: Pick<Place, "kind" | "code" | "members">,
): string | null {
  if (kind === "town") return settings.name_en ?? null;
  if (kind === "area") return null;
  const names = members.map((code) => districts?.find((d) => d.code === code)?.name_en ?? null);
  return names.includes(null) ? null : names.join(", ");
}

const placeKey = (kind: Place["kind"], code: string): string => `${kind}|${code}`;

/**
 * The protected tables in long form, series by series: places, ages and sexes in the tables' own order, the
 * dates of each oldest first. So a series reads on, and compresses (docs/decisions/014).
 */
export function longRows(release: PublicRelease): LongRow[] {
  const places = new Map(listedPlaces(release).map((p) => [placeKey(p.kind, p.code), p]));
  const series = Map.groupBy(release.tables.rows, (r) =>
    [placeKey(r.kind, r.place), r.age_band, r.sex].join("|"),
  );
  // Series that begin later stand behind their place's others, not at the end of the file.
  const order = new Map([...places.keys()].map((key, i) => [key, i]));
  const positionOf = ([row]: readonly ProtectedRow[]): number => order.get(placeKey(row!.kind, row!.place))!;
  const groups = [...series.values()].sort((a, b) => positionOf(a) - positionOf(b));
  return groups.flatMap((rows) =>
    rows
      .toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
      .map((row) => longRow(row, places.get(placeKey(row.kind, row.place))!, release)),
  );
}

function longRow(row: ProtectedRow, place: ListedPlace, release: PublicRelease): LongRow {
  return {
    as_of: row.as_of,
    kind: row.kind,
    place: row.place,
    place_name: place.name,
    area: place.area,
    age_band: row.age_band,
    sex: row.sex,
    population: row.population,
    population_as_of: release.population_as_of[row.as_of] ?? null,
    applications: shown(row.applications),
    issued: shown(row.issued),
    held: shown(row.held),
    without_application: shown(row.without_application),
    not_yet_issued: shown(row.not_yet_issued),
    provenance: release.synthetic ? "synthetic" : "reported",
    hidden: PUBLISHED_MEASURES.filter((measure) => isHidden(row[measure])),
  };
}

import type { Measure, Provenance } from "../../../data/contract/figure.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Place } from "../../../data/disclosure/place.js";
import type { PublicRow } from "../../../data/disclosure/published.js";

/** One line of tables.*: a cell of the published tables on one date, under machine names. */
export interface LongRow extends Record<Measure, number | null> {
  as_of: string;
  kind: Place["kind"];
  place: string;
  place_name: string;
  /** The area a district lies in, an area's own name; null for the town and where there are no areas. */
  area: string | null;
  age_band: string;
  sex: PublicRow["sex"];
  population: number;
  population_as_of: string | null;
  /** See PublicRow: half the width of the 95% band of the row's counts, in cards; 0 where they are exact. */
  margin: number;
  /** `synthetic` in every row of a release in which any figure is made up. */
  provenance: Provenance;
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
  /** The lines that make it up: mostly district codes (see Place). */
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
 * The published tables in long form, series by series: places, ages and sexes in the tables' own order, the
 * dates of each oldest first. So a series reads on, and compresses (docs/decisions/014).
 */
export function longRows(release: PublicRelease): LongRow[] {
  const places = new Map(listedPlaces(release).map((p) => [placeKey(p.kind, p.code), p]));
  const series = Map.groupBy(release.tables.rows, (r) =>
    [placeKey(r.kind, r.place), r.age_band, r.sex].join("|"),
  );
  // Series that begin later stand behind their place's others, not at the end of the file.
  const order = new Map([...places.keys()].map((key, i) => [key, i]));
  const positionOf = ([row]: readonly PublicRow[]): number => order.get(placeKey(row!.kind, row!.place))!;
  const groups = [...series.values()].sort((a, b) => positionOf(a) - positionOf(b));
  return groups.flatMap((rows) =>
    rows
      .toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
      .map((row) => longRow(row, places.get(placeKey(row.kind, row.place))!, release)),
  );
}

function longRow(row: PublicRow, place: ListedPlace, release: PublicRelease): LongRow {
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
    applications: row.applications,
    issued: row.issued,
    held: row.held,
    margin: row.margin,
    provenance: release.synthetic ? "synthetic" : "reported",
  };
}

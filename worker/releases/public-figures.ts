import type { District } from "../../data/contract/district.js";
import { ALL, type Figure, type Provenance } from "../../data/contract/figure.js";
import type { Place } from "../../data/disclosure/place.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import type { AgeCell } from "../../data/indicators/ages/age-table.js";

/**
 * The town and its districts over all ages, as the notebooks read them without a session. The row of the town stands
 * beside its districts': in tens they do not add up to it.
 */
export function publicFigures(
  { municipality, rows }: PublicTables,
  origin: { populationAsOf: ReadonlyMap<string, string | null>; provenance: ReadonlyMap<string, Provenance> },
): (Figure & { provenance: Provenance })[] {
  // A date that lacks districts has no row of the town, and the sum of the others would pass for it.
  const whole = new Set(rows.filter((row) => row.kind === "town").map((row) => row.as_of));
  return rows
    .filter((row) => row.kind !== "area" && row.age_band === ALL && row.sex === ALL && whole.has(row.as_of))
    .map(({ as_of, kind, place, population, applications, issued, held }) => ({
      municipality,
      as_of,
      district: kind === "town" ? ALL : place,
      age_band: ALL,
      sex: ALL,
      population,
      population_as_of: origin.populationAsOf.get(as_of) ?? null,
      applications,
      issued,
      held,
      provenance: origin.provenance.get(as_of) ?? "reported",
    }));
}

/** The town by age and sex on every date, margins included. */
export const publicAges = ({ rows }: Pick<PublicTables, "rows">): (AgeCell & { as_of: string })[] =>
  rows
    .filter((row) => row.kind === "town")
    .map(({ as_of, age_band, sex, population, applications, issued, held }) => ({
      as_of,
      age_band,
      sex,
      population,
      applications,
      issued,
      held,
    }));

/** The districts of the tables: as the list has them, and merges under their own name in the area they lie in. */
export function publicDistricts(tables: PublicTables, districts: readonly District[]): District[] {
  const listed = new Map(districts.map((d) => [d.code, d]));
  return tables.places
    .filter((place) => place.kind === "district")
    .map((place) => {
      const own = listed.get(place.code);
      if (own && place.members.length === 1) return own;
      const first = listed.get(place.members[0]?.split("~")[0] ?? "");
      return {
        municipality: tables.municipality,
        code: place.code,
        name: shortName(place, (line) => listed.get(line.split("~")[0]!)?.name),
        kana: null,
        name_en: null,
        area: first?.area ?? null,
        tile_x: first?.tile_x ?? null,
        tile_y: first?.tile_y ?? null,
      };
    });
}

/** Where many small districts are told as one, the first of them stands for all: a name has to fit a label. */
function shortName({ name, members }: Place, nameOf: (line: string) => string | undefined): string {
  const first = nameOf(members[0]!);
  const isJoined = first !== undefined && name.startsWith(`${first}・`);
  return members.length > 2 && isJoined ? `${first}など${members.length}地区` : name;
}

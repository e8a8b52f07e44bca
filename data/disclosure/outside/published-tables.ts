import { MEASURES, type Measure } from "../../contract/figure.js";
import type { Place } from "../place.js";
import { isHidden, shown, type ProtectedTables } from "../published.js";

/** A line of a release's tables.json, as far as it matters here. */
export interface PublishedRow extends Record<Measure, number | null> {
  as_of: string;
  kind: Place["kind"];
  place: string;
  age_band: string;
  sex: string;
  population: number;
  /** The measures that are null because they are withheld. */
  hidden: readonly string[];
}

/** What anybody can download of a release. */
export interface PublishedTables {
  /** Its id. */
  release: string;
  places: readonly { kind: Place["kind"]; code: string; members: readonly string[] }[];
  rows: readonly PublishedRow[];
}

/** Names cells by the people in them, so that a cell is the same in every release whatever it was called. */
export function cellNames({ places }: PublishedTables): (row: PublishedRow) => string {
  const people = new Map(
    places.map(({ kind, code, members }) => [
      `${kind}|${code}`,
      kind === "town" ? "town" : `${kind}:${[...members].sort().join("+")}`,
    ]),
  );
  return ({ kind, place, age_band, sex }) =>
    `${people.get(`${kind}|${place}`) ?? `${kind}:${place}`}|${age_band}|${sex}`;
}

/** The tables as the public has them: what is hidden, and not why. */
export const publishedTables = (release: string, { places, rows }: ProtectedTables): PublishedTables => ({
  release,
  places,
  rows: rows.map(({ as_of, kind, place, age_band, sex, population, ...row }) => ({
    as_of,
    kind,
    place,
    age_band,
    sex,
    population,
    applications: shown(row.applications),
    issued: shown(row.issued),
    held: shown(row.held),
    hidden: MEASURES.filter((measure) => isHidden(row[measure])),
  })),
});

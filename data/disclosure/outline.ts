import type { Sex } from "../contract/figure.js";
import { peopleOf, type Coverage } from "./people.js";
import type { Place } from "./place.js";
import type { DisclosurePolicy } from "./policy.js";
import { isExact, type PublicTables } from "./published.js";
import { lineageOf, type Succession } from "./succession.js";

/** Which cells a release has told of whom, without their counts: what later releases are held against. */
export interface Outline {
  policy: DisclosurePolicy;
  successions: readonly Succession[];
  places: readonly Place[];
  known: readonly string[];
  coverage: Coverage;
  /** Ages and sexes that any row of the kind of place has. */
  cells: Readonly<Record<Place["kind"], readonly { age_band: string; sex: Sex }[]>>;
  /** As-of dates whose town totals are told to the person, and whose they are. */
  exact: readonly { date: string; people: string }[];
  /** As-of dates that tell districts, areas or ages. */
  printed: readonly string[];
}

/** The outline of published tables. */
export function outlineOf(tables: PublicTables): Outline {
  const { policy, successions, places, known, coverage, rows } = tables;
  const people = peopleOf(coverage, lineageOf(successions), known);
  const town = places.find((p) => p.kind === "town")!;
  const cells: Record<Place["kind"], Map<string, { age_band: string; sex: Sex }>> = {
    town: new Map(),
    area: new Map(),
    district: new Map(),
  };
  const exact = new Set<string>();
  const printed = new Set<string>();
  for (const row of rows) {
    cells[row.kind].set(`${row.age_band}|${row.sex}`, { age_band: row.age_band, sex: row.sex });
    if (!isExact(row)) printed.add(row.as_of);
    else if (row.kind === "town") exact.add(row.as_of);
  }
  const listed = (kind: Place["kind"]) => [...cells[kind].values()];
  return {
    policy,
    successions,
    places,
    known,
    coverage,
    cells: { town: listed("town"), area: listed("area"), district: listed("district") },
    exact: [...exact].map((date) => ({ date, people: people.of(town, date)?.name ?? "" })),
    printed: [...printed],
  };
}

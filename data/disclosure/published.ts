import type { Measure, Sex } from "../contract/figure.js";
import type { Place } from "./place.js";
import type { DisclosurePolicy } from "./policy.js";
import type { Succession } from "./succession.js";

/** One cell on one as-of date, as it is published. */
export interface PublicRow extends Record<Measure, number | null> {
  as_of: string;
  /** Kind and code of a place in the tables' list. */
  kind: Place["kind"];
  place: string;
  age_band: string;
  sex: Sex;
  /** Always told to the person: towns publish their residents by district and age anyway. */
  population: number;
  /**
   * Half the width, in cards, of the band around each of the row's counts that holds the true one 95 times in 100;
   * 0 where the counts are told to the person.
   */
  margin: number;
}

/**
 * All published tables of one release. Rows of the town make the table of ages and sexes, rows of areas the
 * one of areas and ages, rows of all places without age the one of districts. Counts are in tens, with noise of the
 * people (docs/decisions/027): parts do not add up to their whole to the person. A measure that was not supplied is null.
 */
export interface PublicTables {
  municipality: string;
  policy: DisclosurePolicy;
  /** Which codes' people went by which others, as far as its dates reach. */
  successions: readonly Succession[];
  places: readonly Place[];
  /** Every code that the district list, these figures or an earlier release have: whose people a date may lack. */
  known: readonly string[];
  /** Which district codes the figures of which dates name. A place is told on dates that lack none of its people. */
  coverage: readonly { dates: readonly string[]; codes: readonly string[] }[];
  /** Ordered by as-of date, then as the cells are: town, areas, districts; ages youngest first, `all` before. */
  rows: readonly PublicRow[];
}

/** Whether the row's counts are told to the person, and not in tens. */
export const isExact = (row: Pick<PublicRow, "margin">): boolean => row.margin === 0;

import type { Measure, Sex } from "../contract/figure.js";
import type { Place } from "./place.js";
import type { DisclosurePolicy } from "./policy.js";

/** Why a series is hidden; the first that applies, in this order. */
export type HiddenReason =
  /** The cell has residents, but fewer than the policy's smallest population. */
  | "small_population"
  /** 0% or 100% of the cell's residents. */
  | "uniform_group"
  /** Fewer than the smallest count. */
  | "small_count"
  /** Fewer than the smallest count are left without. */
  | "small_complement"
  /** Fewer than the smallest count lie between this measure and another published one. */
  | "small_difference"
  /** An earlier release hid it, and what is hidden stays hidden. */
  | "earlier_release"
  /** It would give another hidden series away. */
  | "complementary";

/** A count; null where it was not supplied; or the reason why it is not told. */
export type ProtectedValue = number | null | { hidden: HiddenReason };

/** One cell on one as-of date, as it is published. */
export interface ProtectedRow {
  as_of: string;
  /** Kind and code of a place in the tables' list. */
  kind: Place["kind"];
  place: string;
  age_band: string;
  sex: Sex;
  /** Always told: towns publish their residents by district and age anyway. */
  population: number;
  applications: ProtectedValue;
  issued: ProtectedValue;
  held: ProtectedValue;
  /** population − applications; below zero where more applications were made than there are residents. */
  without_application: ProtectedValue;
  /** applications − issued: applied for and not yet issued. */
  not_yet_issued: ProtectedValue;
}

/** One series of the pattern: hidden on all dates. */
export interface HiddenSeries {
  /** `cell|age|sex|measure`, as seriesKey writes it. */
  series: string;
  kind: Place["kind"];
  place: string;
  age_band: string;
  sex: Sex;
  measure: Measure;
  reason: HiddenReason;
}

/**
 * All published tables of one release. Rows of the town make the table of ages and sexes, rows of areas the
 * one of areas and ages, rows of all places without age the one of districts; margins are shared.
 */
export interface ProtectedTables {
  municipality: string;
  policy: DisclosurePolicy;
  places: readonly Place[];
  /** Ordered by as-of date, then as the cells are: town, areas, districts; ages youngest first, `all` before. */
  rows: readonly ProtectedRow[];
  pattern: readonly HiddenSeries[];
}

/** Narrow a protected value to its number; null for what was not supplied and for what is hidden. */
export const shown = (value: ProtectedValue): number | null => (typeof value === "number" ? value : null);

export const isHidden = (value: ProtectedValue): value is { hidden: HiddenReason } =>
  value !== null && typeof value === "object";

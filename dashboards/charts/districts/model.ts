import type { DistrictMap } from "../../data/contract/district-shape.js";
import type { Measure, Sex } from "../../data/contract/figure.js";
import type { AgeChoice } from "../../data/indicators/ages/age-choice.js";
import type { DistrictStanding, StandingOrder } from "../../data/indicators/district-standing.js";
import type { Reliability } from "../../data/indicators/reliability/district-reliability.js";
import type { Total } from "../../data/indicators/totals.js";

/** Whom the figures of the districts are about. */
export interface DistrictFilter {
  /** A key of the date's age choices; null is everybody. */
  age: string | null;
  sex: Sex;
}
export const EVERYBODY: DistrictFilter = { age: null, sex: "all" };

/** What the page of districts shows: one date, one measure, one order. */
export interface DistrictsView {
  asOf: string | null;
  /** Null where no measure is supplied. */
  measure: Measure | null;
  /** Measures that have numbers on this date. */
  measures: readonly Measure[];
  order: StandingOrder;
  descending: boolean;
  filter: DistrictFilter;
  /** What the filter can be set to on this date; empty where the figures do not tell ages, or sexes, apart. */
  ages: readonly AgeChoice[];
  sexes: boolean;
  /** Most residents without first, whatever the table's order. */
  standings: readonly DistrictStanding[];
  /** What each standing can bear, in the same order. */
  reliability: Reliability;
  /** The town's own map of its districts, which may lack some; null where it has given none. */
  map: DistrictMap | null;
  /** Of the whole town, all its districts together; of the filter's people where there is one. */
  total: Total | null;
  /** Whether the figures are a release's: counts of districts are prints then, the town's own are exact. */
  isPublic: boolean;
}

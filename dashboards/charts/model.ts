import type { Measure } from "../data/contract/figure.js";
import type { DistrictStanding, StandingOrder } from "../data/indicators/district-standing.js";
import type { Headline } from "../data/indicators/headline.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import type { Total } from "../data/indicators/totals.js";

export interface Town {
  code: string;
  name: string;
  prefecture: string;
}

/** What the page of districts shows: one date, one measure, one order. */
export interface DistrictsView {
  asOf: string | null;
  /** Null where no measure is supplied. */
  measure: Measure | null;
  /** Measures that have numbers on this date. */
  measures: readonly Measure[];
  order: StandingOrder;
  descending: boolean;
  /** Most residents without first, whatever the table's order. */
  standings: readonly DistrictStanding[];
  /** Of the whole town, all its districts together. */
  total: Total | null;
  /** Whether districts without a number are withheld: the town's own number is known, so they were supplied. */
  withheld: boolean;
}

/** Everything the figures of 進捗 and 地区 say, made from figures in the Worker and from queries in the browser. */
export interface PageModel {
  municipality: Town;
  synthetic: boolean;
  /** Oldest first. */
  totals: readonly Total[];
  /** At the date shown, the latest unless another is asked for; null without figures. */
  headline: Headline | null;
  /** The measure nearest to "has a card" at the date shown. */
  focus: Measure | null;
  districts: DistrictsView;
  /** Published series to compare with; empty where none is given. */
  published: readonly PublishedTotal[];
}

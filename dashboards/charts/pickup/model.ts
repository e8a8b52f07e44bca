import type { District } from "../../data/contract/district.js";
import { districtWaiting, type DistrictWaiting } from "../../data/indicators/flow/district-waiting.js";
import { flowIntervals, type FlowInterval } from "../../data/indicators/flow/pickup-flow.js";
import { pickupStanding, type PickupStanding } from "../../data/indicators/flow/pickup-standing.js";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import type { BandIssued } from "../../data/indicators/renewal/minors.js";
import type { Total } from "../../data/indicators/totals.js";
import type { Town } from "../model.js";
import { renewalView, type RenewalView } from "./renewal-view.js";

/** How far ahead the calendar of renewals may look, in months. */
export const HORIZONS = [24, 36, 60] as const;
export type Horizon = (typeof HORIZONS)[number];
export const DEFAULT_HORIZON: Horizon = 36;

/** Sums that 受取 is made of, from wherever they were added up. */
export interface PickupParts {
  municipality: Town;
  synthetic: boolean;
  /**
   * Whether the figures are a release's. Who waits in a district is the difference of two prints there and no number to
   * act on: the town alone is told.
   */
  isPublic: boolean;
  /** The district the address asks for; null for the whole town. */
  place: { code: string; name: string } | null;
  /** Of the place, oldest first. */
  totals: readonly Total[];
  /** Cards of the place's young residents. */
  young: readonly BandIssued[];
  /** Of the date shown. */
  districtTotals: readonly (Total & { district: string })[];
  districts: readonly District[];
  published: readonly PublishedTotal[];
  asOf: string | null;
  horizon: Horizon;
}

/** Everything that the figures of 受取 say. */
export interface PickupModel {
  municipality: Town;
  synthetic: boolean;
  place: { code: string; name: string } | null;
  /** Up to the date shown, oldest first. */
  totals: readonly Total[];
  /** Null without figures. */
  standing: PickupStanding | null;
  /** Whether the date shown is not the latest one. */
  earlier: boolean;
  intervals: readonly FlowInterval[];
  /** Most people waiting first; of the whole town, also where one district is shown. None at the public door. */
  districts: readonly DistrictWaiting[];
  /** Null where no cards issued are supplied. */
  renewal: RenewalView | null;
}

/** The date shown: the one asked for where there are figures of it, else the latest; null without figures. */
export const pickupDate = (dates: readonly string[], asked: string | null): string | null =>
  dates.find((date) => date === asked) ?? dates.at(-1) ?? null;

export function pickupModel(parts: PickupParts): PickupModel {
  const { municipality, synthetic, place, asOf } = parts;
  const totals = parts.totals.filter((t) => asOf !== null && t.as_of <= asOf);
  return {
    municipality,
    synthetic,
    place,
    totals,
    standing: pickupStanding(totals),
    earlier: totals.length < parts.totals.length,
    intervals: flowIntervals(totals),
    districts: parts.isPublic ? [] : districtWaiting(parts.districtTotals, parts.districts),
    renewal: renewalView(parts, totals),
  };
}

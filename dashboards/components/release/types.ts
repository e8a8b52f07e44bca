import type { TownSettings } from "../../data/contract/town-settings.js";
import type { AuditFault, Certificate } from "../../data/disclosure/audit/certificate.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { HiddenSeries } from "../../data/disclosure/published.js";
import type { Note } from "../upload/types.js";

/** A release as the API lists it to whoever may read inside. */
export interface ListedRelease {
  id: string;
  municipality: string;
  status: "draft" | "published" | "withdrawn";
  through: string;
  revision: number;
  digest: string;
  /** The release that was the latest when this one was drafted. */
  previous: string | null;
  created_at: string;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  reason: string | null;
}

/** Of the series of one table that have values: all, and those that are hidden. */
export interface TableCoverage {
  kind: HiddenSeries["kind"];
  series: number;
  hidden: number;
}

/** Against the release before; counts of values, not of series. */
export interface Differences {
  dates_added: string[];
  dates_removed: string[];
  values_changed: number;
  values_newly_hidden: number;
  values_newly_shown: number;
  policy_changed: boolean;
}

export interface Report {
  policy: DisclosurePolicy;
  as_of_dates: number;
  rows: number;
  series: number;
  series_primary: number;
  series_hidden: number;
  /** Missing in reports of drafts that are older than the count by table. */
  tables?: TableCoverage[];
  hidden: HiddenSeries[];
  certificate: Certificate;
  /** At most 100 of `fault_count`. */
  faults: AuditFault[];
  fault_count: number;
  differences: Differences;
  warnings: Note[];
  unpictured: string[];
  /** How long the bounds of the hidden values took; missing in drafts that are older than that audit. */
  bounds_seconds?: number;
}

export interface Release extends ListedRelease {
  report: Report;
  settings: TownSettings;
  /** Every release published before it. */
  earlier: string[];
}

/** A district as the town's list has it. */
export interface ListedDistrict {
  code: string;
  name: string;
  area: string | null;
}

/** The settings in force, and since when; the defaults were never saved. */
export interface SavedSettings {
  settings: TownSettings;
  saved_at: string | null;
  saved_by: string | null;
}

import type { TownSettings } from "../../data/contract/town-settings.js";
import type { AuditFault } from "../../data/disclosure/audit-fault.js";
import type { LeafCount } from "../../data/disclosure/audit-cells.js";
import type { Certificate } from "../../data/disclosure/audit.js";
import type { Place } from "../../data/disclosure/place.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { Note } from "../upload/types.js";

/** A release as the API lists it to whoever may read inside. */
export interface ListedRelease {
  id: string;
  municipality: string;
  status: "draft" | "published" | "withdrawn";
  /** How it protects people: counts in tens, or, in releases that are older than that, values withheld. */
  method: "tens-of-people" | "suppression";
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

/** Against the release before; counts of values. */
export interface Differences {
  dates_added: string[];
  dates_removed: string[];
  values_changed: number;
  policy_changed: boolean;
}

/** Districts that are told as one: because the town wants it, or because one of them is small. */
export interface ReportedMerge {
  code: string;
  name: string;
  members: string[];
  chosen: "town" | "small";
}

export interface Report {
  policy: DisclosurePolicy;
  as_of_dates: number;
  rows: number;
  places: { kind: Place["kind"]; count: number }[];
  merges: ReportedMerge[];
  /** Age bands that are told; none where they would be too few people. */
  ages: { town: string[]; area: string[] };
  /** Dates whose figures lack districts. */
  incomplete: { as_of: string; missing: { code: string; name: string }[] }[];
  audit: {
    passed: boolean;
    /** At most 100 of `fault_count`. */
    faults: AuditFault[];
    fault_count: number;
    cells: LeafCount[];
    differences: LeafCount[];
  };
  certificate: Certificate;
  differences: Differences;
  warnings: Note[];
  unpictured: string[];
}

/** A release with its report. Of one of the older method there is none that this page could read. */
export type Release = ListedRelease &
  ({ method: "tens-of-people"; report: Report } | { method: "suppression"; report?: unknown });

/** A draft that is being made. */
export interface DraftJob {
  id: string;
  municipality: string;
  state: "running" | "done" | "failed";
  done: number;
  /** Null where nobody can say how much there is to do. */
  total: number | null;
  step: "figures" | "pictures" | "files" | "storing";
  /** Why it failed; with a code for what somebody can answer. */
  problem: ({ title: string; detail: string; code?: string } & Record<string, unknown>) | null;
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

import type { UploadEffect } from "../../charts/upload-effect-rows.js";
import type { Counts, Measure } from "../../data/contract/figure.js";

export interface Words {
  ja: string;
  en: string;
}

/** Something to say about a file: at a row and a column, or (both null) about all of it. */
export interface Issue {
  row: number | null;
  column: string | null;
  code: string;
  severity: "error" | "warning" | "note";
  message: Words;
}

/** Issues of one kind, counted. */
export interface Note {
  code: string;
  severity: Issue["severity"];
  count: number;
  message: Words;
}

/** An upload as the API lists it. */
export interface Upload {
  id: string;
  municipality: string;
  revision: number | null;
  sha256: string;
  received_at: string;
  actor: string;
  format: string;
  encoding: string | null;
  rows: number;
  as_of: string[];
  synthetic: boolean;
  changes: { added: number; changed: number; removed: number; unchanged: number };
  notes: Note[];
  /** The revision in which it was taken back; null while it stands. */
  taken_back_in: number | null;
}

export type CellCounts = Record<"population" | Measure, number | null>;

/** One cell that an upload added, changed or took out. */
export interface Difference {
  kind: "added" | "changed" | "removed";
  as_of: string;
  district: string;
  district_name?: string | null;
  age_band: string;
  sex: string;
  before: CellCounts | null;
  after: CellCounts | null;
}

export interface UploadWithDifferences extends Upload {
  differences: { total: number; truncated: boolean; items: Difference[] };
}

/** What a column of a file can mean. */
export type Field =
  | "municipality"
  | "as_of"
  | "district"
  | "area"
  | "age_band"
  | "sex"
  | "population"
  | "population_as_of"
  | Measure;

/** How a file is read: field → header, or several headers joined; field → one value for every row. */
export interface Mapping {
  columns: Partial<Record<Field, string | string[]>>;
  constants: Partial<Record<Field, string>>;
  register_districts: boolean;
}

/** How the server read a table. */
export interface Reading {
  header: string[];
  header_row: number;
  mapping: Mapping;
  mapping_from: "request" | "saved" | "none";
  columns: { field: Field; headers: string[]; constant: string | null }[];
  /** Headers that mean nothing to this reading. */
  ignored: string[];
  /** A mapping from the headers, where this one does not do; null where there is nothing to propose. */
  proposal: Mapping | null;
}

export interface PreviewRow extends Counts {
  row: number;
  as_of: string;
  district: string;
  district_name: string | null;
  age_band: string;
  sex: string;
}

/** The effect on the newest date of a file; its other dates have none of their own here. */
export interface Effect extends UploadEffect {
  other_dates: string[];
}

/** The answer to a dry run. */
export interface DryRun extends Upload {
  dry_run: true;
  /** The same file stands already. */
  known: boolean;
  /** At most 1,000 of `warning_count`. */
  warnings: Issue[];
  warning_count: number;
  reading: Reading;
  preview: PreviewRow[];
  effect: Effect;
}

/** A refusal as application/problem+json; `issues` holds at most 1,000 of `issue_count`. */
export interface Problem {
  type: string;
  title: string;
  detail?: string;
  request_id?: string;
  issues?: Issue[];
  issue_count?: number;
  reading?: Reading;
}

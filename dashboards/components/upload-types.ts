import type { Measure } from "../data/contract/figure.js";

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
  notes: { code: string; count: number; message: { ja: string; en: string } }[];
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

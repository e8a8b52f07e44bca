import type { FileIssue, FileNote } from "../../data/contract/api/issue.js";
import type { ReferenceFigure, ReferenceSeries } from "../../data/contract/reference-series.js";
import type { OfficialNames } from "./official-names.js";

export interface ReadOptions {
  names: OfficialNames;
  /** ISO date; as-of dates after it are refused. */
  today: string;
}

/** A row whose municipality is not on the official list. The name is told only where it reads like one. */
export interface UnmatchedName {
  row: number;
  name: string | null;
}

/** A figure with the row it came from. */
export type ReadReference = ReferenceFigure & { row: number };

export type ReferenceReading =
  | {
      ok: true;
      series: ReferenceSeries;
      figures: ReadReference[];
      notes: FileNote[];
      /** Warnings only. */
      issues: FileIssue[];
    }
  | { ok: false; issues: FileIssue[]; unmatched: UnmatchedName[] };

/** What reading rows gives, errors among the issues. */
export interface RowsRead {
  figures: ReadReference[];
  issues: FileIssue[];
  unmatched: UnmatchedName[];
  /** Codes that were repaired, and rows whose code came from their name. */
  repaired: number;
  named: number;
}

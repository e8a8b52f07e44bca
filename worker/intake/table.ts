import type { FileIssue } from "../../data/contract/api/issue.js";

/** A file as rows of text, before anybody knows what its columns mean. */
export interface Table {
  /** Headers as written, blanks around them cut. */
  header: string[];
  /** The header's row, as a spreadsheet numbers it; 0 for JSON, whose keys are the header. */
  headerRow: number;
  /** Rows that hold anything; a cell that is missing or null is "". */
  rows: { row: number; cells: string[] }[];
  /** Everything else the file says: nobody reads it, but nothing personal may stand there either. */
  aside?: readonly Aside[];
}

/** A text beside the table: a title above the header, another sheet's cell, a sheet's name, a remark. */
export interface Aside {
  row: number | null;
  /** Where it stands, by position only: `#3`, `シート2!C`. */
  column: string | null;
  text: string;
  /** Whether it heads a column of its own (another sheet's first row). */
  heading?: boolean;
}

/** A table, or why there is none. */
export type Parsed = { table: Table; issues: FileIssue[] } | { table: null; issues: FileIssue[] };

export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;
export const MAX_CELL_CHARACTERS = 1000;

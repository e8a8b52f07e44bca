/** A sentence in the two languages this product speaks to its users. */
export interface Words {
  ja: string;
  en: string;
}

export type Severity = "error" | "warning" | "note";

/**
 * Something to say about a file. `row` is the line as a spreadsheet numbers it (the header of a CSV
 * without leading lines is 1), null where the whole file is meant; `column` is the header as the file
 * wrote it, or the contract's field where there is no such header. The message never repeats a cell's value.
 */
export interface FileIssue {
  row: number | null;
  column: string | null;
  code: string;
  severity: Severity;
  message: Words;
}

/** What was repaired or passed over, grouped: one line a kind, not one a row. */
export interface FileNote {
  code: string;
  severity: Severity;
  count: number;
  message: Words;
}

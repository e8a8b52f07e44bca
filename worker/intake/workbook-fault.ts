import type { IssueCode } from "./words.js";

/** What is wrong with the workbook as a whole. */
export class WorkbookFault extends Error {
  override readonly name = "WorkbookFault";
  constructor(readonly code: IssueCode) {
    super(code);
  }
}

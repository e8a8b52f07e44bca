import type { ResultValue } from "../../charts/notebook/result.js";
import { noFormula } from "../../data/contract/csv.js";

/** A table to be pasted into a spreadsheet: tabs and line ends in a cell become spaces, formulas become texts. */
export function tsvText(columns: readonly string[], rows: Iterable<readonly ResultValue[]>): string {
  const lines = [columns.map(cell).join("\t")];
  for (const row of rows) lines.push(row.map(cell).join("\t"));
  return lines.join("\n");
}

function cell(value: ResultValue): string {
  if (value === null) return "";
  return typeof value === "string" ? noFormula(value).replace(/[\t\r\n]+/g, " ") : String(value);
}

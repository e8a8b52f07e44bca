import type { FileIssue } from "../../data/contract/api/issue.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { readCount, readDate } from "../intake/read-cell.js";
import { issue } from "../intake/words.js";
import type { Layout, ReferenceField } from "./layout.js";
import { referenceIssue } from "./words.js";

type Cells = readonly string[];

/** The date of the counts and the date of the population; null where one of them is wrong, which is then an issue. */
export function readDates(
  layout: Layout,
  row: number,
  cells: Cells,
  today: string,
  issues: FileIssue[],
): { as_of: string; population_as_of: string } | null {
  const read = (field: ReferenceField): string | null => {
    const reading = readDate(layout.text(cells, field));
    if ("value" in reading) return reading.value;
    issues.push(issue(reading.error, row, layout.header(field)));
    return null;
  };
  const field = layout.has("as_of") ? "as_of" : "computed_on";
  const as_of = read(field);
  const population_as_of = read("population_as_of");
  if (as_of === null || population_as_of === null) return null;
  if (layout.has("as_of") && layout.has("computed_on") && read("computed_on") !== as_of) {
    issues.push(referenceIssue("dates_differ", row, layout.header("computed_on")));
  }
  if (as_of < "2016-01-01" || as_of > today)
    issues.push(issue("date_out_of_range", row, layout.header(field)));
  return { as_of, population_as_of };
}

/** A count; null for one that is not supplied; undefined for one that is wrong, which is then an issue. */
export function readCountOf(
  layout: Layout,
  field: ReferenceField,
  row: number,
  cells: Cells,
  issues: FileIssue[],
): number | null | undefined {
  const reading = readCount(layout.text(cells, field));
  if ("value" in reading) return reading.value;
  issues.push(issue(reading.error, row, layout.header(field)));
  return undefined;
}

/**
 * Compares a published rate with its counts, where the table has one. A sheet may hold it as a fraction that
 * is shown as a percent, unrounded.
 */
export function checkRate(
  layout: Layout,
  field: ReferenceField,
  row: number,
  cells: Cells,
  counts: { count: number | null; of: number },
  issues: FileIssue[],
): void {
  const published = layout.text(cells, field).replace(/%$/, "");
  const percent = percentHalfUp(counts.count, counts.of);
  if (published === "" || percent === null || Number(published) === Number(percent)) return;
  // Half a tenth of a percent is what rounding takes or adds; a little more, for the float.
  if (Math.abs(Number(published) * 100 - Number(percent)) < 0.0501) return;
  issues.push(referenceIssue("rate_differs", row, layout.header(field)));
}

import type { FileIssue } from "../../data/contract/api/issue.js";
import type { GridRow } from "../intake/grid-row.js";
import { cleanCell, readCount } from "../intake/read-cell.js";
import type { Section } from "./find-sections.js";
import { fieldOfHeader } from "./layout.js";
import type { ReadReference } from "./reading.js";
import { referenceIssue } from "./words.js";

const COUNTS = ["population", "issued", "held"] as const;

/** Rows that total a whole section (全国) against its figures: a warning at each count that is not their sum. */
export function checkTotals(
  { header }: Section,
  totals: readonly GridRow[],
  figures: readonly ReadReference[],
): FileIssue[] {
  return totals.flatMap(({ row, cells }) =>
    header.flatMap((cell, i) => {
      const count = COUNTS.find((name) => name === fieldOfHeader(cell));
      const reading = count ? readCount(cleanCell(cells[i] ?? "")) : null;
      if (!count || !reading || ("value" in reading && reading.value === sumOf(figures, count))) return [];
      return [referenceIssue("check_total_differs", row, cell)];
    }),
  );
}

/** Subtotals of prefectures, which another table of the sheet states as well, against their municipalities. */
export function checkSubtotals(
  { header }: Section,
  subtotals: readonly ReadReference[],
  figures: readonly ReadReference[],
): FileIssue[] {
  const parts = Map.groupBy(figures, (figure) => figure.code.slice(0, 2));
  return subtotals.flatMap((total) =>
    COUNTS.flatMap((count) => {
      const sum = sumOf(parts.get(total.code.slice(0, 2)) ?? [], count);
      const column = header.find((cell) => fieldOfHeader(cell) === count);
      if (!column || total[count] === sum) return [];
      return [referenceIssue("check_total_differs", total.row, column)];
    }),
  );
}

/** Null where a part has no such count. */
function sumOf(figures: readonly ReadReference[], count: (typeof COUNTS)[number]): number | null {
  if (figures.some((figure) => figure[count] === null)) return null;
  return figures.reduce((n, figure) => n + figure[count]!, 0);
}

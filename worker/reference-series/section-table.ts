import type { FileIssue } from "../../data/contract/api/issue.js";
import type { GridRow } from "../intake/grid-row.js";
import type { Table } from "../intake/table.js";
import { issue } from "../intake/words.js";
import type { Section } from "./find-sections.js";
import { fieldOfHeader, type ReferenceField } from "./layout.js";
import { statedDates, type StatedDate } from "./stated-date.js";
import { referenceIssue } from "./words.js";

/** A section whose rows all have as many cells as its header; municipalities have a column of prefectures. */
export function squared(section: Section): Section {
  const fields = new Set(section.header.map(fieldOfHeader));
  const lacksPrefecture = fields.has("name") && !fields.has("prefecture");
  const header = [...section.header, ...(lacksPrefecture ? ["都道府県名"] : [])];
  const fill = (cells: readonly string[]) => header.map((_, i) => cells[i] ?? "");
  return { ...section, header, rows: section.rows.map(({ row, cells }) => ({ row, cells: fill(cells) })) };
}

/**
 * Rows of a section as the table that its reader knows: with columns for the days that a sheet says once.
 * @param sheetTexts titles and remarks of the whole sheet, for days that the section itself does not state.
 */
export function sectionTable(
  section: Section,
  rows: readonly GridRow[],
  sheetTexts: readonly string[],
): { table: Table } | { table: null; issues: FileIssue[] } {
  const { header, headerRow } = section;
  const fields = header.map(fieldOfHeader);
  const issues: FileIssue[] = [];
  const stated = (of: StatedDate["of"], isColumn: (field: ReferenceField) => boolean): string | null => {
    const inHeader = fields.flatMap((field, i) => (field && isColumn(field) ? (section.dates[i] ?? []) : []));
    const found = firstStated(of, inHeader, section.above, sheetTexts);
    if (found.length <= 1) return found[0] ?? null;
    issues.push(
      referenceIssue("ambiguous_date", headerRow, header[fields.findIndex((f) => f && isColumn(f))]!),
    );
    return null;
  };
  const isCount = (field: ReferenceField) => /^(issued|held)/.test(field);
  const added: [header: string, date: string | null][] = [];
  if (!fields.includes("as_of") && !fields.includes("computed_on"))
    added.push(["算出基準日", stated("counts", isCount)]);
  if (!fields.includes("population_as_of"))
    added.push(["人口算出基準日", stated("population", (field) => field.startsWith("population"))]);
  if (issues.length > 0) return { table: null, issues };
  for (const [name, date] of added) if (date === null) issues.push(issue("missing_column", headerRow, name));
  if (issues.length > 0) return { table: null, issues };
  const values = added.map(([, date]) => date!);
  return {
    table: {
      header: [...header, ...added.map(([name]) => name)],
      headerRow,
      rows: rows.map(({ row, cells }) => ({ row, cells: [...cells, ...values] })),
    },
  };
}

/**
 * The days that the nearest place states: the header's cells, the titles directly above, the rest of the sheet.
 * A header and a title that disagree are both told: neither is taken.
 */
function firstStated(
  of: StatedDate["of"],
  inHeader: readonly string[],
  above: readonly string[],
  sheetTexts: readonly string[],
): string[] {
  const said = (texts: readonly string[]) =>
    texts.flatMap(statedDates).flatMap((stated) => (stated.of === of ? [stated.date] : []));
  const near = [...inHeader, ...said(above)];
  return [...new Set(near.length > 0 ? near : said(sheetTexts))];
}

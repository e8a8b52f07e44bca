import type { FileIssue } from "../../data/contract/api/issue.js";
import { REFERENCE_SERIES, type ReferenceSeries } from "../../data/contract/reference-series.js";
import type { GridRow } from "../intake/grid-row.js";
import { findSections, type Section } from "./find-sections.js";
import { fieldOfHeader } from "./layout.js";
import type { ReadOptions, ReferenceReading } from "./reading.js";
import { readReferenceTable } from "./read-table.js";
import { checkSubtotals, checkTotals } from "./section-totals.js";
import { sortRows, type SortedRows } from "./section-rows.js";
import { sectionTable, squared } from "./section-table.js";
import { referenceIssue, referenceNote, type ReferenceIssueCode } from "./words.js";

type Read = ReferenceReading & { ok: true };

/**
 * A sheet as the ministry lays it out (公表用): the tables by kind, by prefecture, by age and by municipality below
 * one another, titles and remarks between them. Every table that is known is read, rankings are passed over.
 */
export function readReferenceSheet(rows: readonly GridRow[], options: ReadOptions): ReferenceReading {
  const all = findSections(rows).map(squared);
  const sections = all.filter((section) => !isRanking(section, all));
  if (sections.length === 0)
    return {
      ok: false,
      unmatched: [],
      issues: [referenceIssue("unknown_table", rows[0]?.row ?? null, null)],
    };
  const sheetTexts = rows.flatMap(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== "");
    return filled.length === 1 ? filled : [];
  });
  const sorted = sections.map((section) => ({ section, rows: sortRows(section, options.names) }));
  const hasPrefectures = sections.some((s) => hasField(s, "prefecture") && !hasField(s, "name"));
  const readings: ReferenceReading[] = [];
  const beside: FileIssue[] = [];
  for (const { section, rows: sortedRows } of sorted) {
    const read = (of: readonly GridRow[], from = section) => {
      const made = sectionTable(from, of, sheetTexts);
      if (!made.table) return { ok: false as const, unmatched: [], issues: made.issues };
      return readReferenceTable(made.table, options);
    };
    const reading = read(sortedRows.rows);
    readings.push(reading);
    if (!reading.ok) continue;
    beside.push(...checkTotals(section, sortedRows.totals, reading.figures));
    if (sortedRows.subtotals.length === 0) continue;
    const subtotals = read(sortedRows.subtotals, withoutNames(section));
    if (!hasPrefectures || !subtotals.ok) readings.push(subtotals);
    else beside.push(...checkSubtotals(section, subtotals.figures, reading.figures));
  }
  return together(readings, beside, [
    ...countNotes(
      sorted.map((s) => s.rows),
      hasPrefectures,
    ),
    ...(all.length > sections.length
      ? [referenceNote("ranking_passed_over", all.length - sections.length)]
      : []),
  ]);
}

const hasField = ({ header }: Section, field: ReturnType<typeof fieldOfHeader>): boolean =>
  header.some((cell) => fieldOfHeader(cell) === field);

/** Towns by 団体名 beside a table of all by 市区町村名: the first of them, whose figures stand there too. */
const isRanking = (section: Section, all: readonly Section[]): boolean =>
  section.header.includes("団体名") && all.some(({ header }) => header.includes("市区町村名"));

/** The header as a table of prefectures has it. */
const withoutNames = (section: Section): Section => ({
  ...section,
  header: section.header.map((cell) => (fieldOfHeader(cell) === "name" ? "" : cell)),
});

function countNotes(sorted: readonly SortedRows[], hasPrefectures: boolean) {
  const count = (of: (rows: SortedRows) => number) => sorted.reduce((n, rows) => n + of(rows), 0);
  const subtotals = count((rows) => rows.subtotals.length);
  const counts: [ReferenceIssueCode, number][] = [
    ["remark_passed_over", count((rows) => rows.remarks)],
    ["check_total_used", count((rows) => rows.totals.length) + (hasPrefectures ? subtotals : 0)],
    ["prefecture_subtotal", hasPrefectures ? 0 : subtotals],
  ];
  return counts.filter(([, n]) => n > 0).map(([code, n]) => referenceNote(code, n));
}

/** Several tables as one reading: all of it, or every reason why not. */
function together(
  readings: readonly ReferenceReading[],
  beside: readonly FileIssue[],
  notes: Read["notes"],
): ReferenceReading {
  const byRow = (a: FileIssue, b: FileIssue) => (a.row ?? 0) - (b.row ?? 0);
  const issues = [...readings.flatMap((reading) => reading.issues), ...beside].sort(byRow);
  const read = readings.filter((reading): reading is Read => reading.ok);
  if (read.length < readings.length) {
    const unmatched = readings.flatMap((reading) => (reading.ok ? [] : reading.unmatched));
    return { ok: false, issues, unmatched };
  }
  const figures = read.flatMap((reading) => reading.figures);
  const series = REFERENCE_SERIES.filter((name) => figures.some((figure) => figure.series === name));
  const [main] = series as [ReferenceSeries, ...ReferenceSeries[]];
  return {
    ok: true,
    series: main,
    figures,
    notes: [...mergeNotes(read.flatMap((reading) => reading.notes)), ...notes],
    issues,
  };
}

function mergeNotes(notes: Read["notes"]): Read["notes"] {
  return [...Map.groupBy(notes, (note) => note.code).values()].map((same) => ({
    ...same[0]!,
    count: same.reduce((n, note) => n + note.count, 0),
  }));
}

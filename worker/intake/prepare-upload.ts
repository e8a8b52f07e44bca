import type { FileIssue, FileNote } from "../../data/contract/api/issue.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import type { District } from "../../data/contract/district.js";
import type { Provenance } from "../../data/contract/figure.js";
import { checkGrain, type DateRows } from "./check-grain.js";
import { checkHistory, type DistrictTotal } from "./check-history.js";
import { planColumns, type ColumnPlan } from "./columns.js";
import { districtLookup } from "./district-lookup.js";
import { groupFigures, repetitionFinder, type GroupedFigures } from "./group-figures.js";
import { proposeMapping } from "./propose-mapping.js";
import { municipalityOf, readRows, type ReadFigure } from "./read-rows.js";
import type { Table } from "./table.js";
import { issue, severityOf, wordsOf, type IssueCode } from "./words.js";

/** A table understood: what would be written, and what there is to say about it. */
export interface PreparedUpload {
  municipality: string;
  dates: DateRows[];
  /** Districts that the list does not know yet; empty unless the mapping asks for their registration. */
  newDistricts: District[];
  notes: FileNote[];
}

export interface PrepareOptions {
  mapping: Mapping;
  /** What reading the file had to say: none of it an error. */
  fileIssues: readonly FileIssue[];
  /** ISO date; as-of dates after it are refused. */
  today: string;
  /** The municipality of a token that is bound to one. */
  expectedMunicipality: string | null;
  provenance: Provenance;
  /** The district list of a municipality; asked once, when the file has named its municipality. */
  districtsOf: (municipality: string) => Promise<readonly District[]>;
  /** What is known of its districts on every date; asked once, when the file is otherwise right. */
  historyOf: (municipality: string) => Promise<readonly DistrictTotal[]>;
}

/** How the columns were understood, and what could be proposed where that was not enough. */
export interface FoundColumns {
  plan: ColumnPlan;
  ignored: string[];
  proposal: Mapping | null;
}

export type Preparation = { columns: FoundColumns; issues: FileIssue[] } & (
  | { ok: true; upload: PreparedUpload; known: readonly District[]; history: readonly DistrictTotal[] }
  | { ok: false; municipality: string | null }
);

/** Names columns, reads rows and checks them; every issue is reported, errors leave nothing to write. */
export async function prepareUpload(table: Table, options: PrepareOptions): Promise<Preparation> {
  const { mapping, expectedMunicipality } = options;
  const { plan, ignored, issues } = planColumns(table, mapping, expectedMunicipality);
  const isPlanned = issues.length === 0;
  const municipality = isPlanned ? municipalityOf(table, plan, expectedMunicipality) : expectedMunicipality;
  const known = municipality ? await options.districtsOf(municipality) : [];
  const needsList = municipality !== null && known.length === 0 && !mapping.register_districts;
  const proposal = isPlanned && !needsList ? null : proposeMapping(table, municipality, needsList);
  const columns: FoundColumns = { plan, ignored, proposal };
  const refuse = (found: FileIssue[]): Preparation => ({ ok: false, issues: found, municipality, columns });
  if (!isPlanned) return refuse(issues);

  const lookup = districtLookup(known, mapping.register_districts);
  const rows = readRows(table, plan, { ...options, districtCode: lookup.find });
  const all = [...options.fileIssues, ...(known.length > 0 ? rows.issues : withoutList(rows.issues))];
  const groups = groupFigures(rows.figures);
  if (isLinePerPerson(rows.figures, groups)) return refuse([issue("personal_rows", null, null)]);
  const municipalities = new Set(rows.figures.map((f) => f.municipality));
  if (municipalities.size > 1) all.push(issue("several_municipalities", null, null));
  if (hasErrors(all)) return refuse(all);

  const grain = checkGrain(rows.figures, plan, groups);
  all.push(...grain.issues);
  if (hasErrors(all)) return refuse(all);

  const history = await options.historyOf(municipality!);
  const listed = known.map((d) => d.code);
  all.push(...checkHistory(grain.dates, history, listed, plan));
  const newDistricts = lookup.added(rows.figures, municipality!);
  const totals = grain.dates.reduce((n, d) => n + d.checkTotals, 0);
  const notes = notesOf(all, [
    ...rows.repairs,
    ["ignored_column", ignored.length],
    ["check_total_used", totals],
    ["districts_registered", newDistricts.length],
  ]);
  const upload = { municipality: municipality!, dates: grain.dates, newDistricts, notes };
  return { ok: true, upload, issues: all, columns, known, history };
}

/** One line a kind: what was counted as it went, and how often each issue stands. */
function notesOf(issues: readonly FileIssue[], counted: Iterable<[IssueCode, number]>): FileNote[] {
  const counts = new Map<IssueCode, number>([...counted].filter(([, count]) => count > 0));
  for (const { code } of issues) counts.set(code as IssueCode, (counts.get(code as IssueCode) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({
    code,
    count,
    severity: severityOf(code),
    message: wordsOf(code),
  }));
}

/** Fewer rows than this can be small areas; a register of persons is longer. */
const PERSON_ROWS = 20;

/** Whether the table is a register of persons: mostly rows of one person each, or of one and the same key. */
function isLinePerPerson(figures: readonly ReadFigure[], groups: GroupedFigures): boolean {
  if (figures.length < PERSON_ROWS) return false;
  const single = figures.reduce((n, f) => n + (f.population === 1 ? 1 : 0), 0);
  const repeatedRows = repetitionFinder();
  let repeated = 0;
  for (const districts of groups.values())
    for (const group of districts.values()) repeated += repeatedRows(group).length;
  return single > figures.length / 2 || repeated > figures.length / 2;
}

/** Without a list every row's district is unknown: that is one thing to do, not one a row. */
function withoutList(issues: readonly FileIssue[]): FileIssue[] {
  const others = issues.filter((i) => i.code !== "unknown_district");
  return others.length < issues.length ? [issue("no_district_list", null, null), ...others] : others;
}

const hasErrors = (issues: readonly FileIssue[]): boolean => issues.some((i) => i.severity === "error");

import type { District } from "../../data/contract/district.js";
import { ALL, figureKey, type Provenance } from "../../data/contract/figure.js";
import { checkGrain, type DateRows } from "./check-grain.js";
import { checkHistory, type DistrictTotal } from "./check-history.js";
import { normaliseHeader, planColumns } from "./columns.js";
import type { FileIssue, FileNote } from "./issue.js";
import type { Mapping } from "./mapping.js";
import { cleanCell } from "./read-cell.js";
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

export type Preparation =
  | { ok: true; upload: PreparedUpload; issues: FileIssue[] }
  | { ok: false; issues: FileIssue[]; municipality: string | null };

/** Names columns, reads rows and checks them; every issue is reported, errors leave nothing to write. */
export async function prepareUpload(table: Table, options: PrepareOptions): Promise<Preparation> {
  const { mapping } = options;
  const { plan, ignored, issues } = planColumns(table, mapping, options.expectedMunicipality);
  if (issues.length > 0) return { ok: false, issues, municipality: null };

  const municipality = municipalityOf(table, plan, options.expectedMunicipality);
  const known = municipality ? await options.districtsOf(municipality) : [];
  const lookup = districtLookup(known, mapping.register_districts);
  const rows = readRows(table, plan, { ...options, districtCode: lookup.find });
  const all = [...options.fileIssues, ...(known.length > 0 ? rows.issues : withoutList(rows.issues))];
  const municipalities = new Set(rows.figures.map((f) => f.municipality));
  if (isLinePerPerson(rows.figures))
    return { ok: false, issues: [issue("personal_rows", null, null)], municipality };
  if (municipalities.size > 1) all.push(issue("several_municipalities", null, null));
  if (hasErrors(all)) return { ok: false, issues: all, municipality };

  const grain = checkGrain(rows.figures, plan);
  all.push(...grain.issues);
  if (hasErrors(all)) return { ok: false, issues: all, municipality };

  const newDistricts = lookup.added(rows.figures, municipality!);
  const totals = grain.dates.reduce((n, d) => n + d.checkTotals, 0);
  const history = await options.historyOf(municipality!);
  const listed = known.map((d) => d.code);
  all.push(...checkHistory(grain.dates, history, listed, plan));

  const counted = new Map<IssueCode, number>(rows.repairs);
  if (ignored.length > 0) counted.set("ignored_column", ignored.length);
  if (totals > 0) counted.set("check_total_used", totals);
  if (newDistricts.length > 0) counted.set("districts_registered", newDistricts.length);
  for (const { code } of all) counted.set(code as IssueCode, (counted.get(code as IssueCode) ?? 0) + 1);
  const notes = [...counted].map(([code, count]) => ({
    code,
    count,
    severity: severityOf(code),
    message: wordsOf(code),
  }));
  return {
    ok: true,
    upload: { municipality: municipality!, dates: grain.dates, newDistricts, notes },
    issues: all,
  };
}

/** Fewer rows than this can be small areas; a register of persons is longer. */
const PERSON_ROWS = 20;

/** Whether the table is a register of persons: mostly rows of one person each, or of one and the same key. */
function isLinePerPerson(figures: readonly ReadFigure[]): boolean {
  if (figures.length < PERSON_ROWS) return false;
  const single = figures.filter((f) => f.population === 1).length;
  const keys = new Set(figures.map(figureKey)).size;
  return single > figures.length / 2 || keys < figures.length / 2;
}

/** Without a list every row's district is unknown: that is one thing to do, not one a row. */
function withoutList(issues: readonly FileIssue[]): FileIssue[] {
  const others = issues.filter((i) => i.code !== "unknown_district");
  return others.length < issues.length ? [issue("no_district_list", null, null), ...others] : others;
}

const hasErrors = (issues: readonly FileIssue[]): boolean => issues.some((i) => i.severity === "error");

function districtLookup(known: readonly District[], register: boolean) {
  const codes = new Set(known.map((d) => d.code));
  const byName = Map.groupBy(known, (d) => normaliseHeader(d.name));
  const byNumber = Map.groupBy(
    known.filter((d) => /^\d+$/.test(d.code)),
    (d) => String(Number(d.code)),
  );
  const find = (text: string): string | null => {
    if (codes.has(text)) return text;
    const named = byName.get(normaliseHeader(text));
    if (named?.length === 1) return named[0]!.code;
    // A spreadsheet makes 1 of "01".
    const numbered = /^\d+$/.test(text) ? byNumber.get(String(Number(text))) : undefined;
    if (numbered?.length === 1) return numbered[0]!.code;
    return register ? cleanCell(text) : null;
  };
  const added = (figures: readonly ReadFigure[], municipality: string): District[] => {
    const fresh = new Map<string, District>();
    for (const { district: code, area } of figures) {
      if (code === ALL || codes.has(code) || fresh.has(code)) continue;
      fresh.set(code, {
        municipality,
        code,
        name: code,
        kana: null,
        name_en: null,
        area,
        tile_x: null,
        tile_y: null,
      });
    }
    return [...fresh.values()];
  };
  return { find, added };
}

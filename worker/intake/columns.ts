import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Field, Mapping } from "../../data/contract/api/mapping.js";
import type { Table } from "./table.js";
import { issue } from "./words.js";

/** Where a field's text comes from: columns of the file (joined), or one constant. */
export type Source = { indexes: readonly number[]; header: string } | { constant: string };

export type ColumnPlan = Partial<Record<Field, Source>>;

/** Headers by which a field is known without a mapping, after normalisation. */
const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  municipality: [
    "全国地方公共団体コード",
    "団体コード",
    "市区町村コード",
    "都道府県コード又は市区町村コード",
    "municipality",
  ],
  as_of: ["基準日", "調査年月日", "as_of"],
  district: ["地区コード", "地域コード", "地区", "district"],
  age_band: ["年齢階級", "年齢区分", "年齢", "age_band"],
  sex: ["性別", "sex"],
  population: ["人口", "総数", "総数(人口)", "population"],
  population_as_of: ["人口算出基準日", "population_as_of"],
  applications: ["申請件数", "有効申請受付数", "申請受付数", "applications"],
  issued: ["交付枚数", "交付件数", "issued"],
  held: ["保有枚数", "取得者数", "保有者数", "held"],
  area: [],
};

/** Compatibility forms folded, blanks dropped, case ignored: 「総数（人口）」 is 「総数(人口)」. */
export const normaliseHeader = (header: string): string =>
  header.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Columns that a file of ours carries and an upload need not say. */
const PASSED_OVER = new Set(
  ["provenance", "地区名", "地方公共団体名", "都道府県名", "市区町村名"].map(normaliseHeader),
);

/**
 * Finds each field's source: the mapping first, then the aliases. Missing and doubtful columns are
 * issues at the header's row.
 * @param municipality used where neither file nor mapping names one (a token bound to one town).
 * @returns the plan and the headers that mean nothing to it.
 */
export function planColumns(
  table: Table,
  mapping: Mapping,
  municipality: string | null,
): { plan: ColumnPlan; ignored: string[]; issues: FileIssue[] } {
  const issues: FileIssue[] = [];
  const plan: ColumnPlan = {};
  const headers = table.header.map(normaliseHeader);
  const used = new Set<number>();
  const headerRow = table.headerRow || null;

  const indexOf = (header: string): number | null => {
    const wanted = normaliseHeader(header);
    const found = headers.flatMap((h, i) => (h === wanted ? [i] : []));
    if (found.length > 1) issues.push(issue("ambiguous_column", headerRow, header));
    return found[0] ?? null;
  };

  for (const field of Object.keys(ALIASES) as Field[]) {
    const mapped = mapping.columns[field];
    const constant = mapping.constants[field];
    if (mapped !== undefined && constant !== undefined) issues.push(issue("mapping_says_twice", null, field));
    if (constant !== undefined) {
      plan[field] = { constant };
    } else if (mapped !== undefined) {
      const names = [mapped].flat();
      const indexes = names.map(indexOf);
      names.forEach(
        (name, i) => indexes[i] === null && issues.push(issue("mapped_column_missing", headerRow, name)),
      );
      const found = indexes.filter((i): i is number => i !== null);
      for (const index of found) used.add(index);
      plan[field] = { indexes: found, header: names.join("+") };
    } else {
      const found = headers.flatMap((h, i) => (ALIASES[field].map(normaliseHeader).includes(h) ? [i] : []));
      if (found.length > 1) issues.push(issue("ambiguous_column", headerRow, table.header[found[1]!]!));
      if (found.length > 0) {
        used.add(found[0]!);
        plan[field] = { indexes: [found[0]!], header: table.header[found[0]!]! };
      }
    }
  }
  if (!plan.municipality && municipality) plan.municipality = { constant: municipality };
  for (const field of ["municipality", "as_of", "district", "population"] as const) {
    if (!plan[field]) issues.push(issue("missing_column", headerRow, field));
  }
  if (!plan.applications && !plan.issued && !plan.held)
    issues.push(issue("missing_measure", headerRow, null));
  const ignored = table.header.filter((h, i) => h !== "" && !used.has(i) && !PASSED_OVER.has(headers[i]!));
  return { plan, ignored, issues };
}

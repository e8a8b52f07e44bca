import type { FileIssue } from "../../data/contract/api/issue.js";
import type { ReferenceSeries } from "../../data/contract/reference-series.js";
import { normaliseHeader } from "../intake/columns.js";
import { cleanCell } from "../intake/read-cell.js";
import type { Table } from "../intake/table.js";
import { issue } from "../intake/words.js";
import { splitHeader } from "./stated-date.js";
import { referenceIssue } from "./words.js";

/** The ministry's headers, after normalisation, by what they mean. */
const HEADERS = {
  computed_on: ["算出基準日"],
  as_of: ["交付枚数算出基準日", "交付件数基準日", "交付枚数基準日", "保有枚数算出基準日"],
  prefecture: ["都道府県名"],
  name: ["市区町村名", "団体名"],
  code: ["団体コード", "全国地方公共団体コード"],
  type: ["区分"],
  age: ["年齢"],
  population: ["総数(人口)", "人口"],
  population_as_of: ["人口算出基準日"],
  issued: ["交付枚数", "交付件数"],
  held: ["保有枚数"],
  rate: ["人口に対する交付枚数率"],
  held_rate: ["人口に対する保有枚数率"],
  population_male: ["人口(男)"],
  population_female: ["人口(女)"],
  population_all: ["人口(計)"],
  issued_male: ["交付件数(男)", "交付枚数(男)"],
  issued_female: ["交付件数(女)", "交付枚数(女)"],
  issued_all: ["交付件数(計)", "交付枚数(計)"],
  held_male: ["保有枚数(男)"],
  held_female: ["保有枚数(女)"],
  held_all: ["保有枚数(計)"],
  rate_male: ["交付率(男)"],
  rate_female: ["交付率(女)"],
  rate_all: ["交付率(計)"],
  share_male: ["全体に対する交付件数割合(男)"],
  share_female: ["全体に対する交付件数割合(女)"],
  share_all: ["全体に対する交付件数割合(計)"],
} as const satisfies Record<string, readonly string[]>;
export type ReferenceField = keyof typeof HEADERS;

const FIELDS = Object.entries(HEADERS) as [ReferenceField, readonly string[]][];
const FIELD_OF = new Map(FIELDS.flatMap(([field, names]) => names.map((name) => [name, field] as const)));

/** What a header means, its date aside; undefined for one that is none of the ministry's. */
export const fieldOfHeader = (header: string): ReferenceField | undefined =>
  FIELD_OF.get(normaliseHeader(splitHeader(header).label));

const BY_SEX = [
  "population_male",
  "population_female",
  "population_all",
] as const satisfies readonly ReferenceField[];
const COUNTS_BY_SEX = [
  ["issued_male", "issued_female", "issued_all"],
  ["held_male", "held_female", "held_all"],
] as const satisfies readonly (readonly ReferenceField[])[];

/** The four tables: the column that only this one has, and what it cannot do without. The first that fits counts. */
const TABLES: readonly { series: ReferenceSeries; by: ReferenceField; needs: readonly ReferenceField[] }[] = [
  { series: "age_sex", by: "age", needs: ["population_as_of", ...BY_SEX] },
  { series: "municipality", by: "name", needs: ["prefecture", "population", "population_as_of"] },
  { series: "prefecture", by: "prefecture", needs: ["population", "population_as_of"] },
  { series: "summary", by: "type", needs: ["population", "population_as_of"] },
];

/** A recognised table: which one, and where its columns are. */
export interface Layout {
  series: ReferenceSeries;
  has(field: ReferenceField): boolean;
  /** The header as the file wrote it, for messages; the field's first Japanese name where there is none. */
  header(field: ReferenceField): string;
  /** The cell's text, cleaned; "" where the table has no such column. */
  text(cells: readonly string[], field: ReferenceField): string;
}

/** Which of the ministry's tables this is, by its headers; or why it is none. */
export function recogniseTable(table: Table): { layout: Layout } | { layout: null; issues: FileIssue[] } {
  const headerRow = table.headerRow || null;
  const fields = table.header.map(fieldOfHeader);
  const at = new Map<ReferenceField, number>();
  const issues: FileIssue[] = [];
  for (const [field] of FIELDS) {
    const found = fields.flatMap((other, i) => (other === field ? [i] : []));
    if (found.length > 1) issues.push(issue("ambiguous_column", headerRow, table.header[found[0]!]!));
    if (found.length > 0) at.set(field, found[0]!);
  }
  const kind = TABLES.find((t) => at.has(t.by));
  if (!kind) return { layout: null, issues: [referenceIssue("unknown_table", headerRow, null)] };
  const header = (field: ReferenceField): string => {
    const index = at.get(field);
    return index === undefined ? HEADERS[field][0] : table.header[index]!;
  };
  for (const field of kind.needs) {
    if (!at.has(field)) issues.push(issue("missing_column", headerRow, header(field)));
  }
  if (!at.has("as_of") && !at.has("computed_on")) {
    issues.push(issue("missing_column", headerRow, header("computed_on")));
  }
  const measures = kind.series === "age_sex" ? COUNTS_BY_SEX : ([["issued"], ["held"]] as const);
  if (!measures.some((columns) => columns.every((field) => at.has(field)))) {
    const missing = measures[0].filter((field) => !at.has(field));
    for (const field of missing) issues.push(issue("missing_column", headerRow, header(field)));
  }
  if (issues.length > 0) return { layout: null, issues };
  return {
    layout: {
      series: kind.series,
      has: (field) => at.has(field),
      header,
      text: (cells, field) => {
        const index = at.get(field);
        return index === undefined ? "" : cleanCell(cells[index] ?? "");
      },
    },
  };
}

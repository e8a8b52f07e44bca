import { writeXlsx, type ColumnDef } from "hucre/xlsx";
import { csvText } from "../../data/contract/csv.js";
import { ageBandLabel, ageBandStart } from "../../data/contract/age-band.js";
import type { District } from "../../data/contract/district.js";
import { ALL, SEXES, type Sex } from "../../data/contract/figure.js";

/** How one district's rows of a date are cut. */
export interface TemplateCell {
  age_band: string;
  sex: Sex;
}

/** A file to fill in: its header and its rows of text, empty where the clerk writes. */
export interface Template {
  header: string[];
  rows: string[][];
}

const SEX_LABELS: Readonly<Record<Sex, string>> = { male: "男", female: "女", all: "計" };
const CODE = "全国地方公共団体コード";
const DATES = new Set(["基準日", "人口算出基準日"]);
const TO_FILL_IN = ["人口", "人口算出基準日", "申請件数", "交付枚数", "保有枚数"];

/**
 * The rows that a town's next upload needs: its districts × the cells it used last. Columns of age and
 * sex are there only if they were used; a town without a district list gets one row for all of it.
 * @param cells none for a town that has no figures yet
 */
export function makeTemplate(
  municipality: { code: string; name: string },
  districts: readonly Pick<District, "code" | "name">[],
  cells: readonly TemplateCell[],
): Template {
  const byAge = cells.some((cell) => cell.age_band !== ALL);
  const bySex = cells.some((cell) => cell.sex !== ALL);
  const places = districts.length > 0 ? districts : [{ code: "計", name: municipality.name }];
  const cuts = cells.length > 0 ? [...cells].sort(compareCells) : [{ age_band: ALL, sex: ALL } as const];
  const header = [
    CODE,
    "基準日",
    "地区コード",
    "地区名",
    ...(byAge ? ["年齢階級"] : []),
    ...(bySex ? ["性別"] : []),
    ...TO_FILL_IN,
  ];
  const rows = places.flatMap(({ code, name }) =>
    cuts.map(({ age_band, sex }) => [
      municipality.code,
      "",
      code,
      name,
      // Excel would make a date of 5-9; 5～9歳 stays what it is.
      ...(byAge ? [ageBandLabel(age_band)] : []),
      ...(bySex ? [SEX_LABELS[sex]] : []),
      ...TO_FILL_IN.map(() => ""),
    ]),
  );
  return { header, rows };
}

function compareCells(a: TemplateCell, b: TemplateCell): number {
  const bySex = SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex);
  return a.age_band === b.age_band ? bySex : ageBandStart(a.age_band) - ageBandStart(b.age_band);
}

export const templateCsv = ({ header, rows }: Template): Uint8Array =>
  new TextEncoder().encode(csvText(header, rows));

/** Codes are texts, so that Excel keeps their zeros; the dates' columns are dates; the header stays in sight. */
export async function templateXlsx({ header, rows }: Template): Promise<Uint8Array> {
  const columns = header.map((name): ColumnDef => {
    const width = name === CODE ? 24 : 16;
    if (DATES.has(name)) return { width, numFmt: "yyyy-mm-dd" };
    return { width, numFmt: TO_FILL_IN.includes(name) ? "#,##0" : "@" };
  });
  const blanksAsNull = rows.map((row) => row.map((text) => text || null));
  return writeXlsx({
    sheets: [{ name: "取り込み", columns, rows: [header, ...blanksAsNull], freezePane: { rows: 1 } }],
  });
}

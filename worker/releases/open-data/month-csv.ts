import { MEASURES, type Measure, type Sex } from "../../../data/contract/figure.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { ageWords } from "./age-words.js";
import { MONTH_COLUMNS } from "./month-columns.js";
import type { CsvCell } from "../../../data/contract/csv.js";
import { csvFile, decimal, mark } from "./csv-file.js";
import type { ListedPlace, LongRow } from "./long-rows.js";
import { SYNTHETIC } from "./notice.js";

/** `173843_mynumbercard_20261031.csv`: the file name of 自治体標準オープンデータセット. */
export const monthFileName = (release: PublicRelease): string =>
  `${release.municipality.code}_mynumbercard_${release.through.replaceAll("-", "")}.csv`;

export const KINDS = { town: "市区町村", area: "地域", district: "地区" } as const;
export const SEX_WORDS: Readonly<Record<Sex, string>> = { all: "総数", male: "男", female: "女" };

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  applications: "申請件数",
  issued: "交付枚数",
  held: "保有枚数",
};

/**
 * The newest date of a release in the manner of 自治体標準オープンデータセット: Japanese headers and words, marks in
 * place of what is missing, a column of notes.
 */
export function monthCsv(
  release: PublicRelease,
  places: readonly ListedPlace[],
  rows: readonly LongRow[],
): Uint8Array {
  const placeOf = new Map(places.map((p) => [`${p.kind}|${p.code}`, p]));
  const newest = rows.filter((row) => row.as_of === release.through);
  return csvFile(
    MONTH_COLUMNS.map((c) => c.name),
    newest.map((row) => monthRow(row, placeOf.get(`${row.kind}|${row.place}`)!, release)),
  );
}

function monthRow(row: LongRow, place: ListedPlace, release: PublicRelease): CsvCell[] {
  const { code, name } = release.municipality;
  const percent = (measure: Measure): CsvCell => {
    if (row[measure] === null) return mark("…");
    const told = percentHalfUp(row[measure], row.population);
    return told === null ? mark("-") : decimal(told);
  };
  return [
    code,
    row.kind === "town" ? null : row.place,
    name,
    row.as_of,
    row.place_name,
    KINDS[row.kind],
    ageWords(row.age_band),
    SEX_WORDS[row.sex],
    row.population,
    row.population_as_of,
    ...MEASURES.map((measure): CsvCell => row[measure] ?? mark("…")),
    row.margin,
    ...MEASURES.map(percent),
    rateMargin(row),
    notes(row, place, release.synthetic).join("。"),
  ];
}

/** Rounded up: a band that is told too narrow would promise too much. */
function rateMargin({ margin, population }: LongRow): CsvCell {
  if (population === 0) return mark("-");
  const tenths = Math.ceil((margin * 1000) / population);
  return decimal(`${Math.floor(tenths / 10)}.${tenths % 10}`);
}

function notes(row: LongRow, place: ListedPlace, synthetic: boolean): string[] {
  const missing = MEASURES.filter((m) => row[m] === null);
  return [
    ...(synthetic ? [SYNTHETIC] : []),
    ...(row.margin > 0 ? ["約（10枚単位）"] : []),
    ...(place.merged ? [`合算: ${place.name}（地区コード ${place.members.join("・")}）`] : []),
    ...(missing.length > 0 ? [`資料なし: ${missing.map((m) => MEASURE_WORDS[m]).join("、")}`] : []),
  ];
}

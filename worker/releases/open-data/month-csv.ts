import type { Sex } from "../../../data/contract/figure.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { ageWords } from "./age-words.js";
import { MONTH_COLUMNS } from "./month-columns.js";
import { csvFile, type CsvCell } from "./csv-file.js";
import type { ListedPlace, LongRow, PublishedMeasure } from "./long-rows.js";
import { SYNTHETIC } from "./notice.js";

/** `173843_mynumbercard_20261031.csv`: the file name of 自治体標準オープンデータセット. */
export const monthFileName = (release: PublicRelease): string =>
  `${release.municipality.code}_mynumbercard_${release.through.replaceAll("-", "")}.csv`;

export const KINDS = { town: "市区町村", area: "地域", district: "地区" } as const;
export const SEX_WORDS: Readonly<Record<Sex, string>> = { all: "総数", male: "男", female: "女" };

const MEASURE_WORDS: Readonly<Record<PublishedMeasure, string>> = {
  applications: "申請件数",
  issued: "交付枚数",
  held: "保有枚数",
  without_application: "申請していない人",
  not_yet_issued: "申請済・未交付",
};

/**
 * The newest date of a release in the manner of 自治体標準オープンデータセット: Japanese headers and words, marks in
 * place of what is withheld or missing, a column of notes.
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
  const hidden = new Set(row.hidden);
  const count = (measure: PublishedMeasure): CsvCell =>
    row[measure] ?? { mark: hidden.has(measure) ? "x" : "…" };
  const rate = (measure: "applications" | "issued" | "held"): CsvCell => {
    if (row[measure] === null) return { mark: hidden.has(measure) ? "x" : "…" };
    const percent = percentHalfUp(row[measure], row.population);
    return percent === null ? { mark: "-" } : { decimal: percent };
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
    count("applications"),
    count("issued"),
    count("held"),
    count("without_application"),
    count("not_yet_issued"),
    rate("applications"),
    rate("issued"),
    rate("held"),
    notes(row, place, release.synthetic).join("。"),
  ];
}

/** Why a measure is withheld is not said: "0%" or "fewer than 10" would tell what the mark hides. */
function notes(row: LongRow, place: ListedPlace, synthetic: boolean): string[] {
  const list = (measures: readonly PublishedMeasure[]) => measures.map((m) => MEASURE_WORDS[m]).join("、");
  const missing = (["applications", "issued", "held"] as const).filter(
    (m) => row[m] === null && !row.hidden.includes(m),
  );
  return [
    ...(synthetic ? [SYNTHETIC] : []),
    ...(row.hidden.length > 0 ? [`秘匿: ${list(row.hidden)}`] : []),
    ...(place.merged ? [`合算: ${place.name}（地区コード ${place.members.join("・")}）`] : []),
    ...(missing.length > 0 ? [`資料なし: ${list(missing)}`] : []),
  ];
}

import type { Field } from "../../data/contract/api/mapping.js";
import { readAgeBand, readCount, readDate, readSex, type Reading } from "./read-cell.js";

/** A header that could stand for a field, though no alias says so, and one that rules it out. */
export interface Hint {
  says: RegExp;
  not: RegExp;
  read: (cell: string) => Reading<unknown>;
}

const A_SHARE = /率|割合|比|増減|前月|前年|差|%/;

export const HINTS: Partial<Record<Field, Hint>> = {
  as_of: { says: /基準日|年月日|時点|現在|集計日|日付/, not: /人口|生年|作成|更新/, read: readDate },
  population: { says: /人口|住民数|総数|住基/, not: /日|率|割合|増減|対する/, read: readCount },
  population_as_of: { says: /人口.*(日|時点)/, not: A_SHARE, read: readDate },
  applications: { says: /申請/, not: A_SHARE, read: readCount },
  issued: { says: /交付/, not: A_SHARE, read: readCount },
  held: { says: /保有|取得/, not: A_SHARE, read: readCount },
  age_band: { says: /年齢|年代|階級/, not: A_SHARE, read: readAgeBand },
  sex: { says: /性別|男女/, not: A_SHARE, read: readSex },
};

/** Columns that say where, the widest place first: a ward before the block that lies in it. */
export const PLACES = [
  /^(区|区名|行政区名?|旧(市)?町村名?|支所名?|圏域名?|小?中?学校区名?|校区名?)$/,
  /^(地区名?|地域名?|大字名?|町名|町字名?|町丁目?名?|町丁・?字等?名?|丁目|字名?|自治会名?|町内会名?)$/,
];

/** How many cells of a row hint at a field or a place; a long sentence is no header. */
export function hintedCells(headers: readonly string[]): number {
  return headers.filter(
    (h) =>
      h.length <= LONGEST_HEADER &&
      (PLACES.some((words) => words.test(h)) ||
        Object.values(HINTS).some(({ says, not }) => says.test(h) && !not.test(h))),
  ).length;
}

const LONGEST_HEADER = 20;

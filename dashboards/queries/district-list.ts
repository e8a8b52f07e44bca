import type { District } from "../data/contract/district.js";
import { numberOrNull, textOf, textOrNull } from "./query.js";
import type { Question } from "./question.js";

/** Which districts does the town have? */
export const DISTRICT_LIST: Question<readonly District[]> = {
  sql: `SELECT municipality, code, name, kana, name_en, area, tile_x, tile_y
FROM districts
ORDER BY code`,
  read: (rows) =>
    rows.map((row) => ({
      municipality: textOf(row, "municipality"),
      code: textOf(row, "code"),
      name: textOf(row, "name"),
      kana: textOrNull(row, "kana"),
      name_en: textOrNull(row, "name_en"),
      area: textOrNull(row, "area"),
      tile_x: numberOrNull(row, "tile_x"),
      tile_y: numberOrNull(row, "tile_y"),
    })),
  from: ({ districts }) => districts.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
};

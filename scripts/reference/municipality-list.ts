import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import type { MicRow } from "./mic-tables.js";

export interface Municipality {
  code: string;
  prefecture: string;
  name: string;
}

/**
 * A town's name without its county: 羽咋郡志賀町 → 志賀町. Only where 郡 is followed by a 町 or 村, so that
 * 郡山市 keeps its name; the first 郡 ends the county, so that 赤穂郡上郡町 becomes 上郡町.
 */
export const withoutCounty = (name: string): string => name.replace(/^[^郡]+郡(?=.+[町村]$)/, "");

/** A code as the ministry writes it, its leading zero put back; null where the table has none. */
export function restoreCode(text: string): string | null {
  const code = text.padStart(6, "0");
  return isMunicipalityCode(code) ? code : null;
}

/**
 * All municipalities of a table, in code order.
 * From 2021-08 on the transcription lost the codes of 三宅村 and 八丈町 (`<NA>`); they are taken from the
 * latest older table, which names the same towns with their island before them (三宅島三宅村).
 * @param older tables in which to look for a lost code, newest first.
 * @throws Error where a code cannot be found: a list with a hole is worse than none.
 */
export function listMunicipalities(rows: readonly MicRow[], older: readonly MicRow[][]): Municipality[] {
  return rows
    .map((row) => {
      const prefecture = row["都道府県名"]!;
      const name = withoutCounty(row["市区町村名"]!);
      const code = restoreCode(row["団体コード"]!) ?? lostCode(prefecture, name, older);
      if (!code) throw new Error(`no code for ${prefecture}${name}`);
      return { code, prefecture, name };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function lostCode(prefecture: string, name: string, older: readonly MicRow[][]): string | null {
  for (const rows of older) {
    const row = rows.find((r) => r["都道府県名"] === prefecture && r["市区町村名"]!.endsWith(name));
    const code = row && restoreCode(row["団体コード"]!);
    if (code) return code;
  }
  return null;
}

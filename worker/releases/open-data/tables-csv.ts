import { csvFile } from "./csv-file.js";
import type { ListedPlace, LongRow } from "./long-rows.js";
import { PLACE_COLUMNS, TABLE_COLUMNS } from "./table-columns.js";

/** tables.csv: every date; blank where a measure was not supplied. */
export function tablesCsv(rows: readonly LongRow[]): Uint8Array {
  return csvFile(
    TABLE_COLUMNS.map((c) => c.name),
    rows.map((row) => TABLE_COLUMNS.map(({ name }) => row[name])),
  );
}

export function placesCsv(places: readonly ListedPlace[]): Uint8Array {
  return csvFile(
    PLACE_COLUMNS.map((c) => c.name),
    places.map((p) => [p.kind, p.code, p.name, p.name_en, p.area, String(p.merged), p.members.join(";")]),
  );
}

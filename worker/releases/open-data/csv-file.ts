import { csvText, type CsvCell } from "../../../data/contract/csv.js";
import { MARKS, type Mark } from "./marks.js";

/** In a cell where there is no number to tell. */
export const mark = (sign: Mark): CsvCell => ({ verbatim: sign });

/** A number that is written with its decimals. */
export const decimal = (text: string): CsvCell => ({ verbatim: text });

const encoder = new TextEncoder();

/** A CSV for spreadsheets; a text that reads like a mark is kept apart from marks by an apostrophe, too. */
export function csvFile(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Uint8Array {
  const apart = (cell: CsvCell) => (typeof cell === "string" && cell in MARKS ? `'${cell}` : cell);
  return encoder.encode(
    csvText(
      header,
      Array.from(rows, (row) => row.map(apart)),
    ),
  );
}

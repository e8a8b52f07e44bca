import fc from "fast-check";
import { writeXlsx, type Cell, type CellValue, type WriteSheet } from "hucre/xlsx";
import type { Figure } from "../../../data/contract/figure.js";
import { fileRows, type Dress, type DressedTable } from "./dresses.js";

/** How a workbook holds a table beside the dress of its texts. */
export interface SheetDress {
  /** Picks between a cell's text and the number, day or blank that a spreadsheet makes of it. */
  typed: number[];
  /** Rows without any cell between titles and header, and between rows. */
  gaps: boolean;
  hidden: number[];
  /** Notes on a second sheet, before or after; a hidden copy of the table. */
  notes: "before" | "after" | "none";
  copy: boolean;
}

export const sheetDresses: fc.Arbitrary<SheetDress> = fc.record({
  typed: fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }),
  gaps: fc.boolean(),
  hidden: fc.array(fc.nat(20), { maxLength: 3 }),
  notes: fc.constantFrom("before", "after", "none"),
  copy: fc.boolean(),
});

/** Formats in which a day's number is shown; the third is an era's. */
const DAY_FORMATS = ["yyyy/m/d", "yyyy-mm-dd", '[$-411]ggge"年"m"月"d"日"', "m/d/yyyy", "d-mmm-yy"];

const serialOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const COUNTS = new Set<keyof Figure>(["population", "applications", "issued", "held"]);
const DAYS = new Set<keyof Figure>(["as_of", "population_as_of"]);

/**
 * A workbook of a dressed table, and the sheet's row of each of the table's rows.
 * @param wrong a cell that is left as its text, for a test that has spoilt it.
 */
export async function xlsxBytes(
  figures: readonly Figure[],
  table: DressedTable,
  dress: Dress,
  sheetDress: SheetDress,
  wrong?: { row: number; column: number },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; rowOf: (index: number) => number }> {
  const { typed, gaps, hidden, notes, copy } = sheetDress;
  let next = 0;
  const pick = (n: number): number => typed[next++ % typed.length]! % n;
  const cells = new Map<string, Partial<Cell>>();
  const texts = fileRows(table, dress);
  const rows: CellValue[][] = [];
  const places: number[] = [];
  texts.forEach((line, i) => {
    if (gaps && i > 0 && i % 3 === 0) rows.push([]);
    const index = i - dress.titles - 1;
    places.push(rows.length + 1);
    rows.push(
      line.map((text, column): CellValue => {
        const field = table.fields[column];
        const figure = figures[index];
        if (!figure || !field || (wrong?.row === index && wrong.column === column)) return text || null;
        if (DAYS.has(field)) return typedDay(figure[field] as string | null, text, rows.length, column);
        if (COUNTS.has(field)) return pick(2) === 0 ? figure[field] : text || null;
        if (field === "municipality") return pick(2) === 0 ? Number(figure.municipality) : text;
        return field === "district" && /^0\d$/.test(figure.district) && pick(3) === 0
          ? Number(figure.district)
          : text;
      }),
    );
  });
  function typedDay(date: string | null, text: string, row: number, column: number): CellValue {
    if (date === null) return null;
    const way = pick(DAY_FORMATS.length + 2);
    if (way < DAY_FORMATS.length)
      cells.set(`${row},${column}`, { value: serialOf(date), style: { numFmt: DAY_FORMATS[way]! } });
    return way > DAY_FORMATS.length ? text : serialOf(date);
  }
  const width = texts[dress.titles]!.length;
  const merges = Array.from({ length: dress.titles }, (_, i) => {
    const row = places[i]! - 1;
    return { startRow: row, startCol: 0, endRow: row, endCol: width - 1 };
  });
  const rowDefs = new Map(hidden.map((n) => [places[n % places.length]! - 1, { hidden: true }]));
  const sheet = { name: "数字", rows, cells, merges, rowDefs };
  const note: WriteSheet = { name: "注", rows: [["人口は住民基本台帳による"], ["担当", "企画課"]] };
  const sheets = [
    ...(notes === "before" ? [note] : []),
    sheet,
    ...(notes === "after" ? [note] : []),
    ...(copy ? [{ ...sheet, name: "控え", hidden: true }] : []),
  ];
  const bytes = new Uint8Array(await writeXlsx({ sheets }));
  return { bytes, rowOf: (index) => places[dress.titles + 1 + index]! };
}

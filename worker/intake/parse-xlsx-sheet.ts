import { excelDate } from "./excel-serial.js";
import { ROWS_SEARCHED } from "./find-header.js";
import type { GridRow } from "./grid-row.js";
import { verticalMerge, type VerticalMerge } from "./merged-cells.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from "./table.js";
import type { IssueCode } from "./words.js";
import { WorkbookFault } from "./workbook-fault.js";
import { attribute, readXml, unescapeText } from "./xml-events.js";

/** A sheet as rows of text; numbers and dates are written the way the contract writes them. */
export interface SheetContents {
  /** Rows that hold anything, by the sheet's own numbers. */
  rows: GridRow[];
  hiddenRows: number[];
  /** Positions of hidden columns that hold anything, 0 at column A. */
  hiddenColumns: number[];
  merges: VerticalMerge[];
  /** What is wrong at a cell: an error value, too long a text, a column too far out. */
  faults: { code: IssueCode; row: number; column: number }[];
  /** Texts beside the cells: headers and footers, prompts, links, texts inside formulas, readings. */
  asideTexts: string[];
}

/** What a sheet's cells refer to in other parts of the workbook. */
export interface SheetContext {
  strings: readonly string[];
  /** For each cell style, whether its number format is a date's. */
  dateStyles: readonly boolean[];
  date1904: boolean;
}

/** Attributes in which people leave words, by their element. */
const WORDED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  hyperlink: ["display", "tooltip", "location"],
  dataValidation: ["promptTitle", "prompt", "errorTitle", "error"],
};

/**
 * Reads a worksheet part. Formulas are not evaluated: the value that was saved with them counts.
 * @throws WorkbookFault too_many_rows; XmlFault
 */
export function parseSheet(xml: string, context: SheetContext): SheetContents {
  const sheet: SheetContents = {
    rows: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    faults: [],
    asideTexts: [],
  };
  const hiddenRanges: [from: number, to: number][] = [];
  let row: GridRow = { row: 0, cells: [] };
  let rowHidden = false;
  let column = -1;
  let cell: { type: string; style: number; value: string } | null = null;
  let reading = false;
  let within = "";

  const endCell = () => {
    const { type, style, value } = cell!;
    cell = null;
    const text = cellText(type, style, value, context);
    if (text === "") return;
    if (column >= MAX_COLUMNS) {
      sheet.faults.push({ code: "too_many_columns", row: row.row, column });
      return;
    }
    if (type === "e") sheet.faults.push({ code: "error_cell", row: row.row, column });
    if (text.length > MAX_CELL_CHARACTERS) sheet.faults.push({ code: "cell_too_long", row: row.row, column });
    while (row.cells.length < column) row.cells.push("");
    row.cells[column] = text;
  };
  const addMerge = (reference: string | null) => {
    const merge = verticalMerge(reference);
    if (merge && merge.column < MAX_COLUMNS && sheet.merges.push(merge) > MAX_ROWS)
      throw new WorkbookFault("too_many_rows");
  };
  const endRow = () => {
    if (!row.cells.some((text) => text.trim() !== "")) return;
    if (sheet.rows.push(row) > MAX_ROWS + ROWS_SEARCHED) throw new WorkbookFault("too_many_rows");
    if (rowHidden) sheet.hiddenRows.push(row.row);
  };

  readXml(xml, {
    open(name, attributes) {
      within = name;
      if (name === "row") {
        row = { row: Number(attribute(attributes, "r")) || row.row + 1, cells: [] };
        rowHidden = isTrue(attribute(attributes, "hidden"));
        column = -1;
      } else if (name === "c") {
        column = columnOfReference(attribute(attributes, "r")) ?? column + 1;
        cell = {
          type: attribute(attributes, "t") ?? "n",
          style: Number(attribute(attributes, "s") ?? -1),
          value: "",
        };
      } else if (name === "mergeCell") addMerge(attribute(attributes, "ref"));
      else if (name === "rPh") reading = true;
      else if (name === "col" && isTrue(attribute(attributes, "hidden")))
        hiddenRanges.push([Number(attribute(attributes, "min")), Number(attribute(attributes, "max"))]);
      else
        for (const worded of WORDED_ATTRIBUTES[name] ?? [])
          sheet.asideTexts.push(attribute(attributes, worded) ?? "");
    },
    close(name) {
      within = "";
      if (name === "c" && cell) endCell();
      else if (name === "row") endRow();
      else if (name === "rPh") reading = false;
    },
    text(text) {
      if (cell && !reading && (within === "v" || within === "t")) cell.value += text;
      else if (text.trim() !== "" && !isPlainFormula(within, text)) sheet.asideTexts.push(text);
    },
  });
  sheet.hiddenColumns = hiddenColumns(hiddenRanges, sheet.rows);
  return sheet;
}

/** A formula's text can hold what its value hides; without a literal it holds only references and numbers. */
const isPlainFormula = (within: string, text: string): boolean =>
  within === "f" && !text.includes('"') && !/\d{10}/.test(text);

const isTrue = (text: string | null): boolean => text === "1" || text === "true";

/** `AB12` → 27; null without a reference, which means the next column. */
function columnOfReference(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(type: string, style: number, value: string, context: SheetContext): string {
  // Whatever its type: as a number, no value would be the shared text 0.
  if (value.trim() === "") return "";
  if (type === "s") return context.strings[Number(value)] ?? "";
  if (type === "b") return isTrue(value) ? "TRUE" : "FALSE";
  if (type === "d") return value.replace(/T00:00:00(?:\.0+)?Z?$/, "");
  if (type !== "n") return unescapeText(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value.trim();
  const date = context.dateStyles[style] ? excelDate(number, context.date1904) : null;
  // Excel keeps and shows fifteen digits; what follows is the floating point's.
  return date ?? shortFraction(Number(number.toPrecision(15)));
}

/** More digits than a rate is ever read to, and fewer than a 個人番号 has: an unrounded rate would look like one. */
const FRACTION_DIGITS = 10;

/** A number's text; the fraction of one that has any is cut to ten digits in all, if it stays one. */
function shortFraction(number: number): string {
  const whole = String(Math.trunc(Math.abs(number))).length;
  if (Number.isInteger(number) || whole >= FRACTION_DIGITS) return String(number);
  const short = Number(number.toFixed(FRACTION_DIGITS - whole));
  return String(Number.isInteger(short) ? number : short);
}

function hiddenColumns(ranges: readonly [number, number][], rows: readonly GridRow[]): number[] {
  const width = rows.reduce((n, { cells }) => Math.max(n, cells.length), 0);
  return Array.from({ length: width }, (_, i) => i).filter(
    (i) => ranges.some(([from, to]) => i + 1 >= from && i + 1 <= to) && rows.some(({ cells }) => cells[i]),
  );
}

import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import { FIELDS_OF_A_HEADER, findHeader } from "./find-header.js";
import type { GridRow } from "./grid-row.js";
import { columnLabel, gridToTable } from "./grid-table.js";
import { fillMergedCells } from "./merged-cells.js";
import { parseSheet, type SheetContents } from "./parse-xlsx-sheet.js";
import {
  parseDateStyles,
  parseRelations,
  parseStrings,
  parseWorkbook,
  textsOf,
  type ListedSheet,
  type Relation,
} from "./parse-xlsx-parts.js";
import type { Aside, Parsed, Table } from "./table.js";
import { isZip, unzip } from "./unzip.js";
import { issue } from "./words.js";
import { WorkbookFault } from "./workbook-fault.js";
import { XmlFault } from "./xml-events.js";

/** A sheet with its place among the tabs, from 1. */
interface Sheet extends ListedSheet, SheetContents {
  position: number;
}

interface Workbook {
  sheets: Sheet[];
  /** Texts of every part that is no sheet. */
  aside: Aside[];
  externalLinks: boolean;
}

/**
 * A workbook as a table: the sheet whose header names the most known fields, with every other text of
 * the file beside it for the screen. Hidden rows and columns are read like others, and noted.
 */
export function parseXlsx(bytes: Uint8Array, mapping?: Mapping): Parsed {
  const read = tryWorkbook(bytes);
  return "code" in read ? { table: null, issues: [read] } : tableOf(read, mapping);
}

/** One sheet as it stands, for readers to whom a sheet is more than one table. */
export interface SheetGrid {
  /** Its place among the tabs, from 1. */
  position: number;
  name: string;
  hidden: boolean;
  /** Rows that hold anything, by the sheet's own numbers. */
  rows: readonly GridRow[];
  faults: FileIssue[];
}

/** A workbook's sheets with every text beside their cells; nothing is chosen, nothing has been screened. */
export function readSheets(
  bytes: Uint8Array,
): { sheets: SheetGrid[]; aside: Aside[]; issues: FileIssue[] } | { sheets: null; issues: FileIssue[] } {
  const read = tryWorkbook(bytes);
  if ("code" in read) return { sheets: null, issues: [read] };
  const sheets = read.sheets.map(({ position, name, hidden, rows, faults }): SheetGrid => ({
    position,
    name,
    hidden,
    rows,
    faults: faults.map(({ code, row, column }) => issue(code, row, `#${column + 1}`)),
  }));
  return {
    sheets,
    aside: [...textsBeside(read.sheets), ...read.aside],
    issues: linkNotes(read.externalLinks),
  };
}

function tryWorkbook(bytes: Uint8Array): Workbook | FileIssue {
  try {
    return readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookFault) return issue(error.code, null, null);
    if (error instanceof XmlFault) return issue("broken_workbook", null, null);
    throw error;
  }
}

function tableOf({ sheets, aside, externalLinks }: Workbook, mapping?: Mapping): Parsed {
  const filled = new Map(sheets.map((sheet) => [sheet, fillMergedCells(sheet.rows, sheet.merges)]));
  const chosen = chooseSheet(sheets, mapping);
  if ("code" in chosen) return { table: null, issues: [chosen] };
  const faults = cellFaults(sheets, chosen, mapping);
  const { table, issues } = gridToTable(chosen.rows, mapping);
  if (!table || faults.length > 0) return { table: null, issues: [...faults, ...issues] };
  const others = sheets.filter((sheet) => sheet !== chosen).flatMap(sheetAsides);
  const beside = [...(table.aside ?? []), ...others, ...textsBeside(sheets), ...aside];
  return {
    table: { ...table, aside: distinct(beside, table) },
    issues: [
      ...issues,
      ...(filled.get(chosen)! > 0 ? [issue("merged_cells_filled", null, null)] : []),
      ...notesOf(chosen, table.header, externalLinks),
    ],
  };
}

/** Names of sheets, and what their parts say outside of cells. */
function textsBeside(sheets: readonly Sheet[]): Aside[] {
  return sheets.flatMap(({ position, name, asideTexts }) =>
    [name, ...asideTexts].map((text) => ({ row: null, column: tab(position), text })),
  );
}

/** @throws WorkbookFault, XmlFault */
function readWorkbook(bytes: Uint8Array): Workbook {
  if (!isZip(bytes)) throw new WorkbookFault("not_a_workbook");
  const unzipped = unzip(bytes);
  if ("fault" in unzipped) throw new WorkbookFault(unzipped.fault);
  const names = [...unzipped.parts.keys()];
  if (names.some((name) => /vbaProject\.bin$|(^|\/)macrosheets\//i.test(name)))
    throw new WorkbookFault("workbook_macros");
  const xml = decodeParts(unzipped.parts);

  const main = relationsOf(xml, "").find((r) => r.kind === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbookPart = resolve("", main);
  const { sheets: listed, date1904 } = parseWorkbook(partOf(xml, workbookPart));
  const relations = relationsOf(xml, workbookPart);
  const partOfKind = (kind: string): string | undefined => {
    const relation = relations.find((r) => r.kind === kind);
    return relation && xml.get(resolve(workbookPart, relation.target));
  };
  const { strings, readings } = parseStrings(partOfKind("sharedStrings") ?? "");
  const context = { strings, dateStyles: parseDateStyles(partOfKind("styles") ?? ""), date1904 };
  const sheetParts = new Set<string>();
  const sheets = listed.map((sheet, i): Sheet => {
    const target = relations.find((r) => r.id === sheet.relation)?.target;
    const part = target === undefined ? "" : resolve(workbookPart, target);
    // A list that names one part a thousand times would have it read as often.
    if (sheetParts.has(part)) throw new WorkbookFault("broken_workbook");
    sheetParts.add(part);
    return { ...sheet, ...parseSheet(partOf(xml, part), context), position: i + 1 };
  });
  const texts = [...readings, ...[...xml].flatMap(([name, part]) => otherTexts(name, part, sheetParts))];
  return {
    sheets,
    aside: texts.map((text) => ({ row: null, column: null, text })),
    externalLinks: names.some((name) => /(^|\/)externalLinks\//i.test(name)),
  };
}

/** XML parts as text. A document type could make a part say what its bytes do not: none is read. */
function decodeParts(parts: Map<string, Uint8Array>): Map<string, string> {
  const xml = new Map<string, string>();
  for (const [name, data] of parts) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue;
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(data);
    } catch {
      throw new WorkbookFault("broken_workbook");
    }
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new WorkbookFault("workbook_document_type");
    xml.set(name, text);
  }
  return xml;
}

function partOf(xml: Map<string, string>, name: string): string {
  const part = xml.get(name);
  if (part === undefined) throw new WorkbookFault("broken_workbook");
  return part;
}

function relationsOf(xml: Map<string, string>, part: string): Relation[] {
  const slash = part.lastIndexOf("/") + 1;
  const text = xml.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return text === undefined ? [] : parseRelations(text);
}

/** A relationship's target as a part's name: from the root, or from the folder of the part that names it. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Addresses that lead outside (mailto:) and texts of parts that are neither sheets nor looks. */
function otherTexts(name: string, part: string, sheetParts: Set<string>): string[] {
  if (name.endsWith(".rels"))
    return parseRelations(part)
      .filter((r) => r.external)
      .map((r) => r.target);
  return sheetParts.has(name) || /(^|\/)(styles|theme\d*)\.xml$/i.test(name) ? [] : textsOf(part);
}

/** The sheet that figures stand on, or why it cannot be told; sheets are named by position only. */
function chooseSheet(sheets: readonly Sheet[], mapping?: Mapping): Sheet | FileIssue {
  const filled = sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  if (filled.length === 0) return issue("empty_file", null, null);
  const fields = filled.map((sheet) => findHeader(sheet.rows, mapping).fields);
  const most = Math.max(...fields);
  const best = most < FIELDS_OF_A_HEADER ? filled : filled.filter((_, i) => fields[i] === most);
  if (best.length === 1) return best[0]!;
  return issue("ambiguous_sheet", null, best.map(({ position }) => tab(position)).join(", "));
}

const tab = (position: number): string => `シート${position}`;

function cellFaults(sheets: readonly Sheet[], chosen: Sheet, mapping?: Mapping): FileIssue[] {
  const header = chosen.rows[findHeader(chosen.rows, mapping).at]!.cells.map((cell) => cell.trim());
  return sheets.flatMap((sheet) =>
    sheet.faults
      // An error value on another sheet is nobody's figure; a text too long to be screened is refused anywhere.
      .filter(({ code }) => sheet === chosen || code !== "error_cell")
      .map(({ code, row, column }) => {
        const place =
          sheet === chosen ? columnLabel(header, column) : `${tab(sheet.position)}!${letters(column)}`;
        return issue(code, row, place);
      }),
  );
}

function sheetAsides({ position, rows }: Sheet): Aside[] {
  return rows.flatMap(({ row, cells }, i) =>
    cells.flatMap((text, column) =>
      text === "" ? [] : [{ row, column: `${tab(position)}!${letters(column)}`, text, heading: i === 0 }],
    ),
  );
}

/** 27 → AB. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** Shorter texts raise no alarm (but may head a column of persons). */
const SHORTEST_ALARM = 6;

/**
 * Each text once, and none that the table holds already (its place there is known): a workbook repeats
 * its texts by reference, and could do so a million times.
 */
function distinct(asides: readonly Aside[], table: Table): Aside[] {
  const seen = new Set(table.header);
  for (const { cells } of table.rows)
    for (const text of cells) if (text.length >= SHORTEST_ALARM) seen.add(text);
  return asides.filter(({ text, heading }) => {
    if (!heading && (text.length < SHORTEST_ALARM || seen.has(text))) return false;
    seen.add(text);
    return true;
  });
}

function notesOf(sheet: Sheet, header: readonly string[], externalLinks: boolean): FileIssue[] {
  return [
    ...sheet.hiddenRows.map((row) => issue("hidden_rows", row, null)),
    ...sheet.hiddenColumns.map((column) => issue("hidden_columns", null, columnLabel(header, column))),
    ...linkNotes(externalLinks),
  ];
}

const linkNotes = (externalLinks: boolean): FileIssue[] =>
  externalLinks ? [issue("external_links_passed_over", null, null)] : [];

import { deflateRawSync, crc32 } from "node:zlib";
import { writeXlsx, type Cell, type CellValue, type WriteSheet } from "hucre/xlsx";

/** 志賀町. Not the harness's: workbooks are made in Node too, where mutants are tested. */
const SHIKA = "173843";

const encoder = new TextEncoder();

/** A file inside an archive; what its directory claims can be made to differ from what it holds. */
export interface ZipEntry {
  name: string;
  data: Uint8Array | string;
  claimedBytes?: number;
  /** 8, deflated, unless told otherwise; 0 is stored as it is, others are said but not done. */
  method?: number;
  claimedCrc?: number;
  flags?: number;
  /** Bytes that a program may add to the entry's own header, and to that of the directory with a remark. */
  extra?: { local: number; directory: number; remark: number };
}

/** An archive byte by byte: no library would write what the tests of the limits need. */
export function zip(entries: readonly ZipEntry[], remark = 0): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, data, claimedBytes, method = 8, claimedCrc, flags = 0, extra } of entries) {
    const bytes = typeof data === "string" ? encoder.encode(data) : data;
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const label = encoder.encode(name);
    const { local: inLocal, directory: inDirectory, remark: ownRemark } = extra ?? NOTHING;
    const how = [u16(20), u16(flags), u16(method), u32(0), u32(claimedCrc ?? crc32(bytes))];
    const common = [...how, u32(packed.length), u32(claimedBytes ?? bytes.length), u16(label.length)];
    const local = join([u32(0x04034b50), ...common, u16(inLocal), label, filler(inLocal), packed]);
    const place = [u16(0), u16(0), u32(0), u32(at), label, filler(inDirectory), filler(ownRemark)];
    directory.push(join([u32(0x02014b50), u16(20), ...common, u16(inDirectory), u16(ownRemark), ...place]));
    locals.push(local);
    at += local.length;
  }
  const central = join(directory);
  const count = u16(entries.length);
  const sizes = [count, count, u32(central.length), u32(at), u16(remark), filler(remark)];
  const end = join([u32(0x06054b50), u16(0), u16(0), ...sizes]);
  return join([...locals, central, end]);
}

const NOTHING = { local: 0, directory: 0, remark: 0 };
const filler = (length: number) => new Uint8Array(length).fill(0x20);
const u16 = (n: number) => Uint8Array.of(n & 255, n >> 8);
const u32 = (n: number) => Uint8Array.of(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const HEADER = [
  "全国地方公共団体コード",
  "基準日",
  "地区コード",
  "人口",
  "人口算出基準日",
  "申請件数",
  "交付枚数",
  "保有枚数",
];

/** The harness's month of two districts, as a sheet has it: numbers are numbers, dates are dates. */
export const monthRows = (): CellValue[][] => [
  [...HEADER],
  [Number(SHIKA), day("2026-10-31"), "01", 1000, day("2026-01-01"), 900, 850, 800],
  [Number(SHIKA), day("2026-10-31"), "02", 500, day("2026-01-01"), 400, 380, 350],
];

export const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A workbook as a program other than ours writes it. */
export async function workbook(
  ...sheets: (Omit<WriteSheet, "name" | "cells"> & { name?: string; cells?: Map<string, Partial<Cell>> })[]
): Promise<Uint8Array<ArrayBuffer>> {
  const named = sheets.map((sheet, i) => ({ name: `Sheet${i + 1}`, ...sheet }));
  return new Uint8Array(await writeXlsx({ sheets: named }));
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The least parts that make a workbook of one sheet, for tests that say its XML themselves. */
export function rawWorkbook(sheetData: string, more: readonly ZipEntry[] = []): Uint8Array<ArrayBuffer> {
  return zip([
    {
      name: "_rels/.rels",
      data: `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="数字" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", data: `<worksheet xmlns="${MAIN}">${sheetData}</worksheet>` },
    ...more,
  ]);
}

/** A row of texts and numbers as a sheet's XML. */
export function rawRow(row: number, cells: readonly (string | number)[], attributes = ""): string {
  const xml = cells.map((cell) =>
    typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${row}" ${attributes}>${xml.join("")}</row>`;
}

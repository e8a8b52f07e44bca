import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { makeSample } from "../sample/make-sample.js";
import { encodeCp932 } from "./cp932.js";

export type FuzzFormat = "csv" | "csv-cp932" | "json" | "ndjson" | "xlsx";

/** A file to start from. */
export interface Seed {
  name: string;
  format: FuzzFormat;
  bytes: Uint8Array;
}

export const CONTENT_TYPES: Readonly<Record<FuzzFormat, string>> = {
  csv: "text/csv",
  "csv-cp932": "text/csv",
  json: "application/json",
  ndjson: "application/x-ndjson",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const REFUSED = fileURLToPath(new URL("../../data/samples/refused", import.meta.url));
const FORMAT_OF_ENDING: Readonly<Record<string, FuzzFormat>> = {
  ".csv": "csv",
  ".json": "json",
  ".txt": "json",
};
/** A month of some districts is enough: small files are changed where it matters more often. */
const ROWS = 76;

/** A month of the sample in every format, and every file that must be refused. */
export async function fuzzSeeds(): Promise<Seed[]> {
  const encoder = new TextEncoder();
  const [header, ...lines] = makeSample()
    .at(-1)!
    .text.replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  const names = header!.split(",");
  const cells = lines.slice(0, ROWS).map((line) => line.split(","));
  const rows = cells.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell])));
  const few = `${[header, ...lines.slice(0, ROWS)].join("\r\n")}\r\n`;
  const titled = `志賀町の交付状況（合成データ）${",".repeat(names.length - 1)}\r\n${few}`;
  return [
    { name: "month.csv", format: "csv", bytes: encoder.encode(`\uFEFF${few}`) },
    { name: "tabs.csv", format: "csv", bytes: encoder.encode(few.replaceAll(",", "\t")) },
    { name: "month-cp932.csv", format: "csv-cp932", bytes: encodeCp932(titled) },
    { name: "month.json", format: "json", bytes: encoder.encode(JSON.stringify(rows)) },
    {
      name: "figures.json",
      format: "json",
      bytes: encoder.encode(JSON.stringify({ figures: rows.slice(0, 5) })),
    },
    {
      name: "month.ndjson",
      format: "ndjson",
      bytes: encoder.encode(rows.map((row) => JSON.stringify(row)).join("\n")),
    },
    { name: "month.xlsx", format: "xlsx", bytes: await workbook(names, cells) },
    {
      name: "texts.xlsx",
      format: "xlsx",
      bytes: new Uint8Array(await writeXlsx({ sheets: [{ name: "数字", rows: [names, ...cells] }] })),
    },
    ...readdirSync(REFUSED).flatMap((name): Seed[] => {
      const format = FORMAT_OF_ENDING[extname(name)];
      return format ? [{ name, format, bytes: readFileSync(join(REFUSED, name)) }] : [];
    }),
  ];
}

/** As a spreadsheet has it: numbers, days, a merged title, hidden rows, notes on a second sheet. */
async function workbook(names: string[], cells: string[][]): Promise<Uint8Array> {
  const typed = cells.map((row) =>
    row.map((cell): CellValue => {
      if (/^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
      return /^[1-9]\d*$/.test(cell) ? Number(cell) : cell;
    }),
  );
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: names.length - 1 }];
  const rows = [["志賀町の交付状況（合成データ）"], names, ...typed];
  const sheets = [
    { name: "数字", rows, merges, rowDefs: new Map([[4, { hidden: true }]]) },
    { name: "注", rows: [["人口は住民基本台帳による"]] },
  ];
  return new Uint8Array(await writeXlsx({ sheets }));
}

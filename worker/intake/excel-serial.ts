import { NO_MAPPING, type Mapping } from "../../data/contract/api/mapping.js";
import { planColumns } from "./columns.js";
import type { Table } from "./table.js";

const MS_PER_DAY = 86_400_000;
/** Day 0 of the 1900 system as it counts since March 1900 (it takes 1900 for a leap year), and of the Mac's. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** 2000-01-01 and 2099-12-31: five digits outside are no day that a figure could stand for. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** Excel's day number as an ISO date: 45016 is 2023-03-31; null for a time of day and for days before March 1900. */
export function excelDate(serial: number, date1904 = false): string | null {
  if (!Number.isInteger(serial) || serial < 61 || serial > 2_958_465) return null;
  return new Date((date1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + serial * MS_PER_DAY)
    .toISOString()
    .slice(0, 10);
}

/**
 * A table whose date columns have their day numbers written as dates (2023/03/31, a dress that the
 * reader of dates notes as read anew). Only columns that are known to be dates: 45016 may be a count.
 */
export function writeOutSerials(table: Table, mapping: Mapping = NO_MAPPING): Table {
  const { plan } = planColumns(table, mapping, null);
  const columns = [plan.as_of, plan.population_as_of].flatMap((source) =>
    source && "indexes" in source && source.indexes.length === 1 ? source.indexes : [],
  );
  for (const { cells } of columns.length > 0 ? table.rows : []) {
    for (const i of columns) cells[i] = writeOut(cells[i] ?? "");
  }
  return table;
}

function writeOut(cell: string): string {
  // A hundred thousand dates pass here; only five digits, of any width, are worth folding.
  if (cell.length > 12 || !/^\s*[0-9０-９]{5}\s*$/.test(cell)) return cell;
  const text = cell.normalize("NFKC").trim();
  if (!/^\d{5}$/.test(text) || Number(text) < FIRST_SERIAL || Number(text) > LAST_SERIAL) return cell;
  return excelDate(Number(text))!.replaceAll("-", "/");
}

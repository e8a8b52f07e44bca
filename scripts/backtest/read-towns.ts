import { existsSync } from "node:fs";
import { dayNumber } from "../../data/indicators/forecast/office-days.js";
import type { Observation } from "../../data/indicators/forecast/observation.js";
import { listMunicipalities, restoreCode } from "../reference/municipality-list.js";
import { listMicDates, readMicTable, toIsoDate, type MicRow } from "../reference/mic-tables.js";
import { BacktestFailure } from "./failure.js";

/** One municipality; null on a date on which the tables do not name it. */
export interface TownSeries {
  code: string;
  observations: (Observation | null)[];
}

export interface TownTables {
  /** Oldest first. */
  dates: { as_of: string; day: number }[];
  /** In code order. */
  towns: TownSeries[];
}

/**
 * Cards issued in every municipality on every date of a folder of the ministry's tables.
 * @throws BacktestFailure where the folder or its tables are not there.
 */
export function readTowns(folder: string): TownTables {
  const names = existsSync(folder) ? listMicDates(folder) : [];
  if (names.length === 0)
    throw new BacktestFailure(
      `総務省の表がありません。YYYYMMDD/all_localgovs.csv の入ったフォルダーを指定してください / no tables of the ministry here; name a folder of YYYYMMDD/all_localgovs.csv: ${folder}`,
    );
  const tables = names.map((name) => {
    const rows = readMicTable(folder, name, "all_localgovs");
    if (!rows) throw new BacktestFailure(`表がありません / a table is missing: ${name}/all_localgovs.csv`);
    return rows;
  });
  const dates = names.map((name) => ({ as_of: toIsoDate(name), day: dayNumber(toIsoDate(name)) }));
  const towns = new Map<string, TownSeries>();
  for (const [i, rows] of tables.entries()) {
    const rowOf = rowFinder(rows);
    for (const { code, name } of listMunicipalities(rows, tables.slice(0, i).reverse())) {
      const town = towns.get(code) ?? { code, observations: dates.map(() => null) };
      town.observations[i] = observationOf(rowOf(code, name), dates[i]!);
      towns.set(code, town);
    }
  }
  return { dates, towns: [...towns.values()].sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

/** The row of a code; two rows of later tables have lost theirs, and are found by the end of their name. */
function rowFinder(rows: readonly MicRow[]): (code: string, name: string) => MicRow {
  const byCode = new Map(rows.map((row) => [restoreCode(row["団体コード"]!), row]));
  const withoutCode = rows.filter((row) => restoreCode(row["団体コード"]!) === null);
  return (code, name) => byCode.get(code) ?? withoutCode.find((row) => row["市区町村名"]!.endsWith(name))!;
}

const observationOf = (row: MicRow, date: { as_of: string; day: number }): Observation => ({
  ...date,
  population: Number(row["総数（人口）"]),
  count: Number(row["交付枚数"]),
});

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { plainCsv } from "../data/contract/csv.js";
import { listMicDates, readMicTable, type MicRow } from "./reference/mic-tables.js";
import { listMunicipalities } from "./reference/municipality-list.js";
import { collectPublishedSeries } from "./reference/published-series.js";

const REFERENCE = fileURLToPath(new URL("../data/reference/", import.meta.url));

/**
 * The two reference files that are taken from the ministry's tables, as text.
 * @param folder of YYYYMMDD/{all_localgovs,all_prefectures,summary_by_types}.csv
 */
export function makeReference(folder: string): Record<"published-series.csv" | "municipalities.csv", string> {
  const tables = listMicDates(folder)
    .toReversed()
    .map((date) => readMicTable(folder, date, "all_localgovs"))
    .filter((rows): rows is MicRow[] => rows !== null);
  const [newest, ...older] = tables;
  if (!newest) throw new Error(`no tables in ${folder}`);
  return {
    "published-series.csv": plainCsv(
      ["code", "name", "as_of", "population", "population_as_of", "issued", "source"],
      collectPublishedSeries(folder).map((f) => [
        f.code,
        f.name,
        f.as_of,
        f.population,
        f.population_as_of,
        f.issued,
        `総務省「マイナンバーカード交付状況」（${f.as_of}現在）`,
      ]),
    ),
    "municipalities.csv": plainCsv(
      ["code", "prefecture", "name"],
      listMunicipalities(newest, older).map((m) => [m.code, m.prefecture, m.name]),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) {
    console.error("usage: npx tsx scripts/make-reference.ts <folder of the ministry's tables>");
    process.exit(2);
  }
  for (const [name, text] of Object.entries(makeReference(folder))) {
    writeFileSync(REFERENCE + name, text);
    console.log(`data/reference/${name}: ${text.split("\n").length - 2} rows`);
  }
}

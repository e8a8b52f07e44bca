import type { PublicRelease } from "../../../data/contract/public-release.js";
import { MAP_FILE, mapFile } from "../../snapshots/map-file.js";
import { words } from "./column.js";
import { csvwMetadata } from "./csvw.js";
import { dataPackage } from "./data-package.js";
import { dcatDataset } from "./dcat.js";
import { dictionaryPage } from "./dictionary.js";
import { listedPlaces, longRows } from "./long-rows.js";
import { MISSING_IN_MONTH, MONTH_COLUMNS } from "./month-columns.js";
import { monthCsv, monthFileName } from "./month-csv.js";
import { describeFile } from "./published-file.js";
import { MISSING_IN_TABLES, PLACE_COLUMNS, TABLE_COLUMNS } from "./table-columns.js";
import { tablesArrow } from "./tables-arrow.js";
import { placesCsv, tablesCsv } from "./tables-csv.js";
import { tablesJson } from "./tables-json.js";
import { tablesParquet } from "./tables-parquet.js";

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 1)}\n`);

/**
 * The open data of a release by file name: the newest date in the manner of 自治体標準オープンデータセット, all dates
 * in long form, and what describes them. Pure of the release: the same release, the same bytes.
 */
export async function openDataFiles(release: PublicRelease): Promise<Map<string, Uint8Array>> {
  const rows = longRows(release);
  const places = listedPlaces(release);
  const districts = release.tables.places.filter((place) => place.kind === "district");
  const month = monthFileName(release);
  const data = new Map([
    [month, monthCsv(release, places, rows)],
    ["tables.csv", tablesCsv(rows)],
    ["tables.json", tablesJson(release, places, rows)],
    ["tables.arrow", tablesArrow(rows)],
    ["tables.parquet", tablesParquet(rows)],
    ["places.csv", placesCsv(places)],
    ...(release.map ? [[MAP_FILE, mapFile(release.map, districts)] as const] : []),
  ]);
  const files = await Promise.all(
    [...data].map(([name, content]) => describeFile(name, titleOf(name, release), content, tableOf(name))),
  );
  return new Map([
    ...data,
    ["datapackage.json", json(dataPackage(release, files))],
    ["dcat.jsonld", json(dcatDataset(release, files))],
    ["csvw.json", json(csvwMetadata(release, files))],
    ["dictionary.html", encoder.encode(dictionaryPage(release, files))],
  ]);
}

function titleOf(name: string, { map }: PublicRelease) {
  if (name === "places.csv") return words("地域・地区の一覧", "The places");
  if (name === MAP_FILE) {
    const said = map?.attribution;
    return words(
      `地区の境界（GeoJSON、図のために簡素化）${said ? `。出典: ${said}` : ""}`,
      `Borders of the districts, simplified for drawing (GeoJSON)${said ? `. Source: ${said}` : ""}`,
    );
  }
  if (!name.startsWith("tables.")) {
    return words(
      "最新の基準日（自治体標準オープンデータセットの形式、Excel向け）",
      "The newest as-of date, for spreadsheets, headers in Japanese",
    );
  }
  const format = { csv: "CSV", json: "JSON", arrow: "Apache Arrow", parquet: "Apache Parquet" }[
    name.slice("tables.".length)
  ];
  return words(`すべての基準日（${format}）`, `All as-of dates (${format})`);
}

function tableOf(name: string) {
  if (name === "places.csv") {
    return { columns: PLACE_COLUMNS, missing: MISSING_IN_TABLES, unique: ["kind", "code"] };
  }
  if (name === "tables.csv") {
    const unique = ["as_of", "kind", "place", "age_band", "sex"];
    return { columns: TABLE_COLUMNS, missing: MISSING_IN_TABLES, unique };
  }
  if (!name.endsWith(".csv")) return undefined;
  const unique = ["調査年月日", "区分", "地域コード", "年齢階級", "性別"];
  return { columns: MONTH_COLUMNS, missing: MISSING_IN_MONTH, unique };
}

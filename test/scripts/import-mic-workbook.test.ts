import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import Papa from "papaparse";
import { listMicDates, toIsoDate, type MicTable } from "../../scripts/reference/mic-tables.js";
import { readReferenceCsv } from "../../scripts/reference/read-reference.js";
import { compareSums } from "../../worker/reference-series/compare-sums.js";
import { officialNames, type OfficialMunicipality } from "../../worker/reference-series/official-names.js";
import { readReferenceFile } from "../../worker/reference-series/read-file.js";
import { publishedRows, publishedWorkbook, type Blocks, type Published } from "../worker/mic-workbook.js";

const options = {
  names: officialNames(readReferenceCsv("municipalities.csv") as unknown as OfficialMunicipality[]),
  today: "2026-11-01",
};

const MIC = fileURLToPath(new URL("../../../shared/data/mic", import.meta.url));
const dates = existsSync(MIC) ? listMicDates(MIC) : [];
if (dates.length === 0) console.warn(`the ministry's tables are not read: ${MIC} is not there`);

const bytesOf = (date: string, table: MicTable) =>
  new Uint8Array(readFileSync(join(MIC, date, `${table}.csv`)));

function recordsOf(date: string, table: MicTable): Record<string, string>[] {
  if (!existsSync(join(MIC, date, `${table}.csv`))) return [];
  const text = new TextDecoder().decode(bytesOf(date, table));
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const short = (day: string): string => {
  const [year, month, date] = day.split(/[-/]/).map(Number) as [number, number, number];
  const reiwa = day.replaceAll("/", "-") >= "2019-05-01";
  return `${reiwa ? "R" : "H"}${reiwa ? year - 2018 : year - 1988}.${month}.${date}`;
};

/** The four tables of a date as one sheet would show them. */
function publishedOf(date: string): Published {
  const towns = recordsOf(date, "all_localgovs").map((r) => ({
    prefecture: r["都道府県名"]!,
    name: r["市区町村名"]!,
    population: Number(r["総数（人口）"]),
    issued: Number(r["交付枚数"]),
  }));
  const prefectures = recordsOf(date, "all_prefectures").map((r) => ({
    prefecture: r["都道府県名"]!,
    name: "",
    population: Number(r["総数（人口）"]),
    issued: Number(r["交付枚数"]),
  }));
  const types = recordsOf(date, "summary_by_types").map(
    (r) => [r["区分"]!, Number(r["人口"]), Number(r["交付枚数"])] as [string, number, number],
  );
  const ages = recordsOf(date, "demographics").map((r) => [
    r["年齢"]!,
    ...["人口(男)", "人口(女)", "人口(計)", "交付件数(男)", "交付件数(女)", "交付件数(計)"].map((c) =>
      Number(r[c]),
    ),
  ]);
  const populationAt = recordsOf(date, "all_localgovs")[0]!["人口算出基準日"]!;
  return {
    title: "マイナンバーカードの市区町村別交付枚数等について",
    populationAt: `【${short(populationAt)}時点】`,
    countsAt: `【${short(toIsoDate(date))}時点】`,
    towns,
    prefectures,
    types,
    ...(ages.length > 0 && { ages }),
  };
}

const LAYOUTS: readonly { blocks: Blocks; subtotals: boolean }[] = [
  { blocks: "every row", subtotals: false },
  { blocks: "first row", subtotals: true },
  { blocks: "row above", subtotals: true },
  { blocks: "row above", subtotals: false },
];

describe.skipIf(dates.length === 0)(
  "the ministry's tables of 40 dates as a sheet 公表用 without codes",
  () => {
    it.each(dates)(
      "%s: the same figures as its CSV files, every prefecture the sum of its towns",
      async (date) => {
        const layout = LAYOUTS[dates.indexOf(date) % LAYOUTS.length]!;
        const bytes = await publishedWorkbook(publishedRows(publishedOf(date), layout));
        const { reading } = readReferenceFile(bytes, "xlsx", options);
        expect(reading.issues.filter((issue) => issue.severity === "error")).toEqual([]);
        if (!reading.ok) throw new Error("refused");
        const csv = (
          ["all_localgovs", "all_prefectures", "summary_by_types", "demographics"] as const
        ).flatMap((table) => {
          if (!existsSync(join(MIC, date, `${table}.csv`))) return [];
          const { reading: one } = readReferenceFile(bytesOf(date, table), "csv", options);
          return one.ok ? one.figures : [];
        });
        const plain = (figures: typeof csv) =>
          figures.map(({ row: _, ...figure }) => JSON.stringify(Object.entries(figure).sort())).sort();
        expect(plain(reading.figures)).toEqual(plain(csv));
        const [prefectures] = compareSums(reading.figures);
        expect(prefectures).toMatchObject({
          check: "prefecture_is_sum_of_municipalities",
          compared: 47,
          differing: [],
        });
        expect(reading.issues.map((issue) => issue.code)).not.toContain("check_total_differs");
      },
    );
  },
);

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { makeReference } from "../../scripts/make-reference.js";
import { listMicDates, readMicTable, type MicTable } from "../../scripts/reference/mic-tables.js";
import { restoreCode } from "../../scripts/reference/municipality-list.js";

/** The ministry's monthly tables stand beside the project; they are not part of it. */
const MIC = fileURLToPath(new URL("../../../shared/data/mic", import.meta.url));
const present = existsSync(MIC);
if (!present) console.warn(`published rates are not compared: ${MIC} is not there`);

interface Published {
  place: string;
  count: number;
  of: number;
  percent: string;
}

/** Every rate of a table with the counts it was made from. */
function publishedRates(date: string, table: MicTable): Published[] {
  const rows = readMicTable(MIC, date, table) ?? [];
  const whole = rows[0];
  return rows.flatMap((row) => {
    const place = `${date} ${table} ${row["区分"] ?? row["年齢"] ?? row["市区町村名"] ?? row["都道府県名"]}`;
    if (table !== "demographics") {
      const of = Number(row["総数（人口）"] ?? row["人口"]);
      return [{ place, count: Number(row["交付枚数"]), of, percent: row["人口に対する交付枚数率"]! }];
    }
    return ["男", "女", "計"].flatMap((sex) => {
      const count = Number(row[`交付件数(${sex})`]);
      return [
        { place: `${place} ${sex}`, count, of: Number(row[`人口(${sex})`]), percent: row[`交付率(${sex})`]! },
        {
          place: `${place} ${sex} (share)`,
          count,
          of: Number(whole![`交付件数(${sex})`]),
          percent: row[`全体に対する交付件数割合(${sex})`]!,
        },
      ];
    });
  });
}

/**
 * Rates that stand wrong in the tables themselves: no way of rounding makes them from the counts beside
 * them (町村 2021-01 shows the nation's rate, for example).
 */
const WRONG_IN_THE_TABLES = [
  "20170515 demographics 25～29 計",
  "20190916 demographics 30～34 男",
  "20190916 demographics 30～34 女",
  "20200301 summary_by_types 市（政令指定都市を除く）",
  "20200301 summary_by_types 町村",
  "20210101 summary_by_types 町村",
  "20210201 summary_by_types 町村",
];

describe.skipIf(!present)("the published rates of the ministry's 40 monthly tables", () => {
  const dates = present ? listMicDates(MIC) : [];

  it.each([
    ["all_localgovs", 69_640],
    ["all_prefectures", 1_880],
    ["demographics", 5_112],
    ["summary_by_types", 198],
  ] as const)("%s: all %i are reproduced from their counts", (table, total) => {
    const rates = dates.flatMap((date) => publishedRates(date, table));
    expect(rates).toHaveLength(total);
    const differing = rates.filter(({ count, of, percent }) => percentHalfUp(count, of) !== percent);
    expect(differing.map(({ place }) => place)).toEqual(
      WRONG_IN_THE_TABLES.filter((place) => place.includes(` ${table} `)),
    );
    for (const { count, of, percent } of differing) {
      expect(Math.abs(Number(percent) - (100 * count) / of)).toBeGreaterThan(0.05);
    }
  });

  it("floating point rounds two of the municipal rates wrongly", () => {
    const rates = dates.flatMap((date) => publishedRates(date, "all_localgovs"));
    const naive = rates.filter(({ count, of, percent }) => ((100 * count) / of).toFixed(1) !== percent);
    expect(naive).toHaveLength(2);
  });

  it("make our own reference files again, byte for byte", () => {
    for (const [name, text] of Object.entries(makeReference(MIC))) {
      expect(readFileSync(new URL(`../../data/reference/${name}`, import.meta.url), "utf8")).toBe(text);
    }
  });

  it("every municipal code is right once its leading zero is back, but for two towns whose code was lost", () => {
    const rows = dates.flatMap((date) => readMicTable(MIC, date, "all_localgovs")!);
    expect(rows).toHaveLength(69_640);
    const lost = rows.filter((row) => restoreCode(row["団体コード"]!) === null);
    expect(new Set(lost.map((row) => row["団体コード"]))).toEqual(new Set(["<NA>"]));
    expect(new Set(lost.map((row) => row["市区町村名"]))).toEqual(new Set(["三宅村", "八丈町"]));
    const codes = new Set(rows.map((row) => restoreCode(row["団体コード"]!)).filter((code) => code !== null));
    expect([...codes].every(isMunicipalityCode)).toBe(true);
  });
});

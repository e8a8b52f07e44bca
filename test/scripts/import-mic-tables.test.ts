import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import { listMicDates, toIsoDate, type MicTable } from "../../scripts/reference/mic-tables.js";
import { readReferenceCsv } from "../../scripts/reference/read-reference.js";
import { compareSums } from "../../worker/reference-series/compare-sums.js";
import {
  officialNames,
  prefectureCode,
  type OfficialMunicipality,
} from "../../worker/reference-series/official-names.js";
import type { ReferenceReading } from "../../worker/reference-series/reading.js";
import { readReferenceTable } from "../../worker/reference-series/read-table.js";
import { readFile } from "../../worker/intake/read-file.js";
import type { Table } from "../../worker/intake/table.js";

const names = officialNames(readReferenceCsv("municipalities.csv") as unknown as OfficialMunicipality[]);

/** The ministry's monthly tables stand beside the project; they are not part of it. */
const MIC = fileURLToPath(new URL("../../../shared/data/mic", import.meta.url));
const dates = existsSync(MIC) ? listMicDates(MIC) : [];
if (dates.length === 0) console.warn(`the ministry's tables are not read: ${MIC} is not there`);

function read(date: string, kind: MicTable, change = (text: string) => text): ReferenceReading {
  const text = change(readFileSync(join(MIC, date, `${kind}.csv`), "utf8"));
  const { table } = readFile(new TextEncoder().encode(text), "csv");
  return readReferenceTable(table!, { names, today: "2026-11-01" });
}

function figuresOf(date: string, kind: MicTable) {
  if (!existsSync(join(MIC, date, `${kind}.csv`))) return [];
  const reading = read(date, kind);
  expect(reading).toMatchObject({ ok: true });
  return reading.ok ? reading.figures : [];
}

describe("a name on the official list", () => {
  it.each([
    ["17", "羽咋郡志賀町", "173843"],
    ["07", "郡山市", "072036"],
    ["28", "赤穂郡上郡町", "284815"],
    ["10", "佐波郡玉村町", "104647"],
    ["13", "三宅島三宅村", "133817"],
    ["13", "大島町", "133612"],
    ["12", "鎌ヶ谷市", "122246"],
    ["12", "鎌ケ谷市", "122246"],
    ["12", "鎌ｹ谷市", "122246"],
    ["17", "志賀 町", "173843"],
    ["17", "志賀市", null],
    ["16", "志賀町", null],
    ["17", "志賀", null],
    ["17", "賀町", null],
  ])("%s %s: %s", (prefecture, name, code) => expect(names.codeOf(prefecture, name)).toBe(code));

  it("two towns of one name in one prefecture are nobody's code", () => {
    const twins = officialNames([
      { code: "011002", prefecture: "北海道", name: "泊村" },
      { code: "012025", prefecture: "北海道", name: "泊村" },
    ]);
    expect(twins.codeOf("01", "泊村")).toBeNull();
  });
});

/** A table of rows, as a sheet gives them. */
const table = (header: readonly string[], ...rows: (readonly string[])[]): Table => ({
  header: [...header],
  headerRow: 3,
  rows: rows.map((cells, i) => ({ row: i + 4, cells: [...cells] })),
});
const readRows = (...input: Parameters<typeof table>) =>
  readReferenceTable(table(...input), { names, today: "2026-11-01" });

describe("a sheet's rows", () => {
  const HEADER = ["都道府県名", "市区町村名", "総数（人口）", "交付枚数", "人口算出基準日", "交付件数基準日"];
  const day = ["2021/01/01", "2022/06/30"];

  it("in blocks without codes: the prefecture stands once, names give the codes", () => {
    const reading = readRows(
      HEADER,
      ["石川県", "羽咋市", "21,148", "9,000", ...day],
      ["", "羽咋郡　志賀町", "１９５５２", "9,064", ...day],
      ["富山県", "富山市", "413,938", "180,000", ...day],
    );
    expect(reading.ok && reading.figures.map((f) => [f.code, f.population, f.row])).toEqual([
      ["172073", 21_148, 4],
      ["173843", 19_552, 5],
      ["162019", 413_938, 6],
    ]);
  });

  it("below a prefecture that is unknown belong to nobody", () => {
    const reading = readRows(HEADER, ["石川", "羽咋市", "1", "1", ...day], ["", "志賀町", "1", "1", ...day]);
    expect(reading.issues.map((i) => [i.row, i.code])).toEqual([
      [4, "unknown_prefecture"],
      [5, "unknown_prefecture"],
    ]);
  });

  it("keep a merged town under its old code, with a warning; a lost check digit comes back", () => {
    const reading = readRows(
      [...HEADER, "団体コード"],
      ["福岡県", "筑紫郡那珂川町", "50112", "5000", ...day, "403059"],
      ["石川県", "羽咋郡志賀町", "19552", "9064", ...day, "17384"],
    );
    expect(reading.issues.map((i) => [i.row, i.code, i.severity])).toEqual([[4, "unlisted_code", "warning"]]);
    expect(reading.ok && reading.figures.map((f) => f.code)).toEqual(["403059", "173843"]);
  });

  it("of holders alone, as published since 2023", () => {
    const reading = readRows(
      ["都道府県名", "人口", "保有枚数", "人口算出基準日", "保有枚数算出基準日"],
      ["石川県", "1117637", "850000", "2023/01/01", "令和6年3月31日"],
    );
    expect(reading.ok && reading.figures).toMatchObject([
      { code: "170003", as_of: "2024-03-31", issued: null, held: 850_000 },
    ]);
  });

  it("need their columns, and numbers in them", () => {
    expect(readRows(["都道府県名", "人口"], ["石川県", "1"]).issues.map((i) => [i.row, i.column])).toEqual([
      [3, "人口算出基準日"],
      [3, "算出基準日"],
      [3, "交付枚数"],
    ]);
    const reading = readRows(HEADER, ["石川県", "羽咋市", "-", "", "2021/01/01", "2027/06/30"]);
    expect(reading.issues.map((i) => i.code).toSorted()).toEqual([
      "date_out_of_range",
      "missing_counts",
      "missing_population",
    ]);
  });
});

describe.skipIf(dates.length === 0)("the ministry's tables of 40 dates", () => {
  it.each(dates)("%s: 1,741 municipalities, 47 prefectures equal to their sums, the nation", (date) => {
    const municipalities = figuresOf(date, "all_localgovs");
    const prefectures = figuresOf(date, "all_prefectures");
    const summary = figuresOf(date, "summary_by_types");
    const codes = municipalities.map((f) => f.code);
    expect(new Set(codes).size).toBe(1_741);
    expect(codes.every((code) => isMunicipalityCode(code) && names.isListed(code))).toBe(true);
    expect(new Set(prefectures.map((f) => f.code)).size).toBe(47);
    expect(prefectures.every((f) => isMunicipalityCode(f.code))).toBe(true);
    const all = [...municipalities, ...prefectures, ...summary];
    expect(new Set(all.map((f) => f.as_of))).toEqual(new Set([toIsoDate(date)]));
    expect(compareSums(all).map(({ check, compared, differing }) => [check, compared, differing])).toEqual([
      ["prefecture_is_sum_of_municipalities", 47, []],
      ["nation_is_sum_of_prefectures", 1, []],
      ["nation_is_sum_of_types", 1, []],
    ]);
  });

  it("without their codes every name finds the same code", () => {
    const withoutCodes = (text: string) => text.replace(/,("<NA>"|\d+)(\r?\n|$)/g, ",$2");
    for (const date of dates) {
      const reading = read(date, "all_localgovs", withoutCodes);
      expect(reading).toMatchObject({ ok: true, notes: [{ code: "code_from_name", count: 1_741 }] });
      const codes = figuresOf(date, "all_localgovs").map((f) => f.code);
      expect(reading.ok && reading.figures.map((f) => f.code)).toEqual(codes);
    }
  });

  it("by age: 39 tables, 21 or 19 bands; where they differ from the nation's own figure", () => {
    const differing: (string | number)[][] = [];
    let tables = 0;
    for (const date of dates) {
      const ages = figuresOf(date, "demographics");
      if (ages.length === 0) continue;
      tables += 1;
      // Three figures an age, and men and women of all ages.
      expect([19 * 3 + 2, 21 * 3 + 2]).toContain(ages.length);
      for (const { differing: found } of compareSums([...ages, ...figuresOf(date, "summary_by_types")])) {
        differing.push(...found.map((d) => [date, d.count, d.published, d.sum]));
      }
    }
    expect(tables).toBe(39);
    expect(differing).toEqual([
      ["20170831", "population", 127_907_086, 127_907_014],
      ["20171201", "population", 127_907_086, 127_907_014],
      ["20180301", "population", 127_907_086, 127_907_014],
      ["20180701", "population", 127_707_259, 127_707_189],
      ["20181201", "population", 127_707_259, 127_707_189],
      ["20190401", "population", 127_707_259, 127_707_189],
      ["20190701", "population", 127_707_259, 127_707_189],
    ]);
  });

  it("warns of the rates that stand wrong in the tables, and of totals with unknown ages", () => {
    const kinds: MicTable[] = ["all_localgovs", "all_prefectures", "demographics", "summary_by_types"];
    const warnings = dates.flatMap((date) =>
      kinds.flatMap((kind) => {
        if (!existsSync(join(MIC, date, `${kind}.csv`))) return [];
        return read(date, kind).issues.map((i) => ({ place: `${date} ${kind} ${i.row} ${i.column}`, ...i }));
      }),
    );
    expect(warnings.filter((w) => w.code === "rate_differs").map((w) => w.place)).toEqual([
      "20170515 demographics 8 交付率(計)",
      "20190916 demographics 9 交付率(男)",
      "20190916 demographics 9 交付率(女)",
      "20200301 summary_by_types 5 人口に対する交付枚数率",
      "20200301 summary_by_types 6 人口に対する交付枚数率",
      "20210101 summary_by_types 6 人口に対する交付枚数率",
      "20210201 summary_by_types 6 人口に対する交付枚数率",
    ]);
    const totals = warnings.filter((w) => w.code === "total_differs");
    expect(new Set(totals.map((w) => w.column))).toEqual(new Set(["人口(男)", "人口(女)", "人口(計)"]));
    expect(totals.filter((w) => w.row !== 2).map((w) => w.place)).toEqual([
      "20190916 demographics 9 人口(計)",
    ]);
    expect(warnings.length).toBe(7 + totals.length);
  });

  it("Ishikawa, Shika and Sapporo have the codes their zeros belong to", () => {
    const towns = new Map(figuresOf("20220630", "all_localgovs").map((f) => [f.code, f.issued]));
    expect(towns.get("173843")).toBe(9_064);
    expect(towns.get("011002")).toBe(897_956);
    expect(prefectureCode("17")).toBe("170003");
    expect(prefectureCode("01")).toBe("010006");
  });
});

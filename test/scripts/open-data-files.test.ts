import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { releaseFixture } from "../worker/open-data/release-fixture.js";
import type { LongRow } from "../../worker/releases/open-data/long-rows.js";
import { readTables } from "../../data/disclosure/read-tables.js";
import { openDataFiles } from "../../worker/releases/open-data/open-data-files.js";
import { decodeParquet } from "./open-data-parquet.js";

const files = await openDataFiles(releaseFixture());
const textOf = (name: string): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(name));
const MONTH = "172073_mynumbercard_20261031.csv";

interface TablesJson {
  places: { code: string; merged: boolean; members: string[] }[];
  rows: LongRow[];
}
const { rows, places } = JSON.parse(textOf("tables.json")) as TablesJson;
const keyOf = (row: LongRow): string => [row.kind, row.place, row.age_band, row.sex, row.as_of].join("|");

describe("the files of a release", () => {
  it("are these", () => {
    expect([...files.keys()]).toEqual([
      MONTH,
      "tables.csv",
      "tables.json",
      "tables.arrow",
      "tables.parquet",
      "places.csv",
      "datapackage.json",
      "dcat.jsonld",
      "csvw.json",
      "dictionary.html",
    ]);
  });

  it("are the same bytes when they are made again", async () => {
    const again = await openDataFiles(releaseFixture());
    for (const [name, bytes] of files) expect([name, again.get(name)]).toEqual([name, bytes]);
  });

  it("say in each place that the figures are made up, or nowhere", async () => {
    const reported = await openDataFiles(releaseFixture({ synthetic: false }));
    const saying = /サンプル・合成データ/;
    for (const name of ["tables.json", "datapackage.json", "dcat.jsonld", "csvw.json", "dictionary.html"]) {
      expect([name, saying.test(textOf(name))]).toEqual([name, true]);
    }
    const notes = Papa.parse<Record<string, string>>(textOf(MONTH).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(notes.data.every((row) => row["備考"]!.startsWith("サンプル・合成データ"))).toBe(true);
    expect(new Set(rows.map((row) => row.provenance))).toEqual(new Set(["synthetic"]));
    const plain = new TextDecoder().decode(reported.get("tables.csv"));
    expect(plain.match(/,reported\r/g)).toHaveLength(rows.length);
    for (const [name, bytes] of reported) {
      const text = new TextDecoder().decode(bytes);
      // What the column `provenance` may hold is explained everywhere.
      const explained = text.replaceAll(/reported 実際の集計値、synthetic サンプル・合成データ/g, "");
      expect([name, saying.test(explained)]).toEqual([name, false]);
    }
  });
});

describe("tables.json", () => {
  it("holds every row once, series by series, oldest first", () => {
    expect(rows).toHaveLength(releaseFixture().tables.rows.length);
    const series = rows.map((row) => keyOf(row).replace(/\|[^|]*$/, ""));
    expect(new Set(series).size).toBe(series.filter((key, i) => key !== series[i - 1]).length);
    const backwards = rows.filter((row, i) => series[i] === series[i - 1] && row.as_of <= rows[i - 1]!.as_of);
    expect(backwards).toEqual([]);
  });

  it("tells how wide the band of each row's counts is, and nothing of a measure not supplied", () => {
    const of = (place: string, asOf: string) =>
      rows.find((r) => r.place === place && r.age_band === "all" && r.sex === "all" && r.as_of === asOf)!;
    expect(of("01", "2026-10-31")).toMatchObject({ issued: 58_690, held: 56_560, margin: 11 });
    expect(of("02+03", "2026-10-31").margin).toBe(14);
    expect(of("all", "2026-09-30")).toMatchObject({ applications: 200_103, held: null, margin: 0 });
  });

  it("is read back as the tables that it was made from", () => {
    const { tables, municipality } = releaseFixture();
    const named = tables.places.map((p) => (p.kind === "town" ? { ...p, name: municipality.name } : p));
    expect(readTables(JSON.parse(textOf("tables.json")))).toEqual({ ...tables, places: named });
  });

  it("names merges with their members", () => {
    expect(places.filter((p) => p.merged)).toEqual([
      expect.objectContaining({ code: "02+03", members: ["02", "03"] }),
    ]);
    expect(rows.find((r) => r.place === "02+03")).toMatchObject({
      area: "=東",
      population_as_of: "2025-01-01",
    });
  });
});

describe("the other formats", () => {
  it("Parquet equals tables.json in DuckDB", async () => {
    expect(await decodeParquet(files.get("tables.parquet")!)).toEqual(rows);
  });

  it("Arrow equals tables.json in Apache Arrow", () => {
    const table = tableFromIPC(files.get("tables.arrow")!);
    const day = (value: unknown) =>
      value === null ? null : new Date(value as number).toISOString().slice(0, 10);
    const decoded = table.toArray().map((row) => {
      const { as_of, population_as_of, ...rest } = row.toJSON() as Record<string, unknown>;
      return { ...rest, as_of: day(as_of), population_as_of: day(population_as_of) };
    });
    expect(decoded).toEqual(rows);
  });

  it("CSV equals tables.json, formulas and marks in names kept harmless", () => {
    const harmless = (text: string | null) =>
      text !== null && /^([=+\-@]|…$)/.test(text) ? `'${text}` : text;
    const { data } = Papa.parse<Record<string, string>>(textOf("tables.csv").slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const expected = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value === null ? "" : typeof value === "number" ? String(value) : harmless(value as string),
        ]),
      ),
    );
    expect(data).toEqual(expected);
  });
});

describe.each([MONTH, "tables.csv", "places.csv"])("%s", (name) => {
  it("opens in Excel's manner: BOM, CRLF, as many cells in every row", () => {
    const text = textOf(name);
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true, newline: "\r\n" });
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    // Nothing begins a formula but the mark of what is not defined.
    const formulas = data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
    for (const cell of formulas) expect(cell).toBe("-");
  });
});

describe("the month's file", () => {
  const { data, meta } = Papa.parse<Record<string, string>>(textOf(MONTH).slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  const row = (place: string, age = "総数", sex = "総数") =>
    data.find((r) => r["地域名"] === place && r["年齢階級"] === age && r["性別"] === sex)!;

  it("begins with the headers of 自治体標準オープンデータセット and holds the newest date alone", () => {
    expect(meta.fields!.slice(0, 5)).toEqual([
      "全国地方公共団体コード",
      "地域コード",
      "地方公共団体名",
      "調査年月日",
      "地域名",
    ]);
    expect(new Set(data.map((r) => r["調査年月日"]))).toEqual(new Set(["2026-10-31"]));
    expect(data).toHaveLength(rows.length / 2);
  });

  it("writes rates as the ministry does, above 100 too, and none of nobody", () => {
    expect(row("羽咋市")).toMatchObject({
      申請件数: "200904",
      "申請率（％）": "80.4",
      "幅（95%、枚）": "0",
      "率の幅（95%、ポイント）": "0.0",
      備考: "サンプル・合成データ",
    });
    expect(row("羽咋市", "総数", "男")["申請率（％）"]).toBe("102.1");
    expect(row("羽咋市", "5-9歳")).toMatchObject({
      人口: "0",
      申請件数: "0",
      "申請率（％）": "-",
      "率の幅（95%、ポイント）": "-",
    });
  });

  it("says of an approximate row that it is one, how wide its band is, and what is merged", () => {
    expect(row("本町")).toMatchObject({
      申請件数: "59600",
      "申請率（％）": "85.1",
      "幅（95%、枚）": "11",
      // 11 of 70,000 residents: 0.016 points, never told narrower than it is.
      "率の幅（95%、ポイント）": "0.1",
      備考: "サンプル・合成データ。約（10枚単位）",
    });
    expect(row("山手・川端")["備考"]).toBe(
      "サンプル・合成データ。約（10枚単位）。合算: 山手・川端（地区コード 02・03）",
    );
  });

  it("marks what was not supplied", async () => {
    const september = await openDataFiles(releaseFixture({ through: "2026-09-30", synthetic: false }));
    const text = new TextDecoder().decode(september.get("172073_mynumbercard_20260930.csv"));
    const town = Papa.parse<Record<string, string>>(text, { header: true }).data[0]!;
    expect(town).toMatchObject({ 保有枚数: "…", "保有枚数率（％）": "…", 備考: "資料なし: 保有枚数" });
  });
});

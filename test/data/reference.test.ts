import { describe, expect, it } from "vitest";
import { isIsoDate } from "../../data/contract/as-of-date.js";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import { districtSchema } from "../../data/contract/schema.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { NATION_CODE } from "../../scripts/reference/published-series.js";
import { readReferenceCsv } from "../../scripts/reference/read-reference.js";

describe("districts-173843.csv", () => {
  const districts = readReferenceCsv("districts-173843.csv");

  it("names the 16 districts, numbered, each once", () => {
    expect(districts.map((d) => d.code)).toEqual(
      Array.from({ length: 16 }, (_, i) => String(i + 1).padStart(2, "0")),
    );
    for (const column of ["name", "kana", "name_en"])
      expect(new Set(districts.map((d) => d[column])).size).toBe(16);
    expect(districts.slice(0, 8).every((d) => d.area === "志賀")).toBe(true);
    expect(districts.slice(8).every((d) => d.area === "富来")).toBe(true);
  });

  it("fits the contract, with readings in hiragana and romaji", () => {
    for (const { tile_x, tile_y, ...texts } of districts) {
      const district = { ...texts, tile_x: Number(tile_x), tile_y: Number(tile_y) };
      expect(districtSchema.parse(district)).toEqual(district);
      expect(texts.kana).toMatch(/^[ぁ-ゖ]+$/);
      expect(texts.name_en).toMatch(/^[A-Z][a-z]+$/);
    }
  });

  it("gives every district a tile of its own, compactly, Togi in the north", () => {
    const tiles = districts.map((d) => [Number(d.tile_x), Number(d.tile_y)] as const);
    expect(new Set(tiles.map(String)).size).toBe(16);
    const width = Math.max(...tiles.map(([x]) => x)) + 1;
    const height = Math.max(...tiles.map(([, y]) => y)) + 1;
    expect(width * height).toBeLessThanOrEqual(20);
    const rowsOf = (area: string): number[] =>
      districts.filter((d) => d.area === area).map((d) => Number(d.tile_y));
    expect(Math.max(...rowsOf("富来"))).toBeLessThan(Math.min(...rowsOf("志賀")));
  });
});

describe("municipalities.csv", () => {
  const municipalities = readReferenceCsv("municipalities.csv");
  const nameOf = (code: string): string | undefined => municipalities.find((m) => m.code === code)?.name;

  it("lists 1,741 municipalities of 47 prefectures, each code right and once, in order", () => {
    const codes = municipalities.map((m) => m.code!);
    expect(codes).toHaveLength(1_741);
    expect(new Set(codes).size).toBe(1_741);
    expect(codes.every(isMunicipalityCode)).toBe(true);
    expect(codes).toEqual(codes.toSorted());
    expect(new Set(municipalities.map((m) => m.prefecture)).size).toBe(47);
  });

  it.each([
    ["011002", "札幌市"],
    ["173843", "志賀町"],
    ["072036", "郡山市"],
    ["284815", "上郡町"],
    ["232149", "蒲郡市"],
    ["133817", "三宅村"],
    ["134015", "八丈町"],
    ["172073", "羽咋市"],
    ["173860", "宝達志水町"],
  ])("%s is %s", (code, name) => {
    expect(nameOf(code)).toBe(name);
  });
});

describe("published-series.csv", () => {
  const series = readReferenceCsv("published-series.csv");
  const figureOf = (code: string, asOf: string) => series.find((f) => f.code === code && f.as_of === asOf)!;

  it("holds the ministry's 40 dates for nation, prefecture and town, and the later figures", () => {
    const count = (code: string): number => series.filter((f) => f.code === code).length;
    expect([count(NATION_CODE), count("170003"), count("173843")]).toEqual([41, 41, 46]);
    expect(isMunicipalityCode(NATION_CODE)).toBe(false);
  });

  it("never falls, and every row names its dates and its source", () => {
    for (const [i, figure] of series.entries()) {
      const before = series[i - 1];
      expect(isIsoDate(figure.as_of!) && isIsoDate(figure.population_as_of!)).toBe(true);
      expect(figure.population_as_of! < figure.as_of!).toBe(true);
      expect(figure.source).toBe(`総務省「マイナンバーカード交付状況」（${figure.as_of}現在）`);
      const grows = before?.code !== figure.code || Number(before!.issued) < Number(figure.issued);
      expect(grows).toBe(true);
    }
  });

  it.each([
    ["173843", "2022-06-30", "46.4"],
    ["173843", "2022-08-31", "52.8"],
    ["173843", "2022-12-31", "68.5"],
    ["170003", "2022-12-31", "58.4"],
    [NATION_CODE, "2022-12-31", "57.1"],
  ])("%s on %s: %s percent", (code, asOf, percent) => {
    const { issued, population } = figureOf(code, asOf);
    expect(percentHalfUp(Number(issued), Number(population))).toBe(percent);
  });
});

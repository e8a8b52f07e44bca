import { createHash } from "node:crypto";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { agePartitionFault } from "../../data/contract/age-band.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { readReferenceCsv } from "../../scripts/reference/read-reference.js";
import { makeSample } from "../../scripts/sample/make-sample.js";
import { POPULATION_BASES } from "../../scripts/sample/town-plan.js";

type Row = Record<"人口" | "申請件数" | "交付枚数", number> & {
  key: string;
  district: string;
  age: string;
  held: number | null;
  populationAsOf: string;
};

const files = makeSample();
const months = files.map(({ as_of, text }) => ({ as_of, rows: readRows(text) }));
const monthOf = (asOf: string): Row[] => months.find((m) => m.as_of === asOf)!.rows;
const totalOf = (rows: readonly Row[], pick: (row: Row) => number): number =>
  rows.reduce((s, r) => s + pick(r), 0);
const population = (rows: readonly Row[]): number => totalOf(rows, (r) => r["人口"]);
const applications = (rows: readonly Row[]): number => totalOf(rows, (r) => r["申請件数"]);
const issued = (rows: readonly Row[]): number => totalOf(rows, (r) => r["交付枚数"]);
const held = (rows: readonly Row[]): number => totalOf(rows, (r) => r.held!);

function readRows(text: string): Row[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) => ({
    key: [row["地区コード"], row["年齢階級"], row["性別"]].join(),
    district: row["地区コード"]!,
    age: row["年齢階級"]!,
    populationAsOf: row["人口算出基準日"]!,
    人口: Number(row["人口"]),
    申請件数: Number(row["申請件数"]),
    交付枚数: Number(row["交付枚数"]),
    held: row["保有枚数"] === "" ? null : Number(row["保有枚数"]),
  }));
}

describe("the sample's files", () => {
  it("are 67, at the ministry's dates to 2022-06-30 and at month ends to 2026-10-31", () => {
    const dates = files.map((f) => f.as_of);
    const published = readReferenceCsv("published-series.csv")
      .filter((r) => r.code === "173843" && r.as_of! >= "2021-04-01" && r.as_of! <= "2022-06-30")
      .map((r) => r.as_of);
    expect(dates).toHaveLength(67);
    expect(dates.slice(0, 15)).toEqual(published);
    expect(dates).not.toContain("2022-04-01");
    expect([dates[15], dates[16], dates.at(-1)]).toEqual(["2022-07-31", "2022-08-31", "2026-10-31"]);
    expect(files[0]!.name).toBe("173843_20210401.csv");
  });

  it("hold 608 cells each: 16 districts, bands that partition the ages, two sexes", () => {
    for (const { rows } of months) {
      expect(rows).toHaveLength(608);
      expect(new Set(rows.map((r) => r.key)).size).toBe(608);
      expect(new Set(rows.map((r) => r.district)).size).toBe(16);
      expect(agePartitionFault([...new Set(rows.map((r) => r.age))])).toBeNull();
    }
  });

  it("are the same bytes every time and on every machine", () => {
    const bytes = (sample: typeof files): string => sample.map((f) => f.name + f.text).join("");
    expect(bytes(makeSample())).toBe(bytes(files));
    expect(createHash("sha256").update(bytes(files)).digest("hex")).toBe(
      "437e01c953c61742bd9ae01f0b5a3114fb3461b00a430a7ac06761a2f95bd25e",
    );
  });
});

describe("the sample's town totals", () => {
  it("equal the published ones to 2022-12-31", () => {
    const published = readReferenceCsv("published-series.csv").filter(
      (r) => r.code === "173843" && r.as_of! >= "2021-04-01",
    );
    expect(published).toHaveLength(21);
    for (const figure of published) {
      const rows = monthOf(figure.as_of!);
      expect([issued(rows), population(rows)]).toEqual([Number(figure.issued), Number(figure.population)]);
      expect(new Set(rows.map((r) => r.populationAsOf))).toEqual(new Set([figure.population_as_of]));
    }
  });

  it("keep to the population base of each date", () => {
    for (const { as_of, rows } of months) {
      const base = POPULATION_BASES.findLast((b) => b.usedFrom <= as_of)!;
      expect([population(rows), rows[0]!.populationAsOf]).toEqual([base.population, base.population_as_of]);
    }
    expect(population(monthOf("2023-03-31"))).toBe(19_178);
  });

  it("pass 88% applied in March 2023, after the rush of February", () => {
    expect(applications(monthOf("2023-02-28"))).toBeLessThan(16_877);
    expect(applications(monthOf("2023-03-31"))).toBeGreaterThanOrEqual(16_877);
    expect(applications(monthOf("2023-03-31"))).toBeLessThanOrEqual(16_950);
    const growth = months.slice(1).map(({ as_of, rows }, i) => ({
      as_of,
      added: applications(rows) - applications(months[i]!.rows),
    }));
    expect(growth.toSorted((a, b) => b.added - a.added)[0]!.as_of).toBe("2023-02-28");
    expect(applications(monthOf("2026-10-31"))).toBeLessThan(population(monthOf("2026-10-31")));
  });

  it("have holders from 2023-06-30 on, ever further behind the cards issued", () => {
    const gaps = months.flatMap(({ as_of, rows }) => {
      const known = rows.every((r) => r.held !== null);
      expect(known ? "held" : new Set(rows.map((r) => r.held))).toEqual(
        as_of >= "2023-06-30" ? "held" : new Set([null]),
      );
      return known ? [issued(rows) - held(rows)] : [];
    });
    expect(gaps).toHaveLength(41);
    expect(gaps[0]).toBeGreaterThan(0);
    expect(gaps.every((gap, i) => i === 0 || gap > gaps[i - 1]!)).toBe(true);
  });

  it.each([
    ["2023-06-30", "72.0", 70],
    ["2024-03-31", "75.8", 73.5],
    ["2025-01-31", "79.1", 77.6],
    ["2026-01-31", "82.3", 81.2],
    ["2026-10-31", "84.2", 81.2],
  ])("hold %s: %s percent, above the nation's %d", (asOf, percent, nation) => {
    const rows = monthOf(asOf);
    expect(percentHalfUp(held(rows), population(rows))).toBe(percent);
    expect(Number(percent)).toBeGreaterThan(nation);
  });
});

describe("the sample's cells", () => {
  it("never lose an application or an issued card", () => {
    for (let i = 1; i < months.length; i++) {
      const before = months[i - 1]!.rows;
      const fell = months[i]!.rows.filter(
        (row, k) =>
          row.key !== before[k]!.key ||
          row["申請件数"] < before[k]!["申請件数"] ||
          row["交付枚数"] < before[k]!["交付枚数"],
      );
      expect(fell).toEqual([]);
    }
  });

  it("keep held ≤ issued ≤ applications ≤ 1.4 × residents, and held ≤ residents", () => {
    const counts = ["人口", "申請件数", "交付枚数"] as const;
    const wrong = months
      .flatMap(({ rows }) => rows)
      .filter(
        (row) =>
          counts.some((name) => !Number.isInteger(row[name]) || row[name] < 0) ||
          (row.held ?? 0) > Math.min(row["交付枚数"], row["人口"]) ||
          row["交付枚数"] > row["申請件数"] ||
          10 * row["申請件数"] > 14 * row["人口"],
      );
    expect(wrong).toEqual([]);
  });
});

describe("the sample's people", () => {
  const last = monthOf("2026-10-31");
  const of = (rows: readonly Row[], pick: (row: Row) => boolean): Row[] => rows.filter(pick);
  const holdingRate = (pick: (row: Row) => boolean): number => {
    const rows = of(last, pick);
    return held(rows) / population(rows);
  };

  it("live in districts of some 300 to 3,000", () => {
    for (const { rows } of [months[0]!, months.at(-1)!]) {
      for (const group of Map.groupBy(rows, (r) => r.district).values()) {
        expect(population(group)).toBeGreaterThan(300);
        expect(population(group)).toBeLessThan(3_000);
      }
    }
  });

  it("are old, as in a town of the coast: more than two in five over 65", () => {
    const old = of(last, (r) => Number.parseInt(r.age, 10) >= 65);
    expect(population(old) / population(last)).toBeGreaterThan(0.4);
  });

  it("leave Togi faster than Shika after the earthquake", () => {
    const fall = (pick: (row: Row) => boolean): number =>
      1 - population(of(last, pick)) / population(of(monthOf("2024-12-31"), pick));
    expect(fall((r) => r.district >= "09")).toBeGreaterThan(2 * fall((r) => r.district < "09"));
  });

  it("hold fewest cards under 5 and over 80, most between 30 and 75; the coast of Togi is behind", () => {
    const age = (from: number, to: number) =>
      holdingRate((r) => Number.parseInt(r.age, 10) >= from && Number.parseInt(r.age, 10) <= to);
    expect(age(0, 0)).toBeLessThan(age(5, 25));
    expect(age(5, 25)).toBeLessThan(age(30, 70));
    expect(age(80, 90)).toBeLessThan(age(75, 75));
    expect(holdingRate((r) => r.district >= "14")).toBeLessThan(holdingRate((r) => r.district < "14") - 0.05);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEASURES, type Figure } from "../../../data/contract/figure.js";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { leafRange, sumOverLeaves } from "../../../data/disclosure/leaves.js";
import { outlineOf } from "../../../data/disclosure/outline.js";
import { heldCap, printCount } from "../../../data/disclosure/print.js";
import type { PublicTables } from "../../../data/disclosure/published.js";
import { drawShape, makeTown } from "../../../scripts/disclosure/made-up-town.js";
import { noiseUnder } from "./known-noise.js";
import { publish } from "./publishing.js";

const noiseOf = noiseUnder("publish");
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const town = (seed: number, months = 3) => makeTown(drawShape(seed, months));

const rowsOf = (tables: PublicTables, kind: string, place: string) =>
  tables.rows.filter((r) => r.kind === kind && r.place === place && r.age_band === "all" && r.sex === "all");

describe("published tables", () => {
  it("print every cell as its people's count with their noise, by hand", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { figures, districts } = town(seed);
        const tables = publish({ figures, districts, noiseOf });
        const places = new Map(tables.places.map((p) => [`${p.kind}|${p.code}`, p]));
        for (const row of tables.rows) {
          const members = places.get(`${row.kind}|${row.place}`)!.members;
          const range = leafRange(row.age_band, row.sex);
          const inBand = (f: Figure) => {
            if (row.age_band === "all") return true;
            const own = leafRange(f.age_band, "all");
            return own.firstBand >= range.firstBand && own.endBand <= range.endBand;
          };
          const inside = figures.filter(
            (f) =>
              f.as_of === row.as_of &&
              members.includes(f.district) &&
              (row.sex === "all" || f.sex === row.sex) &&
              inBand(f),
          );
          const sum = (name: "population" | (typeof MEASURES)[number]) =>
            inside.reduce((all, f) => all + f[name]!, 0);
          expect(row.population).toBe(sum("population"));
          if (row.margin === 0) {
            expect([row.age_band, row.sex]).toEqual(["all", "all"]);
            for (const m of MEASURES) expect(row[m]).toBe(sum(m));
            continue;
          }
          let [added, ties] = [0, 0];
          for (const member of members) {
            added += sumOverLeaves(noiseOf(member).added, range);
            ties += sumOverLeaves(noiseOf(member).tie, range);
          }
          for (const m of MEASURES) {
            const print = printCount(sum(m) + added, ties % 2 === 1, 10);
            expect(row[m]).toBe(m === "held" ? Math.min(print, heldCap(row.population, 10)) : print);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("pass the audit, tell every district and keep their order and their growth", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { figures, districts } = town(seed, 6);
        const tables = publish({ figures, districts, noiseOf });
        expect(auditRelease(tables, []).faults).toEqual([]);
        const told = tables.places.filter((p) => p.kind === "district").flatMap((p) => p.members);
        const residents = figures.filter((f) => f.as_of === figures[0]!.as_of).reduce((n, f) => n + f.population, 0);
        if (residents > 500) expect(told.sort()).toEqual(districts.map((d) => d.code));
        for (const series of Map.groupBy(tables.rows, (r) => `${r.kind}|${r.place}|${r.age_band}|${r.sex}`).values()) {
          for (const [i, row] of series.entries()) {
            expect(row.held!).toBeLessThanOrEqual(row.issued!);
            expect(row.issued!).toBeLessThanOrEqual(row.applications!);
            if (i === 0) continue;
            expect(row.applications!).toBeGreaterThanOrEqual(series[i - 1]!.applications!);
            expect(row.issued!).toBeGreaterThanOrEqual(series[i - 1]!.issued!);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("add small districts to a neighbour of their area, and keep it so", () => {
    const { districts } = makeTown({ ...drawShape(1, 1), districts: 4, areas: 0 });
    const figures = (sizes: number[], as_of = "2025-01-31") =>
      sizes.map((population, i): Figure => ({
        municipality: "173843",
        as_of,
        district: `0${i + 1}`,
        age_band: "all",
        sex: "all",
        population,
        population_as_of: null,
        applications: null,
        issued: null,
        held: Math.floor(population / 2),
      }));
    const first = publish({ figures: figures([300, 60, 300, 400]), districts, noiseOf });
    const merged = (t: PublicTables) => t.places.filter((p) => p.members.length > 1 && p.kind === "district");
    expect(merged(first)).toEqual([
      { kind: "district", code: "01+02", name: "地区01・地区02", members: ["01", "02"] },
    ]);
    expect(rowsOf(first, "district", "01+02")[0]!.population).toBe(360);
    // Grown since: told with its neighbour all the same.
    const grown = figures([300, 160, 300, 400]);
    const earlier = [outlineOf(first)];
    expect(merged(publish({ figures: grown, districts, noiseOf, earlier }))).toEqual(merged(first));
    expect(merged(publish({ figures: grown, districts, noiseOf }))).toEqual([]);
    const wanted = [{ code: "W", name: "西", members: ["02", "03"] }];
    const said = publish({ figures: grown, districts, noiseOf, earlier, policy: { merges: wanted } });
    expect(merged(said)).toEqual([{ kind: "district", ...wanted[0] }]);
  });

  it("tell the total of a date that lacks a district in tens", () => {
    const { figures, districts } = makeTown({ ...drawShape(3, 3), districts: 5, areas: 0, smallest: 300 });
    const dates = [...new Set(figures.map((f) => f.as_of))];
    const partial = figures.filter((f) => f.as_of !== dates[1] || f.district !== "03");
    const tables = publish({ figures: partial, districts, noiseOf });
    expect(rowsOf(tables, "town", "all").map((r) => r.margin === 0)).toEqual([true, false, true]);
    expect(auditRelease(tables, []).passed).toBe(true);
  });

  it("begin districts and ages after a date that was told exactly elsewhere", () => {
    const { figures, districts } = makeTown({ ...drawShape(5, 3), smallest: 300 });
    const dates = [...new Set(figures.map((f) => f.as_of))];
    const tables = publish({ figures, districts, noiseOf, policy: { toldExactly: [dates[1]!] } });
    const early = tables.rows.filter((r) => r.as_of <= dates[1]!);
    expect(early.map((r) => [r.kind, r.age_band, r.margin])).toEqual([
      ["town", "all", 0],
      ["town", "all", 0],
    ]);
    expect(auditRelease(tables, []).passed).toBe(true);
  });

  it("print the same people alike, whatever their code is", () => {
    const { figures, districts } = makeTown({ ...drawShape(9, 4), districts: 6, areas: 0, smallest: 400 });
    const dates = [...new Set(figures.map((f) => f.as_of))];
    const plain = publish({ figures, districts, noiseOf });
    const renamed = figures.map((f) =>
      f.district === "02" && f.as_of >= dates[2]! ? { ...f, district: "90" } : f,
    );
    const successions = [{ on: dates[2]!, from: ["02"], to: ["90"] }];
    const list = [...districts, { ...districts[0]!, code: "90", name: "新" }];
    const tables = publish({ figures: renamed, districts: list, noiseOf, successions });
    const counts = (t: PublicTables, place: string) =>
      rowsOf(t, "district", place).map((r) => [r.as_of, r.population, r.applications, r.issued, r.held]);
    expect(counts(tables, "90")).toEqual(counts(plain, "02"));
    expect(auditRelease(tables, [outlineOf(plain)]).passed).toBe(true);
  });
});

describe("noise adds up", () => {
  const ranges = [["all", "all"], ["15-29", "all"], ["75+", "female"]] as const;
  it("over 1,000 disjoint unions, merged, split, recoded, in fives, tens and twenties", () => {
    // Counts of nothing and no rounding: a print in ones is the noise itself, lifted above zero.
    const lift = 10_000;
    const { districts } = makeTown({ ...drawShape(4, 1), districts: 12, areas: 0 });
    const figures = (codes: readonly string[], as_of: string): Figure[] =>
      codes.flatMap((district) =>
        (["0-14", "15-29", "30-74", "75+"] as const).flatMap((age_band) =>
          (["male", "female"] as const).map((sex) => ({
            municipality: "173843",
            as_of,
            district,
            age_band,
            sex,
            population: lift * 20,
            population_as_of: null,
            applications: lift,
            issued: lift,
            held: null,
          })),
        ),
      );
    const codes = districts.map((d) => d.code);
    const noise = (codeList: readonly string[], members: readonly string[], successions: { on: string; from: string[]; to: string[] }[] = []) => {
      const merges = members.length > 1 ? [{ code: "M", name: "M", members }] : [];
      const list = codeList.map((code) => ({ ...districts[0]!, code, area: "全" }));
      const tables = publish({ figures: figures(codeList, "2025-05-31"), districts: list, noiseOf, base: 1, successions, policy: { merges } });
      const row = rowsOf(tables, "district", members.length > 1 ? "M" : members[0]!)[0]!;
      return row.issued! - 8 * lift * members.length;
    };
    const alone = new Map(codes.map((code) => [code, noise(codes, [code])]));
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 2, maxLength: 11 }), (members) => {
        expect(noise(codes, members)).toBe(members.reduce((sum, code) => sum + alone.get(code)!, 0));
      }),
      { numRuns: 1000 },
    );
    const on = "2025-04-30";
    const rest = codes.slice(2);
    const merge = [{ on, from: ["01", "02"], to: ["40"] }];
    expect(noise([...rest, "40"], ["40"], merge)).toBe(alone.get("01")! + alone.get("02")!);
    const split = [{ on, from: ["01"], to: ["41", "42"] }];
    expect(noise([...codes.slice(1), "41", "42"], ["41", "42"], split)).toBe(alone.get("01")!);
    expect(noise([...codes.slice(1), "43"], ["43"], [{ on, from: ["01"], to: ["43"] }])).toBe(alone.get("01")!);
    for (const base of [5, 10, 20]) {
      const tables = publish({ figures: figures(codes, "2025-05-31"), districts, noiseOf, base });
      for (const [age_band, sex] of ranges.slice(0, 1)) {
        for (const row of tables.rows.filter((r) => r.kind === "district" && r.age_band === age_band && r.sex === sex)) {
          expect(row.issued! % base).toBe(0);
          expect(Math.abs(row.issued! - 8 * lift - alone.get(row.place)!)).toBeLessThanOrEqual(base / 2);
        }
      }
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { changedPeople } from "../../../data/disclosure/audit-cells.js";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { outlineOf } from "../../../data/disclosure/outline.js";
import { publishTables } from "../../../data/disclosure/publish.js";
import type { PublicTables } from "../../../data/disclosure/published.js";
import { drawShape, makeTown } from "../../../scripts/disclosure/made-up-town.js";
import { noiseUnder } from "../../../scripts/disclosure/known-noise.js";
import { brokenPromises } from "./promises.js";
import { publish } from "../../../scripts/disclosure/publish-again.js";

const noiseOf = noiseUnder("publish");
const anySeed = fc.integer({ min: 1, max: 1_000_000 });
const anyTown = (seed: number, months = 3) => makeTown(drawShape(seed, months));

const rowsOf = (tables: PublicTables, kind: string, place: string) =>
  tables.rows.filter((r) => r.kind === kind && r.place === place && r.age_band === "all" && r.sex === "all");

describe("published tables", () => {
  it("keep every promise over 60 made-up towns", () => {
    const seeds = Array.from({ length: 60 }, (_, i) => 1000 + i);
    expect([...brokenPromises({ publishTables, auditRelease, outlineOf }, seeds)]).toEqual([]);
  });

  it("pass the audit, tell every district and keep their order and their growth", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { figures, districts } = anyTown(seed, 6);
        const tables = publish({ figures, districts, noiseOf });
        expect(auditRelease(tables, []).faults).toEqual([]);
        const told = tables.places.filter((p) => p.kind === "district").flatMap((p) => p.members);
        const isTiny = figures.every((f) => f.population < 20) && told.length === 0;
        expect(isTiny || told.length === districts.length).toBe(true);
        for (const series of Map.groupBy(
          tables.rows,
          (r) => `${r.kind}|${r.place}|${r.age_band}|${r.sex}`,
        ).values()) {
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

  it("tell nothing of the town, nor of an area, on a date that lacks one of its districts", () => {
    const town = makeTown({ ...drawShape(3, 3), districts: 6, areas: 2, smallest: 300 });
    const dates = [...new Set(town.figures.map((f) => f.as_of))];
    const partial = town.figures.filter((f) => f.as_of !== dates[1] || f.district !== "03");
    const tables = publish({ ...town, figures: partial, noiseOf });
    expect(rowsOf(tables, "town", "all").map((r) => r.as_of)).toEqual([dates[0], dates[2]]);
    expect(rowsOf(tables, "area", "area 0").map((r) => r.as_of)).toEqual([dates[0], dates[2]]);
    expect(rowsOf(tables, "area", "area 1").map((r) => r.as_of)).toEqual(dates);
    expect(auditRelease(tables, []).faults).toEqual([]);
  });

  it("tell no total to the person where the list has a district that no figures have", () => {
    const town = makeTown({ ...drawShape(3, 2), districts: 5, areas: 0, smallest: 300 });
    const figures = town.figures.filter((f) => f.district !== "03");
    const tables = publish({ ...town, figures, noiseOf });
    expect(tables.rows.filter((r) => r.margin === 0 || r.kind === "town")).toEqual([]);
    const one = publish({ ...town, figures: figures.filter((f) => f.district === "01"), noiseOf });
    expect(one.rows.filter((r) => r.margin === 0)).toEqual([]);
  });

  it("tell no further total to the person once one of other people was told so", () => {
    const town = makeTown({ ...drawShape(3, 3), districts: 5, areas: 0, smallest: 300 });
    const dates = [...new Set(town.figures.map((f) => f.as_of))];
    const upTo = (n: number, without: string) =>
      town.figures.filter((f) => f.as_of <= dates[n]! && f.district !== without);
    // The list did not know district 03 at first.
    const listed = town.districts.filter((d) => d.code !== "03");
    const first = publish({ figures: upTo(0, "03"), districts: listed, noiseOf });
    expect(rowsOf(first, "town", "all")[0]!.margin).toBe(0);
    const earlier = [outlineOf(first)];
    const next = publish({ figures: upTo(1, ""), districts: town.districts, noiseOf, earlier });
    expect(rowsOf(next, "town", "all").map((r) => r.margin > 0)).toEqual([true, true]);
    expect(auditRelease(next, earlier).faults).toEqual([]);
    // Taken back again: what was told is no total of everybody any more.
    const back = publish({
      figures: upTo(0, "03"),
      districts: listed,
      noiseOf,
      earlier: [...earlier, outlineOf(next)],
    });
    expect(rowsOf(back, "town", "all")).toEqual([]);
  });

  it("tell totals of one people to the person: not also those of before a new district, or after one ended", () => {
    const town = makeTown({ ...drawShape(7, 6), districts: 4, areas: 0, smallest: 300 });
    const dates = [...new Set(town.figures.map((f) => f.as_of))];
    const [on] = dates.slice(3);
    const exact = (
      figures: readonly Figure[],
      successions: { on: string; from: string[]; to: string[] }[],
    ) => {
      const tables = publish({ ...town, figures, noiseOf, successions });
      expect(auditRelease(tables, []).faults).toEqual([]);
      return rowsOf(tables, "town", "all").map((r) => r.margin === 0);
    };
    const came = town.figures.filter((f) => f.district !== "03" || f.as_of >= on!);
    expect(exact(came, [{ on: on!, from: [], to: ["03"] }])).toEqual([false, false, false, true, true, true]);
    const went = town.figures.filter((f) => f.district !== "03" || f.as_of < on!);
    expect(exact(went, [{ on: on!, from: ["03"], to: [] }])).toEqual([false, false, false, true, true, true]);
  });

  it("tell people no more in tens whose total was told to the person while they were the town", () => {
    const town = makeTown({ ...drawShape(9, 3), districts: 3, areas: 0, smallest: 300 });
    const only = town.figures.filter((f) => f.district === "01");
    const first = publish({ figures: only, districts: town.districts.slice(0, 1), noiseOf });
    const earlier = [outlineOf(first)];
    const next = publish({ ...town, noiseOf, earlier });
    expect(rowsOf(next, "district", "01")).toEqual([]);
    expect(rowsOf(next, "district", "02")).toHaveLength(3);
    expect(auditRelease(next, earlier).faults).toEqual([]);
    const printed = publish({ ...town, noiseOf });
    expect(auditRelease(printed, earlier).faults.map((f) => f.kind)).toContain("told_exactly");
  });

  it("tell a date without a district that was merged into another's code as what it is", () => {
    const town = makeTown({ ...drawShape(3, 3), districts: 4, areas: 0, smallest: 300 });
    const dates = [...new Set(town.figures.map((f) => f.as_of))];
    const figures = town.figures.filter(
      (f) => !(f.district === "02" && (f.as_of === dates[0] || f.as_of === dates[2])),
    );
    const successions = [{ on: dates[2]!, from: ["01", "02"], to: ["01"] }];
    const tables = publish({ ...town, figures, noiseOf, successions });
    expect(rowsOf(tables, "town", "all").map((r) => r.as_of)).toEqual([dates[1], dates[2]]);
    expect(rowsOf(tables, "district", "01").map((r) => r.as_of)).toEqual([dates[1], dates[2]]);
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
  const ranges = [
    ["all", "all"],
    ["15-29", "all"],
    ["75+", "female"],
  ] as const;
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
    const noise = (
      codeList: readonly string[],
      members: readonly string[],
      successions: { on: string; from: string[]; to: string[] }[] = [],
    ) => {
      const merges = members.length > 1 ? [{ code: "M", name: "M", members }] : [];
      const list = codeList.map((code) => ({ ...districts[0]!, code, area: "全" }));
      const tables = publish({
        figures: figures(codeList, "2025-05-31"),
        districts: list,
        noiseOf,
        base: 1,
        successions,
        policy: { merges },
      });
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
    expect(noise([...codes.slice(1), "43"], ["43"], [{ on, from: ["01"], to: ["43"] }])).toBe(
      alone.get("01")!,
    );
    for (const base of [5, 10, 20]) {
      const tables = publish({ figures: figures(codes, "2025-05-31"), districts, noiseOf, base });
      for (const [age_band, sex] of ranges.slice(0, 1)) {
        for (const row of tables.rows.filter(
          (r) => r.kind === "district" && r.age_band === age_band && r.sex === sex,
        )) {
          expect(row.issued! % base).toBe(0);
          expect(Math.abs(row.issued! - 8 * lift - alone.get(row.place)!)).toBeLessThanOrEqual(base / 2);
        }
      }
    }
  });
});

describe("what was told once", () => {
  const { figures, districts } = makeTown({ ...drawShape(5, 4), smallest: 300 });
  const dates = [...new Set(figures.map((f) => f.as_of))].sort();
  const upTo = (n: number) => figures.filter((f) => f.as_of <= dates[n]!);

  it("to the person stays so, where the town wants its totals in tens from now on", () => {
    const first = publish({ figures: upTo(1), districts, noiseOf });
    const earlier = [outlineOf(first)];
    const next = publish({ figures: upTo(3), districts, noiseOf, earlier, policy: { totals: "tens" } });
    expect(rowsOf(next, "town", "all").map((r) => r.margin === 0)).toEqual([true, true, false, false]);
    expect(auditRelease(next, earlier).faults).toEqual([]);
  });

  it("of everybody before the districts were listed has no second noise, and its totals stay", () => {
    const town = makeTown({
      ...drawShape(8, 4),
      districts: 6,
      areas: 0,
      ages: [0, 15, 65],
      sexes: true,
      smallest: 900,
    });
    const on = [...new Set(town.figures.map((f) => f.as_of))].sort();
    const all = [...Map.groupBy(town.figures, (f) => `${f.as_of}|${f.age_band}|${f.sex}`).values()].map(
      (rows) =>
        rows.reduce((sum, f) =>
          Object.assign({}, sum, {
            district: "all",
            population: sum.population + f.population,
            applications: sum.applications! + f.applications!,
            issued: sum.issued! + f.issued!,
            held: sum.held! + f.held!,
          }),
        ),
    );
    const first = publish({ figures: all.filter((f) => f.as_of <= on[1]!), districts: [], noiseOf });
    const earlier = [outlineOf(first)];
    const next = publish({ ...town, noiseOf, earlier });
    expect(auditRelease(next, earlier).faults).toEqual([]);
    const rows = next.rows.filter((r) => r.kind === "town");
    expect(rows.filter((r) => r.age_band === "all" && r.sex === "all").map((r) => r.margin)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(new Set(rows.filter((r) => r.margin > 0).map((r) => r.as_of))).toEqual(new Set([on[2], on[3]]));
    expect(auditRelease(publish({ ...town, noiseOf }), earlier).faults.map((f) => f.kind)).toContain(
      "other_people",
    );
  });

  it("elsewhere is not printed where the town takes the date back", () => {
    const first = publish({ figures: upTo(2), districts, noiseOf, policy: { toldExactly: [dates[1]!] } });
    const next = publish({ figures: upTo(3), districts, noiseOf, earlier: [outlineOf(first)] });
    expect(auditRelease(next, [outlineOf(first)]).faults.map((f) => f.kind)).toContain("told_exactly");
  });
});

describe("what a release rests on", () => {
  it("is not said otherwise: that a district which was told came later, or was gone", () => {
    const { figures, districts } = makeTown({ ...drawShape(2, 3), districts: 5, areas: 0, smallest: 300 });
    const dates = [...new Set(figures.map((f) => f.as_of))].sort();
    const earlier = [outlineOf(publish({ figures, districts, noiseOf }))];
    const changed = (successions: Parameters<typeof changedPeople>[0]) => [
      ...changedPeople(successions, earlier),
    ];
    expect(changed([{ on: dates[1]!, from: [], to: ["02"] }])).toEqual([`${dates[0]} 02`]);
    expect(changed([{ on: dates[1]!, from: ["03"], to: [] }])).toEqual([`${dates[1]} 03`]);
    expect(changed([{ on: dates[1]!, from: ["02"], to: ["90"] }])).toEqual([]);
    expect(changed([{ on: "2030-01-31", from: ["03"], to: [] }])).toEqual([]);
  });
});

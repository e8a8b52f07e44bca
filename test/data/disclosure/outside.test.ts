import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { boundHidden } from "../../../data/disclosure/outside/bound-hidden.js";
import { boundsCertificate, isTooNarrow } from "../../../data/disclosure/outside/bounds-certificate.js";
import {
  publishedTables,
  type PublishedRow,
  type PublishedTables,
} from "../../../data/disclosure/outside/published-tables.js";
import { trueCounts } from "../../../data/disclosure/outside/true-counts.js";
import type { AuditedRelease } from "../../../data/disclosure/audit/certificate.js";
import type { HiddenReason } from "../../../data/disclosure/published.js";
import { nodeSolver } from "../../../scripts/disclosure/node-solver.js";
import { assumptionsOf, publishAll, publishUnder, recovered } from "./publish.js";
import { towns } from "./towns.js";

const solver = await nodeSolver();

const district = (
  place: string,
  population: number,
  held: number | null,
  as_of = "2026-10-31",
): PublishedRow => ({
  as_of,
  kind: place === "all" ? "town" : "district",
  place,
  age_band: "all",
  sex: "all",
  population,
  applications: null,
  issued: null,
  held,
  hidden: held === null ? ["held"] : [],
});

const tablesOf = (rows: PublishedRow[], release = "rel_1"): PublishedTables => {
  const codes = [...new Set(rows.map((r) => r.place))].filter((code) => code !== "all");
  return {
    release,
    places: [
      { kind: "town", code: "all", members: codes },
      ...codes.map((code) => ({ kind: "district" as const, code, members: [code] })),
    ],
    rows,
  };
};

const bound = (rows: PublishedRow[], earlier: PublishedTables[] = [], smallest = 10) =>
  boundHidden(tablesOf(rows, "rel_2"), earlier, smallest, solver, { every: true }).bounds.map((b) => [
    b.cell.split("|")[0],
    b.lower,
    b.upper,
    b.required,
    b.told_by,
  ]);

describe("what anybody can work out from published files", () => {
  it("is exact where a single hidden value is what a total leaves", () => {
    expect(bound([district("all", 150, 120), district("01", 100, 95), district("02", 50, null)])).toEqual([
      ["district:02", 25, 25, 10, null],
    ]);
  });

  it("is a range between what residents and the total allow where two are hidden", () => {
    // 01 + 02 = 120 of 100 and 50 residents: 02 holds at least 20, 01 at least 70.
    expect(bound([district("all", 150, 120), district("01", 100, null), district("02", 50, null)])).toEqual([
      ["district:01", 70, 100, 10, null],
      ["district:02", 20, 50, 10, null],
    ]);
  });

  it("takes counts of neighbouring dates into account: they do not fall", () => {
    const of = (
      place: string,
      population: number,
      applications: number | null,
      as_of: string,
    ): PublishedRow => ({
      ...district(place, population, null, as_of),
      applications,
      hidden: applications === null ? ["applications"] : [],
    });
    const rows = [
      of("all", 150, 60, "2026-09-30"),
      of("01", 100, null, "2026-09-30"),
      of("02", 50, null, "2026-09-30"),
      of("all", 150, 70, "2026-10-31"),
      of("01", 100, null, "2026-10-31"),
      of("02", 50, null, "2026-10-31"),
    ];
    const { bounds } = boundHidden(tablesOf(rows), [], 10, solver, { every: true });
    // In September 01 has 10 to 60; the town gained ten, so that nobody has more than ten more in October.
    expect(bounds.map((b) => [b.as_of, b.lower, b.upper])).toEqual([
      ["2026-09-30", 10, 60],
      ["2026-09-30", 0, 50],
      ["2026-10-31", 20, 70],
      ["2026-10-31", 0, 50],
    ]);
  });

  it("asks no more width than the cell's own told values leave, and names what was told before", () => {
    const row = { ...district("02", 8, null), issued: 3 };
    const rows = [
      { ...district("all", 108, 60), issued: 63 },
      { ...district("01", 100, null), issued: 60 },
      row,
    ];
    const earlier = tablesOf([district("all", 108, 60), district("02", 8, 2)], "rel_1");
    expect(bound(rows)).toEqual([
      ["district:01", 57, 60, 10, null],
      ["district:02", 0, 3, 3, null],
    ]);
    // Who read the earlier release knows the one, and by the town's total the other: hiding it now is too late.
    const { bounds } = boundHidden(tablesOf(rows, "rel_2"), [earlier], 10, solver);
    expect(bounds.map((b) => [b.cell.split("|")[0], b.lower, b.upper, b.told_by, b.exposed])).toEqual([
      ["district:01", 58, 58, null, true],
      ["district:02", 2, 2, "rel_1", false],
    ]);
  });

  it("takes nothing from a date that was corrected since", () => {
    const earlier = tablesOf([district("all", 150, 121), district("01", 100, 90)], "rel_1");
    const rows = [district("all", 150, 120), district("01", 100, null), district("02", 50, null)];
    const found = boundHidden(tablesOf(rows, "rel_2"), [earlier], 10, solver, { every: true });
    expect(found.outdated).toEqual([{ release: "rel_1", as_of: "2026-10-31" }]);
    expect(found.bounds.map((b) => [b.lower, b.upper])).toEqual([
      [70, 100],
      [20, 50],
    ]);
  });

  it("puts releases together that merge districts in other ways", () => {
    const merged = {
      ...tablesOf([district("all", 180, 140), district("m1", 130, 100), district("03", 50, 40)], "rel_1"),
      places: [
        { kind: "town" as const, code: "all", members: ["01", "02", "03"] },
        { kind: "district" as const, code: "m1", members: ["01", "02"] },
        { kind: "district" as const, code: "03", members: ["03"] },
      ],
    };
    const rows = [
      district("all", 180, 140),
      district("01", 80, null),
      district("02", 50, null),
      district("03", 50, null),
    ];
    const { bounds } = boundHidden(tablesOf(rows, "rel_2"), [merged], 10, solver, { every: true });
    expect(bounds.map((b) => [b.lower, b.upper, b.told_by])).toEqual([
      [50, 80, null],
      [20, 50, null],
      [40, 40, "rel_1"],
    ]);
  });

  it("gives up as little as it must of what a reader assumes", () => {
    // More cards than residents: told, and so the hidden part may be above its residents too.
    const { broken, bounds } = boundHidden(
      tablesOf([district("all", 150, 160), district("01", 100, null), district("02", 50, null)]),
      [],
      10,
      solver,
      { every: true },
    );
    expect(broken).toEqual([{ as_of: "2026-10-31", assumption: "residents" }]);
    expect(bounds.map((b) => [b.lower, b.upper])).toEqual([
      [85, 150],
      [10, 75],
    ]);
  });
});

const obeysAssumptions = ({ population, applications, issued, held }: Figure): boolean => {
  const counts = [population, applications, issued, held].filter((n) => n !== null);
  return counts.every((n, i) => i === 0 || n <= counts[i - 1]!);
};

const neverFalls = (figures: readonly Figure[]): boolean =>
  [...Map.groupBy(figures, (f) => `${f.district}|${f.age_band}|${f.sex}`).values()].every((series) =>
    // Where residents leave a total's parts may have less room together than the total by itself.
    (["population", "applications", "issued"] as const).every((measure) => {
      const counts = series
        .toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
        .flatMap((f) => (f[measure] === null ? [] : [f[measure]]));
      return counts.every((n, i) => i === 0 || n >= counts[i - 1]!);
    }),
  );

describe("a protected town", () => {
  it(
    "leaves every hidden value as wide as its policy asks, or as its own cell allows",
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(towns, (town) => {
          // A reader's assumptions hold: one whose assumptions are wrong works out what is not true.
          fc.pre(town.ledgers[0]!.every(obeysAssumptions) && neverFalls(town.ledgers[0]!));
          const [{ last }] = publishAll({ ...town, ledgers: town.ledgers.slice(0, 1) }, solver) as [
            ReturnType<typeof publishAll>[number],
          ];
          const tables = publishedTables("rel_1", last.tables);
          const { bounds } = boundHidden(tables, [], town.policy.smallestCount, solver, { every: true });
          for (const b of bounds) expect(b.upper - b.lower).toBeGreaterThanOrEqual(b.required);
        }),
        { numRuns: 100 },
      );
    },
  );

  it(
    "has bounds that agree with its proof over all its releases, whatever its figures break",
    { timeout: 600_000 },
    () => {
      let hidden = 0;
      fc.assert(
        fc.property(towns, (town) => {
          for (const { earlier, last } of publishAll(town, solver)) {
            const all = [...earlier, { tables: last.tables, figures: town.ledgers[earlier.length]! }];
            const found = boundsOf(all);
            hidden += found.bounds.length;
            expect(found.bounds.filter(isTooNarrow)).toEqual([]);
          }
        }),
        { numRuns: 1_000, seed: 173_843 },
      );
      expect(hidden).toBeGreaterThan(10_000);
    },
  );

  it("shows each value that a weaker protection gives away to the attack", { timeout: 600_000 }, () => {
    let caught = 0;
    fc.assert(
      fc.property(towns, (town) => {
        const figures = town.ledgers[0]!;
        const [{ last }] = publishAll({ ...town, ledgers: [figures] }, solver) as [
          ReturnType<typeof publishAll>[number],
        ];
        const primary = new Map<string, HiddenReason>(
          last.tables.pattern.filter((h) => h.reason !== "complementary").map((h) => [h.series, h.reason]),
        );
        const tables = publishUnder(town, figures, primary);
        if (recovered([tables], assumptionsOf(town, [figures])).length === 0) return;
        caught++;
        const said = boundsCertificate(boundsOf([{ tables, figures }]), town.policy.smallestCount);
        expect(said.narrow).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 173_843 },
    );
    expect(caught).toBeGreaterThan(20);
  });
});

/** The bounds of the newest of some releases, by whoever has their ledgers. */
function boundsOf(releases: readonly AuditedRelease[]) {
  const named = releases.map((release, i) => ({ ...release, id: `rel_${i}` }));
  const tables = named.map((r) => publishedTables(r.id, r.tables));
  return boundHidden(
    tables.at(-1)!,
    tables.slice(0, -1),
    releases.at(-1)!.tables.policy.smallestCount,
    solver,
    { truth: trueCounts(new Map(named.map((r) => [r.id, r.figures]))) },
  );
}

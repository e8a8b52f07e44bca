import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { DEFAULT_POLICY, type DisclosurePolicy } from "../../../data/disclosure/policy.js";
import { protectFigures } from "../../../data/disclosure/protect.js";
import type { AuditedRelease } from "../../../data/disclosure/audit/certificate.js";
import type { ProtectedTables } from "../../../data/disclosure/published.js";
import { nodeSolver } from "../../../scripts/disclosure/node-solver.js";
import { osakaFigures } from "../../../scripts/disclosure/sample-figures.js";

const solver = await nodeSolver();
const municipality = "173843";

const figure = (
  district: string,
  population: number,
  applications: number,
  rest: Partial<Figure> = {},
): Figure => ({
  municipality,
  as_of: "2026-01-31",
  district,
  age_band: "all",
  sex: "all",
  population,
  population_as_of: null,
  applications,
  issued: null,
  held: null,
  ...rest,
});

const district = (code: string, area: string | null = null) => ({
  municipality,
  code,
  name: code,
  kana: null,
  name_en: null,
  area,
  tile_x: null,
  tile_y: null,
});

function protect(figures: Figure[], policy: Partial<DisclosurePolicy> = {}, earlier: AuditedRelease[] = []) {
  const districts = [...new Set(figures.map((f) => f.district))].map((code) => district(code));
  return protectFigures({
    municipality,
    figures,
    districts,
    policy: { ...DEFAULT_POLICY, ...policy },
    earlier,
    solver,
  });
}

const applications = ({ rows }: ProtectedTables) =>
  Object.fromEntries(rows.map((row) => [`${row.place} ${row.as_of}`, row.applications]));

describe("zeros", () => {
  const others = [figure("B", 100, 50), figure("C", 100, 60), figure("D", 100, 40)];
  it("tells the 0 of a cell nobody lives in", () => {
    const { tables, hidden } = protect([figure("A", 0, 0), ...others]);
    expect(hidden).toBe(0);
    expect(applications(tables)["A 2026-01-31"]).toBe(0);
  });

  it("hides 0% and 100% of residents, unless the town publishes them", () => {
    for (const count of [0, 100]) {
      const figures = [figure("A", 100, count), ...others];
      expect(applications(protect(figures).tables)["A 2026-01-31"]).toEqual({ hidden: "uniform_group" });
      expect(protect(figures, { uniformGroups: "publish" }).hidden).toBe(0);
    }
  });

  it("tells counts well above the residents, and hides a small excess", () => {
    expect(protect([figure("A", 100, 130), ...others]).hidden).toBe(0);
    const { tables } = protect([figure("A", 100, 104), ...others]);
    expect(applications(tables)["A 2026-01-31"]).toEqual({ hidden: "small_complement" });
  });
});

describe("differences of measures", () => {
  it("hide issued cards where few wait for theirs, and what waits with them", () => {
    const measures = (waiting: number): Partial<Figure> => ({ issued: 50 - waiting, held: 20 });
    const { tables, certificate } = protect([
      figure("A", 100, 50, measures(4)),
      figure("B", 100, 50, measures(12)),
      figure("C", 100, 50, measures(15)),
    ]);
    const row = tables.rows.find((r) => r.place === "A")!;
    expect(row).toMatchObject({
      applications: 50,
      issued: { hidden: "small_difference" },
      held: 20,
      without_application: 50,
      not_yet_issued: { hidden: "small_difference" },
    });
    expect(certificate.passed).toBe(true);
    expect(tables.pattern.filter((h) => h.reason === "complementary")).toHaveLength(1);
  });
});

describe("releases one after another", () => {
  const first = [figure("A", 100, 4), figure("B", 100, 50), figure("C", 100, 60)];
  const released = protect(first);
  const earlier = [{ tables: released.tables, figures: first }];

  it("keep hidden what was hidden, though its figure was corrected", () => {
    const second = protect([figure("A", 100, 44), ...first.slice(1)], {}, earlier);
    expect(applications(second.tables)["A 2026-01-31"]).toEqual({ hidden: "earlier_release" });
    expect(second.hidden).toBe(released.hidden);
    expect(second.faults).toEqual([]);
  });

  it("list as known what an earlier release told and cannot be called back", () => {
    const later = first.map((f) => ({ ...f, as_of: "2026-02-28" }));
    const told = later.findLast((f) => !released.tables.pattern.some((h) => h.place === f.district))!;
    told.applications = 97;
    const { tables, certificate } = protect([...first, ...later], {}, earlier);
    expect(applications(tables)[`${told.district} 2026-02-28`]).toEqual({ hidden: "small_complement" });
    expect(certificate).toMatchObject({ passed: true, known: 1 });
  });

  it("are the same for the same input", () => {
    expect(protect(first)).toEqual(released);
  });
});

describe("what a policy combines", () => {
  it("sums merged districts and ages, names the merge, and gives what a date does not supply as absent", () => {
    const ages = ["0-4", "5-9", "10+"];
    const figures = ["A", "B", "C"].flatMap((code) =>
      ages.map((age_band) => figure(code, 100, 50, { age_band })),
    );
    const { tables } = protect([...figures, figure("all", 900, 400, { as_of: "2025-12-31" })], {
      ages: ["0-9", "10+"],
      merges: [{ code: "AB", name: "A・B", members: ["A", "B"] }],
    });
    expect(tables.places.filter((p) => p.kind === "district").map((p) => p.name)).toEqual(["A・B", "C"]);
    expect(tables.rows.find((r) => r.place === "AB")).toMatchObject({ population: 600, applications: 300 });
    expect(tables.rows.find((r) => r.age_band === "0-9")).toMatchObject({ population: 600 });
    expect(tables.rows.filter((r) => r.as_of === "2025-12-31")).toHaveLength(1);
  });

  it("refuses merges of unknown districts and ages with a gap", () => {
    const figures = [figure("A", 100, 50, { age_band: "0-9" }), figure("A", 100, 50, { age_band: "10+" })];
    expect(() => protect(figures, { merges: [{ code: "M", name: "M", members: ["A", "X"] }] })).toThrow(
      expect.objectContaining({ code: "invalid_policy" }),
    );
    expect(() => protect(figures, { ages: ["0-9", "11+"] })).toThrow(
      expect.objectContaining({ code: "invalid_policy" }),
    );
  });
});

const osaka = osakaFigures();
if (!osaka) console.warn("skipped: ../shared/data/osaka is not beside the project");

describe.runIf(osaka)("902 real areas in 12 wards", () => {
  it("lose few more than the primary rules hide, and pass", () => {
    const { series, primary, hidden, certificate } = protectFigures({
      ...osaka!,
      policy: DEFAULT_POLICY,
      earlier: [],
      solver,
    });
    expect({ series, primary }).toEqual({ series: 915, primary: 36 });
    expect(hidden).toBeLessThanOrEqual(41);
    expect(certificate).toMatchObject({ passed: true, known: 0, exposed: 0, smallestWidth: 10 });
  });
});

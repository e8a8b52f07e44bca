import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { auditRelease } from "../../../data/disclosure/audit/audit.js";
import { DEFAULT_POLICY } from "../../../data/disclosure/policy.js";
import { protectFigures } from "../../../data/disclosure/protect.js";
import type { HiddenReason, ProtectedTables } from "../../../data/disclosure/published.js";
import { nodeSolver } from "../../../scripts/disclosure/node-solver.js";
import { assumptionsOf, publishUnder, recovered } from "./publish.js";
import type { Town } from "./towns.js";

const solver = await nodeSolver();

/** Districts of one town with their residents and applications by date. */
function townOf(counts: Record<string, readonly (readonly [population: number, applications: number])[]>): {
  town: Town;
  figures: Figure[];
} {
  const figures = Object.entries(counts).flatMap(([district, dates]) =>
    dates.map(([population, applications], t): Figure => ({
      municipality: "173843",
      as_of: `2026-0${t + 1}-28`,
      district,
      age_band: "all",
      sex: "all",
      population,
      population_as_of: null,
      applications,
      issued: null,
      held: null,
    })),
  );
  const districts = Object.keys(counts).map((code) => ({
    municipality: "173843",
    code,
    name: code,
    kana: null,
    name_en: null,
    area: null,
    tile_x: null,
    tile_y: null,
  }));
  return { town: { districts, policy: DEFAULT_POLICY, ledgers: [figures] }, figures };
}

const hide = (...districts: string[]): Map<string, HiddenReason> =>
  new Map(districts.map((d) => [`district:${d}|all|all|applications`, "small_count"]));

const protect = ({ town, figures }: ReturnType<typeof townOf>) =>
  protectFigures({
    municipality: "173843",
    figures,
    districts: town.districts,
    policy: town.policy,
    earlier: [],
    solver,
  });

/** What both guards say of tables: the attack's finds, and whether the audit lets them pass. */
function judge(town: Town, releases: { tables: ProtectedTables; figures: Figure[] }[]) {
  const candidate = releases.at(-1)!;
  return {
    recovered: recovered(
      releases.map((r) => r.tables),
      assumptionsOf(
        town,
        releases.map((r) => r.figures),
      ),
    ).length,
    passed: auditRelease(solver, releases.slice(0, -1), candidate).certificate.passed,
  };
}

describe("a weakened protector is caught by audit and attack alike", () => {
  const small = townOf({ A: [[100, 4]], B: [[100, 50]], C: [[100, 60]] });

  it("without complementary suppression: one hidden district is the town less the others", () => {
    const tables = publishUnder(small.town, small.figures, hide("A"));
    expect(judge(small.town, [{ tables, figures: small.figures }])).toEqual({ recovered: 1, passed: false });
    const sound = protect(small);
    expect(sound.hidden).toBe(2);
    expect(judge(small.town, [{ tables: sound.tables, figures: small.figures }])).toEqual({
      recovered: 0,
      passed: true,
    });
  });

  it("with a complement too small to leave any doubt", () => {
    const two = townOf({ A: [[100, 4]], B: [[100, 50]], C: [[100, 3]] });
    const tables = publishUnder(two.town, two.figures, hide("A", "C"));
    expect(judge(two.town, [{ tables, figures: two.figures }])).toMatchObject({ passed: false });
    expect(judge(two.town, [{ tables, figures: two.figures }]).recovered).toBeGreaterThan(0);
  });

  it("without time coupling: dates that are told close in on the one that is hidden", () => {
    const rising = townOf({
      A: [
        [100, 88],
        [100, 92],
        [130, 95],
      ],
      B: [
        [200, 100],
        [200, 110],
        [200, 120],
      ],
    });
    const whole = publishUnder(rising.town, rising.figures, hide("A", "B"));
    const told = publishUnder(rising.town, rising.figures, new Map());
    const points = {
      ...told,
      pattern: whole.pattern,
      rows: told.rows.map((row, i) => (row.as_of === "2026-02-28" ? whole.rows[i]! : row)),
    };
    const verdict = judge(rising.town, [{ tables: points, figures: rising.figures }]);
    expect(verdict.passed).toBe(false);
    expect(verdict.recovered).toBeGreaterThan(0);
    expect(judge(rising.town, [{ tables: whole, figures: rising.figures }])).toEqual({
      recovered: 0,
      passed: true,
    });
  });

  it("without stickiness: another partner in the next release gives the first one away", () => {
    const first = publishUnder(small.town, small.figures, hide("A", "B"));
    const second = publishUnder(small.town, small.figures, hide("A", "C"));
    const releases = [first, second].map((tables) => ({ tables, figures: small.figures }));
    expect(judge(small.town, releases.slice(1))).toEqual({ recovered: 0, passed: true });
    expect(judge(small.town, releases)).toMatchObject({ passed: false });
    expect(judge(small.town, releases).recovered).toBeGreaterThan(0);
  });

  it("that tells what is left without an application", () => {
    const full = townOf({ A: [[100, 95]], B: [[100, 50]], C: [[100, 60]] });
    const tables = publishUnder(full.town, full.figures, new Map());
    expect(auditRelease(solver, [], { tables, figures: full.figures }).faults).toMatchObject([
      { kind: "small", series: "district:A|all|all|applications" },
    ]);
  });
});

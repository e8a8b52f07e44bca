import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditRelease } from "../../../data/disclosure/audit/audit.js";
import { nodeSolver } from "../../../scripts/disclosure/node-solver.js";
import { assumptionsOf, hiddenValues, publishAll, publishUnder, recovered } from "./publish.js";
import { towns } from "./towns.js";

const solver = await nodeSolver();
const SEED = 173_843;

describe("any town's releases, one after the other", { timeout: 600_000 }, () => {
  it("pass the audit, and the attack recovers nothing (1,000 towns)", () => {
    let hidden = 0;
    let exposed = 0;
    let series = 0;
    let told = 0;
    fc.assert(
      fc.property(towns, (town) => {
        const published = publishAll(town, solver);
        published.forEach(({ earlier, last }, r) => {
          expect(last.faults).toEqual([]);
          expect(last.certificate.passed).toBe(true);
          const tables = [...earlier.map((e) => e.tables), last.tables];
          expect(recovered(tables, assumptionsOf(town, town.ledgers.slice(0, r + 1)))).toEqual([]);
          hidden += hiddenValues(last.tables);
          exposed += last.certificate.exposed;
          series += last.series;
          told += last.series - last.hidden;
        });
      }),
      { numRuns: 1_000, seed: SEED },
    );
    // The towns are no empty exercise: much is hidden, much is told, and little is beyond repair.
    expect(hidden).toBeGreaterThan(10_000);
    expect(told / series).toBeGreaterThan(0.1);
    expect(exposed / hidden).toBeLessThan(0.02);
    console.log(
      `1,000 towns: ${hidden} hidden values, ${((100 * told) / series).toFixed(1)}% of series told, ${exposed} exposed`,
    );
  });

  it("hide at least what every weaker protection gives away: the audit sees all that the attack sees", () => {
    let caught = 0;
    fc.assert(
      fc.property(towns, (town) => {
        const [{ last }] = publishAll({ ...town, ledgers: town.ledgers.slice(0, 1) }, solver) as [
          ReturnType<typeof publishAll>[number],
        ];
        const figures = town.ledgers[0]!;
        const primary = new Map(
          last.tables.pattern.filter((h) => h.reason !== "complementary").map((h) => [h.series, h.reason]),
        );
        const tables = publishUnder(town, figures, primary);
        if (recovered([tables], assumptionsOf(town, [figures])).length === 0) return;
        caught++;
        expect(auditRelease(solver, [], { tables, figures }).certificate.passed).toBe(false);
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(caught).toBeGreaterThan(20);
  });
});

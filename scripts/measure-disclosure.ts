import { DEFAULT_POLICY, type DisclosurePolicy } from "../data/disclosure/policy.js";
import { auditRelease } from "../data/disclosure/audit/audit.js";
import { protectFigures } from "../data/disclosure/protect.js";
import { nodeSolver } from "./disclosure/node-solver.js";
import { osakaFigures, sampleFigures, type Material } from "./disclosure/sample-figures.js";

/** Prints what disclosure control hides and costs, on the sample and on Osaka's real small areas. */
const COMBINED = ["0-14", "15-29", "30-44", "45-59", "60-74", "75+"];
const solver = await nodeSolver();

/** Seconds of processor time, which a busy machine does not stretch as it does the clock's. */
const cpuSeconds = (): number => process.cpuUsage().user / 1_000_000;

function measure(name: string, material: Material, policy: DisclosurePolicy): void {
  const started = cpuSeconds();
  const done = protectFigures({ ...material, policy, earlier: [], solver });
  const protectedAt = cpuSeconds();
  auditRelease(solver, [], { tables: done.tables, figures: material.figures });
  const audited = cpuSeconds();
  const values = done.tables.rows.reduce(
    (sum, row) => sum + [row.applications, row.issued, row.held].filter((v) => v !== null).length,
    0,
  );
  const percent = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)}%`;
  const { certificate: c } = done;
  console.log(`${name}`);
  console.log(`  rows ${done.tables.rows.length}, series ${done.series}, values ${values}`);
  console.log(
    `  hidden series: by the primary rules ${done.primary} (${percent(done.primary, done.series)}), ` +
      `in the end ${done.hidden} (${percent(done.hidden, done.series)}); values ${c.hidden} (${percent(c.hidden, values)})`,
  );
  const reasons = Map.groupBy(done.tables.pattern, (h) => `${h.measure} ${h.reason}`);
  console.log(`  ${[...reasons].map(([reason, list]) => `${reason} ${list.length}`).join(", ")}`);
  console.log(
    `  passed ${c.passed} (${done.faults.length} faults), protected ${c.protected}, smallest width ${c.smallestWidth}, ` +
      `witnesses ${c.witnesses}, programs ${c.programs}, largest ${c.largestProgram} columns`,
  );
  console.log(
    `  CPU seconds: protect and audit ${(protectedAt - started).toFixed(1)}, audit alone ${(audited - protectedAt).toFixed(1)}`,
  );
}

console.log(`${solver.version}, Node ${process.version}`);
const only = process.argv[2];
const sample = sampleFigures();
const osaka = osakaFigures();
if (osaka && only !== "sample") measure("Osaka, 902 areas in 12 wards, held", osaka, DEFAULT_POLICY);
if (!osaka) console.log("skipped: ../shared/data/osaka is not beside the project");
if (only !== "osaka") {
  measure("Sample, six age bands", sample, { ...DEFAULT_POLICY, ages: COMBINED });
  measure("Sample, five-year age bands", sample, DEFAULT_POLICY);
}

import { DEFAULT_AGES } from "../../../data/contract/town-settings.js";
import { fileURLToPath } from "node:url";
import type { District } from "../../../data/contract/district.js";
import type { Figure } from "../../../data/contract/figure.js";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { outlineOf, type Outline } from "../../../data/disclosure/outline.js";
import { runNode } from "../../run-tool.js";
import { noiseUnder } from "../known-noise.js";
import { drawShape, makeTown } from "../made-up-town.js";
import { publish } from "../publish-again.js";
import { sampleFigures } from "../sample-figures.js";

const SELF = fileURLToPath(import.meta.url);
/** Half of what a Worker's isolate has. */
const OLD_SPACE_MB = 64;

/**
 * Drafts in a process that has 64 MB of old space: the sample's last 24 months, one after the other, and a town of 300
 * districts on 67 dates; protection and audit, without files and pictures.
 */
export async function memoryProof(say: (line: string) => void): Promise<boolean> {
  const { code, output } = await runNode([
    `--max-old-space-size=${OLD_SPACE_MB}`,
    "--expose-gc",
    "--import",
    "tsx",
    SELF,
  ]);
  say(output.trim());
  say(code === 0 ? `held in ${OLD_SPACE_MB} MB of old space` : `ended with code ${code}`);
  return code === 0;
}

function draftAll(): void {
  const sample = sampleFigures();
  const dates = [...new Set(sample.figures.map((f) => f.as_of))].sort().slice(-24);
  const earlier: Outline[] = [];
  const all: Memory[] = [];
  for (const last of dates) {
    const figures = sample.figures.filter((f) => f.as_of <= last);
    all.push(draft(figures, sample.districts, earlier));
  }
  const most = (name: keyof Memory): number => Math.max(...all.map((m) => m[name]));
  const said = (uncollected: number, held: number): string =>
    `heap and array buffers beyond the figures: ${held} MB held, ${uncollected} MB with what can be collected`;
  console.log(`sample, 24 drafts: ${said(most("uncollected"), most("held"))}`);
  const town = makeTown({
    ...drawShape(1, 67),
    districts: 300,
    areas: 6,
    ages: [],
    sexes: false,
    smallest: 150,
  });
  const { uncollected, held } = draft(town.figures, town.districts, []);
  console.log(`300 districts, 67 dates: ${said(uncollected, held)}`);
}

/** MB of heap and array buffers beyond the figures when a draft is made: with all that could be collected, and without. */
interface Memory {
  uncollected: number;
  held: number;
}

/** Makes a draft's tables and audits them. */
function draft(figures: readonly Figure[], districts: readonly District[], earlier: Outline[]): Memory {
  globalThis.gc?.();
  const before = memoryMb();
  const policy = figures[0]!.age_band === "all" ? {} : { ages: DEFAULT_AGES };
  const tables = publish({ figures, districts, noiseOf: noiseUnder("memory"), earlier, policy });
  const audit = auditRelease(tables, earlier);
  if (!audit.passed) throw new Error(`the audit failed: ${JSON.stringify(audit.faults.slice(0, 3))}`);
  earlier.push(outlineOf(tables));
  const uncollected = memoryMb() - before;
  globalThis.gc?.();
  const held = tables.rows.length > 0 ? memoryMb() - before : 0;
  return { uncollected: Math.round(uncollected), held: Math.round(held) };
}

const memoryMb = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
};

if (process.argv[1] === SELF) draftAll();

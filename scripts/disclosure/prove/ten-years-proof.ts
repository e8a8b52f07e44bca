import { DEFAULT_AGES } from "../../../data/contract/town-settings.js";
import type { District } from "../../../data/contract/district.js";
import type { Figure } from "../../../data/contract/figure.js";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { outlineOf, type Outline } from "../../../data/disclosure/outline.js";
import { noiseUnder } from "../known-noise.js";
import { continueTown, drawShape, makeTown } from "../made-up-town.js";
import { publish } from "../publish-again.js";
import { sampleFigures } from "../sample-figures.js";

/** Month after month of one town's publications. */
export interface YearsRecord {
  releases: number;
  faults: number;
  /** Releases that do not tell some district, by itself or with a neighbour. */
  untold: number;
  /** Seconds of CPU for protection and audit, the mean of the first and of the last twelve. */
  first: number;
  last: number;
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Publishes a town at each of its dates, every release beside all earlier ones. */
export function publishYears(
  figures: readonly Figure[],
  districts: readonly District[],
  key: string,
): YearsRecord {
  const dates = [...new Set(figures.map((f) => f.as_of))].sort();
  const noiseOf = noiseUnder(key);
  const earlier: Outline[] = [];
  const seconds: number[] = [];
  let [faults, untold] = [0, 0];
  for (const last of dates) {
    const known = figures.filter((f) => f.as_of <= last);
    const began = cpuSeconds();
    const tables = publish({ figures: known, districts, noiseOf, earlier, policy: { ages: agesFor(known) } });
    faults += auditRelease(tables, earlier).faults.length;
    seconds.push(cpuSeconds() - began);
    const told = tables.rows
      .filter((r) => r.kind === "district" && r.as_of === last)
      .flatMap((r) => tables.places.find((p) => p.kind === "district" && p.code === r.place)!.members);
    const living = new Set(known.filter((f) => f.as_of === last).map((f) => f.district));
    if (told.length !== living.size) untold += 1;
    earlier.push(outlineOf(tables));
  }
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  return {
    releases: dates.length,
    faults,
    untold,
    first: mean(seconds.slice(0, 12)),
    last: mean(seconds.slice(-12)),
  };
}

const agesFor = (figures: readonly Figure[]): readonly string[] | null =>
  ["0-4", "0-14"].some((band) => figures.some((f) => f.age_band === band)) &&
  !figures.some((f) => f.age_band === "15-64")
    ? DEFAULT_AGES
    : null;

/** Prints what ten years of monthly publications of thirty towns and the sample come to. */
export function tenYearsProof(say: (line: string) => void, { quick }: { quick: boolean }): boolean {
  const [towns, months] = quick ? [3, 24] : [30, 120];
  let holds = true;
  const tell = (name: string, record: YearsRecord): void => {
    holds &&= record.faults === 0 && record.untold === 0;
    say(
      `${name}: ${record.releases} releases, ${record.faults} faults, ${record.untold} without some district; CPU ` +
        `${record.first.toFixed(3)} s each in the first year, ${record.last.toFixed(3)} s in the last`,
    );
  };
  const { figures, districts } = sampleFigures();
  tell(
    "sample",
    publishYears(
      quick ? figures.filter((f) => f.as_of > "2025") : continueTown(figures, months),
      districts,
      "sample",
    ),
  );
  for (let seed = 1; seed <= towns; seed++) {
    // A town whose districts are too small for any cell is told whole; its years prove nothing.
    const town = makeTown({ ...drawShape(seed, months), smallest: 150 });
    tell(
      `town ${seed}, ${town.districts.length} districts`,
      publishYears(town.figures, town.districts, `town ${seed}`),
    );
  }
  return holds;
}

import type { Figure } from "../../../data/contract/figure.js";
import { outlineOf, type Outline } from "../../../data/disclosure/outline.js";
import type { PublicTables } from "../../../data/disclosure/published.js";
import { seededRandom } from "../../sample/random.js";
import { attackPair } from "../attack/pairs.js";
import type { AttackedSeries } from "../attack/read-series.js";
import { attackTables, describeRecord, newRecord, type AttackRecord } from "../attack/run-attack.js";
import { attackCuts, attackSaturated, attackWithKnowledge } from "../attack/saturated.js";
import { wilson } from "../attack/coins.js";
import { noiseUnder } from "../known-noise.js";
import { drawShape, makeTown } from "../made-up-town.js";
import { publish, type Publication } from "../publish-again.js";
import { osakaFigures, sampleFigures } from "../sample-figures.js";
import { twinTowns } from "../twin-towns.js";

const AGES = ["0-14", "15-29", "30-44", "45-59", "60-74", "75+"];

/** The true count that a series prints on its newest date. */
export function truthOf(
  figures: readonly Figure[],
  tables: PublicTables,
  { name, measure, dates }: AttackedSeries,
): number {
  const [kind, place, band, sex] = name.split("|") as [string, string, string, string];
  const { members } = tables.places.find((p) => p.kind === kind && p.code === place)!;
  const [from, to] = band === "all" ? [0, Infinity] : limits(band);
  return figures
    .filter((f) => {
      const own = f.age_band === "all" ? [0, Infinity] : limits(f.age_band);
      return (
        f.as_of === dates.at(-1) &&
        members.includes(f.district) &&
        (sex === "all" || f.sex === sex) &&
        own[0]! >= from! &&
        own[1]! <= to!
      );
    })
    .reduce((sum, f) => sum + f[measure]!, 0);
}

function limits(band: string): [number, number] {
  const [from, to] = band.split(/[-+]/);
  return [Number(from), band.endsWith("+") ? Infinity : Number(to)];
}

function attackOne(publication: Omit<Publication, "noiseOf">, key: string, record: AttackRecord): void {
  const tables = publish({ ...publication, noiseOf: noiseUnder(key) });
  attackTables(tables, (series) => truthOf(publication.figures, tables, series), record);
}

/** Random towns: some of their history as up to twelve releases with other cuts, the newest of which is attacked. */
export function attackTowns(towns: number, record: AttackRecord, firstSeed = 1): void {
  for (let seed = firstSeed; seed < firstSeed + towns; seed++) {
    const random = seededRandom(seed);
    const twins = seed % 3 === 0 ? twinTowns(seed) : null;
    const noiseOf = noiseUnder(`town ${seed}`);
    const earlier: Outline[] = [];
    if (twins) {
      const life = twins[0];
      for (const state of life.states) {
        const tables = publish({ ...state, noiseOf: life.noiseOf, earlier });
        attackTables(tables, (series) => truthByLine(state.figures, tables, series), record);
        earlier.push(outlineOf(tables));
      }
      continue;
    }
    const town = makeTown(drawShape(seed, 12));
    const dates = [...new Set(town.figures.map((f) => f.as_of))].sort();
    for (const last of dates.filter(() => random() < 0.3).concat(dates.at(-1)!)) {
      const figures = town.figures.filter((f) => f.as_of <= last);
      const tables = publish({ figures, districts: town.districts, noiseOf, earlier });
      attackTables(tables, (series) => truthOf(figures, tables, series), record);
      earlier.push(outlineOf(tables));
    }
  }
}

/** Codes that went by stand in their line on older dates; on the newest all codes are lines. */
const truthByLine = (figures: readonly Figure[], tables: PublicTables, series: AttackedSeries): number =>
  truthOf(
    figures.map((f) => ({ ...f, district: lineNow(f, tables) })),
    tables,
    series,
  );

function lineNow(f: Figure, { successions }: PublicTables): string {
  let line = f.district;
  for (const { on, from, to } of successions) {
    if (on > f.as_of && from.includes(line)) line = to.length === 1 ? to[0]! : `${line}~${on}`;
  }
  return line;
}

/** Pairs of districts that make up a town's exact total, over years of months. */
export function attackPairs(
  pairs: number,
  months: number,
): { pairs: number; fewest: number; greatest: number; mean: number } {
  let [fewest, greatest, sum, told] = [Infinity, 0, 0, 0];
  for (let seed = 1; seed <= pairs; seed++) {
    const town = makeTown({
      ...drawShape(seed, months),
      districts: 2,
      areas: 0,
      ages: [],
      sexes: false,
      smallest: 300,
    });
    const { rows } = publish({ ...town, noiseOf: noiseUnder(`pair ${seed}`) });
    const of = (kind: string, place: string) =>
      rows.filter((r) => r.kind === kind && r.place === place).map((r) => r.issued!);
    const [first, second] = [of("district", "01"), of("district", "02")];
    // Two that are too small by themselves are the town: there is no pair.
    if (first.length === 0) continue;
    told += 1;
    const found = attackPair({
      leaves: [42, 42],
      prints: first.map((p, t) => [p, second[t]!]),
      totals: of("town", "all"),
    });
    fewest = Math.min(fewest, found.possible);
    greatest = Math.max(greatest, found.probability);
    sum += found.probability;
  }
  return { pairs: told, fewest, greatest, mean: sum / told };
}

/** Prints what attacks on the sample, on Osaka and on random towns come to. @returns whether every bound held. */
export function attackProof(say: (line: string) => void, { quick }: { quick: boolean }): boolean {
  const held: boolean[] = [];
  const tried = (name: string, attack: (record: AttackRecord) => void): void => {
    const record = newRecord();
    attack(record);
    say(describeRecord(name, record));
    held.push(record.greatestRatio <= 1 + 1e-9 && record.greatestAtEdge <= 0.55);
  };
  const sample = sampleFigures();
  tried("sample", (r) => attackOne({ ...sample, policy: { ages: AGES } }, "sample", r));
  const osaka = osakaFigures();
  if (osaka) tried("Osaka", (r) => attackOne(osaka, "osaka", r));
  else say("skipped: ../shared/data/osaka is not beside the project");
  tried("random towns", (r) => attackTowns(quick ? 12 : 250, r));
  const pairs = attackPairs(quick ? 5 : 200, 120);
  say(
    `${pairs.pairs} pairs of an exact total, 120 months: at least ${pairs.fewest} possible values, likeliest at most ` +
      `${pairs.greatest.toFixed(3)}, on average ${pairs.mean.toFixed(3)}`,
  );
  held.push(pairs.fewest >= 10);
  const cuts = attackCuts(quick ? 5_000 : 200_000);
  const [low, high] = wilson(cuts.right, cuts.of);
  say(
    `same people, noisy count known exactly: best guess right ${((100 * cuts.right) / cuts.of).toFixed(2)}% of ${cuts.of} ` +
      `(95%: ${(100 * low).toFixed(2)} to ${(100 * high).toFixed(2)}%)`,
  );
  held.push(low <= 0.12);
  const saturated = attackSaturated(quick ? 5 : 200);
  say(`nobody or everybody of 50 to 210 holds a card: any value at most ${saturated.toFixed(3)}`);
  held.push(saturated <= 0.2);
  for (const step of attackWithKnowledge([0, 1, 3, 6, 12, 24], quick ? 50 : 2000)) {
    say(
      `one district known to the person, ${step.months} months later: best guess ${(100 * step.probability).toFixed(1)}%, ` +
        `right ${(100 * step.right).toFixed(1)}%`,
    );
  }
  return held.every(Boolean);
}

import { DEFAULT_AGES } from "../../../data/contract/town-settings.js";
import type { PublicRow } from "../../../data/disclosure/published.js";
import { noiseUnder } from "../known-noise.js";
import { publish } from "../publish-again.js";
import { sampleFigures } from "../sample-figures.js";
import { truthOf } from "./attack-proof.js";

/** What readers can still see: errors of rates, the order of districts. Over many keys, on the sample's newest date. */
export function useProof(say: (line: string) => void, { quick }: { quick: boolean }): boolean {
  const keys = quick ? 10 : 1000;
  const sample = sampleFigures();
  const last = sample.figures.reduce((a, f) => (f.as_of > a ? f.as_of : a), "");
  const figures = sample.figures.filter((f) => f.as_of === last);
  const truth = new Map<string, number>();
  const errors = new Map<string, { residents: number[]; errors: number[] }>();
  let [correlation, kept, told, all] = [0, 0, 0, 0];
  for (let key = 0; key < keys; key++) {
    const tables = publish({
      ...sample,
      figures,
      policy: { ages: DEFAULT_AGES },
      noiseOf: noiseUnder(`use ${key}`),
    });
    const exactly = (row: PublicRow): number => {
      const name = `${row.kind}|${row.place}|${row.age_band}|${row.sex}`;
      if (!truth.has(name)) {
        const series = { leaves: 0, prints: [], caps: [], most: 0, grows: false };
        truth.set(name, truthOf(figures, tables, { name, measure: "held", dates: [last], series }));
      }
      return truth.get(name)!;
    };
    for (const row of tables.rows.filter((r) => r.margin > 0)) {
      const size = sizeOf(row.population);
      const group = errors.get(size) ?? { residents: [], errors: [] };
      group.residents.push(row.population);
      group.errors.push((100 * Math.abs(row.held! - exactly(row))) / row.population);
      errors.set(size, group);
    }
    const districts = tables.rows.filter((r) => r.kind === "district");
    const truly = districts.map((r) => exactly(r) / r.population);
    const printed = districts.map((r) => r.held! / r.population);
    correlation += spearman(truly, printed) / keys;
    kept += overlap(lowest(truly, 5), lowest(printed, 5)) / 5 / keys;
    told = districts.length;
    all = new Set(figures.map((f) => f.district)).size;
  }
  for (const [size, group] of [...errors].sort(
    ([a], [b]) => Number(a.split(" ")[0]) - Number(b.split(" ")[0]),
  )) {
    const sorted = group.errors.toSorted((a, b) => a - b);
    const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
    const residents = group.residents.reduce((a, b) => a + b, 0) / group.residents.length;
    say(
      `cells of ${size} residents (${Math.round(residents)} on average): error of a rate ${mean.toFixed(2)} points, ` +
        `95% within ${sorted[Math.floor(sorted.length * 0.95)]!.toFixed(2)}`,
    );
  }
  say(
    `districts by holding rate: rank correlation ${correlation.toFixed(3)}, of the lowest five kept ` +
      `${(100 * kept).toFixed(0)}%; ${told} of ${all} districts told`,
  );
  return told > 0;
}

const SIZES = [100, 250, 500, 1000, 2000, 5000, 20_000];
const sizeOf = (residents: number): string => {
  const i = SIZES.findLastIndex((size) => size <= residents);
  return `${SIZES[i] ?? 0} to ${SIZES[i + 1] ?? "more"}`;
};

const lowest = (rates: readonly number[], n: number): number[] =>
  rates
    .map((rate, i) => ({ rate, i }))
    .sort((a, b) => a.rate - b.rate)
    .slice(0, n)
    .map(({ i }) => i);

const overlap = (a: readonly number[], b: readonly number[]): number => a.filter((i) => b.includes(i)).length;

/** Rank correlation; equal rates share their mean rank. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length - 1) / 2;
  const product = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, v, i) => sum + (v - mean) * (q[i]! - mean), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

const ranks = (values: readonly number[]): number[] =>
  values.map((v) => values.filter((w) => w < v).length + (values.filter((w) => w === v).length - 1) / 2);

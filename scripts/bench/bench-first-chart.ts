import type { Browser } from "playwright-core";
import { measureFirstChart, type Conditions, type FirstChart } from "./measure-first-chart.js";

const CONDITIONS: Conditions = { megabitsPerSecond: 10, latencyMs: 40, cpuSlowdown: 4 };
const RUNS = 5;

/** A page comes with its charts at whatever address it is asked for. */
const VARIANTS = {
  "as it is linked": "/progress",
  "an earlier date": "/progress?date=2024-03-31&utm=1",
} as const;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** First chart of 進捗 at its own address and at one that nobody has asked for lately; runs take turns. */
export async function benchFirstChart(browser: Browser, url: string): Promise<string> {
  const names = Object.keys(VARIANTS) as (keyof typeof VARIANTS)[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as FirstChart[]]));
  for (let run = 0; run < RUNS; run++) {
    for (const name of names)
      runs[name]!.push(await measureFirstChart(browser, url + VARIANTS[name], CONDITIONS));
  }
  const { megabitsPerSecond, latencyMs, cpuSlowdown } = CONDITIONS;
  const ms = names.map((name) => median(runs[name]!.map((r) => r.ms)));
  return [
    `first chart of /progress at ${megabitsPerSecond} Mbit/s, ${latencyMs} ms, ${cpuSlowdown}× CPU, median of ${RUNS}`,
    ...names.map((name, i) => {
      const bytes = median(runs[name]!.map((r) => r.bytes));
      const all = runs[name]!.map((r) => Math.round(r.ms)).join(", ");
      return `  ${name.padEnd(24)} ${Math.round(ms[i]!)} ms, ${(bytes / 1024).toFixed(1)} KB until then  (${all})`;
    }),
    `  ratio                    ${(ms[1]! / ms[0]!).toFixed(1)}`,
  ].join("\n");
}

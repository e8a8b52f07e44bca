import type { Browser } from "playwright-core";
import { measureFirstChart, type Conditions, type FirstChart } from "./measure-first-chart.js";

/** A phone on a slow line: what the residents' page has to be good on. */
const CONDITIONS: Conditions = { megabitsPerSecond: 1.6, latencyMs: 150, cpuSlowdown: 4 };
const PHONE = { width: 390, height: 844 };
const RUNS = 5;
const LANGUAGES = ["ja", "easy", "en"] as const;

/** What the page is held to: a second until numbers and first chart, 60 KB over the line. */
const AIM = { ms: 1000, kilobytes: 60 };

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/**
 * Time until the residents' page shows its numbers and first chart, and its bytes, in three languages; runs take
 * turns. The numbers stand above the chart in the same document: they are there no later than it is.
 */
export async function benchResidents(browser: Browser, url: string): Promise<string> {
  const runs = new Map(LANGUAGES.map((language) => [language, [] as FirstChart[]]));
  for (let run = 0; run < RUNS; run++) {
    for (const [language, found] of runs) {
      found.push(await measureFirstChart(browser, `${url}/?lang=${language}`, CONDITIONS, PHONE));
    }
  }
  const { megabitsPerSecond, latencyMs, cpuSlowdown } = CONDITIONS;
  return [
    `residents' page on a phone at ${megabitsPerSecond} Mbit/s, ${latencyMs} ms, ${cpuSlowdown}× CPU, median of ${RUNS} (aim: ${AIM.ms} ms, ${AIM.kilobytes} KB)`,
    ...[...runs].map(([language, found]) => {
      const all = found.map((r) => Math.round(r.ms)).join(", ");
      const kilobytes = median(found.map((r) => r.bytes)) / 1024;
      return `  ${language.padEnd(24)} ${Math.round(median(found.map((r) => r.ms)))} ms, ${kilobytes.toFixed(1)} KB  (${all})`;
    }),
  ].join("\n");
}

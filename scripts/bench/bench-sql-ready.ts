import type { Browser } from "playwright-core";
import { barePage } from "./bare-page.js";
import type { Conditions } from "./measure-first-chart.js";
import { openSlowLine, type SlowLine } from "./slow-line.js";

const CONDITIONS: Conditions = { megabitsPerSecond: 10, latencyMs: 40, cpuSlowdown: 4 };
const RUNS = 9;
/** Of the engine, for which the others wait. */
const ENGINES_OWN = /\/(?:engine-worker|duckdb-browser|duckdb-eh)[^/]*$/;
const AIM = { ratio: 1.15, requests: 15 };
const PAGES = { 進捗: "/progress", 比較: "/comparison", ノート: "/notebook" } as const;
const TIMEOUT_MS = 120_000;

/** Runs in the page: when SQL has answered, by the status that the product shows or the bare page's title. */
const WHEN_READY = `new Promise((resolve) => {
  const look = () => {
    const said = document.querySelector("#engine [role=status]")?.textContent ?? document.title;
    if (/^(準備ができました|ready)$/.test(said)) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

interface FirstVisit {
  ms: number;
  paths: string[];
  bytes: number;
}

/** Opens an address with an empty cache and measures until SQL answers. */
async function visitUntilReady(browser: Browser, line: SlowLine, path: string): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.addInitScript(`globalThis.ready = ${WHEN_READY}`);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CONDITIONS.cpuSlowdown });
    line.taken();
    await page.goto(line.url + path, { waitUntil: "commit" });
    const ms = await page.evaluate<number>("globalThis.ready");
    return { ms, ...line.taken() };
  } finally {
    await context.close();
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Until SQL answers on 進捗, against a page of the engine alone in turns; then what three first visits ask for. */
export async function benchSqlReady(browser: Browser, url: string): Promise<string> {
  const line = await openSlowLine(url, CONDITIONS, await barePage());
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      bare.push((await visitUntilReady(browser, line, "/bare")).ms);
      ours.push((await visitUntilReady(browser, line, PAGES.進捗)).ms);
    }
    const list = (ms: readonly number[]): string =>
      `${Math.round(median(ms))} ms  (${ms.map(Math.round).join(", ")})`;
    const { megabitsPerSecond, latencyMs, cpuSlowdown } = CONDITIONS;
    const lines = [
      `SQL answers on /progress at ${megabitsPerSecond} Mbit/s, ${latencyMs} ms, ${cpuSlowdown}× CPU, median of ${RUNS}`,
      `  the page                 ${list(ours)}`,
      `  the engine alone         ${list(bare)}`,
      `  ratio                    ${(median(ours) / median(bare)).toFixed(2)} (aim: ${AIM.ratio}); of pairs ${median(ours.map((ms, i) => ms / bare[i]!)).toFixed(2)}`,
      `requests and bytes of a first visit until SQL answers (aim: ${AIM.requests} requests beside the engine's)`,
    ];
    for (const [name, path] of Object.entries(PAGES)) {
      const { paths, bytes } = await visitUntilReady(browser, line, path);
      const engine = paths.filter((p) => ENGINES_OWN.test(p)).length;
      lines.push(
        `  ${path.padEnd(24)} ${paths.length - engine} requests and ${engine} of the engine, ${(bytes / 1e6).toFixed(2)} MB  (${name})`,
      );
    }
    return lines.join("\n");
  } finally {
    line.close();
  }
}

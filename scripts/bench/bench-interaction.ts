import type { Browser, Page } from "playwright-core";
import { SAMPLE_MUNICIPALITY } from "../sample/town-plan.js";
import { MANY_TOWNS } from "./many-towns.js";
import { heapBytes, measureRedraws, measureSecondPage, prepareMeasuring } from "./measure-redraws.js";

const CHANGES = 40;
const HEAP_CHANGES = 200;
const LEDGERS = [
  { name: "sample", code: SAMPLE_MUNICIPALITY, aim: 100 },
  { name: "19 towns", code: MANY_TOWNS, aim: 250 },
] as const;

/** Pages and the controls whose change draws them anew. */
const CONTROLS = [
  { page: "progress", key: "date" },
  { page: "outlook", key: "date" },
  { page: "districts", key: "date" },
  { page: "districts", key: "measure" },
  { page: "district", key: "date" },
  { page: "ages", key: "date" },
  { page: "pickup", key: "date" },
  { page: "pickup", key: "district" },
] as const;
/** This page is made of the ministry's tables, not of a town's ledger. */
const COMPARISON = { page: "comparison", key: "date" } as const;

/** The page with the most marks is where something would be left behind. */
const HEAP = { page: "districts", key: "date" };

const selectOf = (key: string): string => `main .controls select[data-key="${key}"]`;

const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.ceil(numbers.length * share) - 1)]!;

/**
 * What a planner waits for: a change of a control until the page is drawn, a second page of the visit until DuckDB
 * answers, and whether the heap grows.
 * @param size rows of the larger ledger, and how many of the ministry's tables are imported.
 */
export async function benchInteraction(
  browser: Browser,
  url: string,
  token: string,
  { rows, tables }: { rows: number; tables: number },
): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.request.post(`${url}/api/v1/session`, { data: { token }, headers: { origin: url } });
    await prepareMeasuring(context);
    const page = await context.newPage();
    const lines: string[] = [];
    for (const ledger of LEDGERS) {
      const size = ledger.code === MANY_TOWNS ? `, ${rows.toLocaleString("en")} rows` : "";
      lines.push(`changes of a control, ${ledger.name}${size} (aim: p95 ${ledger.aim} ms), ${CHANGES} each`);
      for (const control of CONTROLS) lines.push(await redraws(page, url, ledger.code, control));
    }
    lines.push(
      tables > 0
        ? `beside ${tables} tables of the ministry`
        : "skipped: comparison, as ../shared/data/mic is not beside the project",
      ...(tables > 0 ? [await redraws(page, url, SAMPLE_MUNICIPALITY, COMPARISON)] : []),
    );
    lines.push(await heapGrowth(page, url), await secondPage(page, url));
    return lines.join("\n");
  } finally {
    await context.close();
  }
}

async function redraws(
  page: Page,
  url: string,
  code: string,
  { page: name, key }: { page: string; key: string },
): Promise<string> {
  await open(page, `${url}/${name}?m=${code}`);
  const times = await measureRedraws(page, selectOf(key), CHANGES);
  const ms = (share: number) => `${Math.round(quantile(times, share))} ms`;
  return `  ${`${name} ${key}`.padEnd(24)} median ${ms(0.5)}, p95 ${ms(0.95)}`;
}

const ready = (page: Page) =>
  page.waitForSelector("#engine.engine-done", { state: "attached", timeout: 60_000 });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
}

async function heapGrowth(page: Page, url: string): Promise<string> {
  const { page: name, key } = HEAP;
  await open(page, `${url}/${name}?m=${SAMPLE_MUNICIPALITY}`);
  // The first changes fill caches of the engine and of Plot once.
  await measureRedraws(page, selectOf(key), 20);
  const before = await heapBytes(page);
  await measureRedraws(page, selectOf(key), HEAP_CHANGES);
  const after = await heapBytes(page);
  const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  return `heap after ${HEAP_CHANGES} changes of ${name}: ${mb(before)} MB before, ${mb(after)} MB after`;
}

/** From a press on a link to the answer of the next page's first query, in the visit's own engine. */
async function secondPage(page: Page, url: string): Promise<string> {
  await open(page, `${url}/progress?m=${SAMPLE_MUNICIPALITY}`);
  const times: number[] = [];
  for (const name of ["districts", "progress", "districts", "progress", "districts", "progress"]) {
    times.push(await measureSecondPage(page, name));
  }
  const all = times.map((t) => Math.round(t)).join(", ");
  return `a second page of the visit until DuckDB has answered (aim: 1000 ms): median ${Math.round(quantile(times, 0.5))} ms  (${all})`;
}

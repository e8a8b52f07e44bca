import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";

/** Brings what measures into every page of the context. */
export const prepareMeasuring = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(readFileSync(new URL("in-page.js", import.meta.url), "utf8"));

const call = (name: string, ...values: (string | number)[]): string =>
  `globalThis.${name}(${values.map((value) => JSON.stringify(value)).join()})`;

/** Changes a select `changes` times. @returns milliseconds until each change was drawn. */
export const measureRedraws = (page: Page, selector: string, changes: number): Promise<number[]> =>
  page.evaluate<number[]>(call("measureRedraws", selector, changes));

/** Opens another notebook of the same visit. @returns milliseconds until DuckDB has answered there. */
export const measureSecondPage = (page: Page, name: string): Promise<number> =>
  page.evaluate<number>(call("measureSecondPage", name));

/** Bytes of the page's heap after its garbage has been collected. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
  await session.detach();
  return usedSize;
}

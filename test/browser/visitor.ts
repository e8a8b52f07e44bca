import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { findBrowser } from "../../scripts/browser/find-browser.js";
import { launchBrowser } from "../../scripts/browser/launch-browser.js";

export const product = inject("product");

export const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

/**
 * The browser of all files that one process runs. DuckDB is compiled once, plainly: what it is asked here is over
 * before a better compilation would pay.
 */
export const browser: Browser = await launchBrowser(findBrowser()!, ["--js-flags=--liftoff-only"]);

/**
 * Brotli first: the local runtime, unlike the edge, packs anew what is not in the encoding that stands first, DuckDB's
 * 34 MB with each visit.
 */
export const ENCODINGS = { "accept-encoding": "br, gzip" };

export interface VisitOptions {
  signedIn?: boolean;
  javaScript?: boolean;
  size?: keyof typeof WIDTHS;
}

/** A fresh visitor: own cookies and cache. */
export async function visitor(options: VisitOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: WIDTHS[options.size ?? "desktop"],
    javaScriptEnabled: options.javaScript ?? true,
    baseURL: product.url,
    extraHTTPHeaders: ENCODINGS,
  });
  context.setDefaultTimeout(20_000);
  if (options.signedIn) {
    const [name = "", value = ""] = product.session.split("=");
    await context.addCookies([{ name, value, url: product.url, httpOnly: true, sameSite: "Lax" }]);
  }
  return context;
}

/** What a page did that it must not: requests to elsewhere, errors, violations of the policy. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== product.url && !["data:", "blob:"].includes(protocol))
      faults.push(`left the origin: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  return faults;
}

/** Resolves when DuckDB has taken the page over and its figures are shown; a page that says it cannot fails at once. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector("#engine.engine-done, #engine.engine-failed", {
    state: "attached",
    timeout: 60_000,
  });
  const failure = await page.locator("#engine.engine-failed").allInnerTexts();
  if (failure.length > 0) throw new Error(`DuckDB did not take over: ${failure.join()}`);
  await page.waitForSelector("main:not([data-figures=coming])");
}

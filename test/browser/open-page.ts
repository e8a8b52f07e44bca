import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch, untilReady, visitor, watch, type VisitOptions } from "./visitor.js";

/** A page that is open, what it did that it must not, and its end. */
export interface OpenPage {
  page: Page;
  faults: string[];
  close: () => Promise<void>;
}

/**
 * One browser for the tests of a file, and what opens its pages: each for a fresh visitor, signed in unless said
 * otherwise, once DuckDB has taken over where scripts run.
 * @param there a selector that the page has only when it is wholly there.
 */
export function pagesOfOneBrowser(there?: string): {
  browser: () => Browser;
  open: (path: string, options?: VisitOptions) => Promise<OpenPage>;
} {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  return {
    browser: () => browser,
    open: async (path, options = {}) => {
      const context = await visitor(browser, { signedIn: true, ...options });
      const page = await context.newPage();
      const faults = watch(page);
      await page.goto(path);
      if (options.javaScript !== false) {
        await untilReady(page);
        if (there) await page.waitForSelector(there);
      }
      return { page, faults, close: () => context.close() };
    },
  };
}

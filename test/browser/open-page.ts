import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch, untilReady, visitor, watch, WIDTHS, type VisitOptions } from "./visitor.js";

/** A page that is open, what it did that it must not, and its end. */
export interface OpenPage {
  page: Page;
  context: BrowserContext;
  faults: string[];
  close: () => Promise<void>;
}

/**
 * Takes a page that is alive to another address as one of its links would: the document and the engine stay, the page
 * is a new one. Resolves when it is wholly there.
 */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    document.querySelector("main")!.dataset.left = "";
    const link = Object.assign(document.createElement("a"), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForSelector("main:not([data-left])", { state: "attached" });
  await page.waitForSelector("html:not(.is-leaving)", { state: "attached" });
  await untilReady(page);
}

/**
 * Pages of one browser for the tests of a file, one after the other. A visitor who is done makes room for the next of
 * the same kind, who finds an engine that runs; tests about a first visit or about what a browser remembers take a
 * visitor of their own.
 */
export function openPages(
  browser: () => Browser,
): (path: string, options?: VisitOptions) => Promise<OpenPage> {
  const free = new Map<string, OpenPage>();
  const fresh = async (options: VisitOptions): Promise<OpenPage> => {
    const context = await visitor(browser(), options);
    const page = await context.newPage();
    return { page, context, faults: watch(page), close: () => context.close() };
  };
  return async (path, options = {}) => {
    if (options.javaScript === false) {
      const still = await fresh(options);
      await still.page.goto(path);
      return still;
    }
    const kind = `signed in: ${options.signedIn ?? false}`;
    const used = free.get(kind);
    // A test that fails leaves its page to nobody.
    free.delete(kind);
    const open = used ?? (await fresh(options));
    open.faults.length = 0;
    if (used) {
      await open.page.setViewportSize(WIDTHS[options.size ?? "desktop"]);
      await open.page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
      await follow(open.page, path);
    } else {
      await open.page.goto(path);
      await untilReady(open.page);
    }
    return { ...open, close: async () => void free.set(kind, open) };
  };
}

/**
 * One browser for the tests of a file, and what opens its pages, signed in unless said otherwise, once DuckDB has
 * taken over where scripts run.
 * @param there a selector that the page has only when it is wholly there.
 */
export function pagesOfOneBrowser(there?: string): {
  browser: () => Browser;
  open: ReturnType<typeof openPages>;
} {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  const open = openPages(() => browser);
  return {
    browser: () => browser,
    open: async (path, options = {}) => {
      const opened = await open(path, { signedIn: true, ...options });
      if (there && options.javaScript !== false) await opened.page.waitForSelector(there);
      return opened;
    },
  };
}

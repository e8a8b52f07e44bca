import type { BrowserContext, Page } from "playwright-core";
import { untilReady, visitor, watch, WIDTHS, type VisitOptions } from "./visitor.js";

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

/** Pages of visitors who are done, by what kind of visitor they were of. */
const free = new Map<string, OpenPage>();

async function fresh(options: VisitOptions): Promise<OpenPage> {
  const context = await visitor(options);
  const page = await context.newPage();
  return { page, context, faults: watch(page), close: () => context.close() };
}

/**
 * Opens a page, once DuckDB has taken over where scripts run. A visitor who is done makes room for the next of the same
 * kind, also in another file, who finds an engine that runs; tests about a first visit or about what a browser
 * remembers take a visitor of their own.
 */
export async function openPage(path: string, options: VisitOptions = {}): Promise<OpenPage> {
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
}

/**
 * Opens pages for somebody who is signed in unless said otherwise.
 * @param there a selector that the page has only when it is wholly there.
 */
export const pagesOfVisitors = (there?: string): { open: typeof openPage } => ({
  open: async (path, options = {}) => {
    const opened = await openPage(path, { signedIn: true, ...options });
    if (there && options.javaScript !== false) await opened.page.waitForSelector(there);
    return opened;
  },
});

import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openPage } from "../open-page.js";
import { untilReady, watch, type VisitOptions } from "../visitor.js";

/** The notebook as a visitor has it before them. */
export interface NotebookVisit {
  page: Page;
  context: BrowserContext;
  faults: string[];
  /** Every address the page has asked for. */
  requests: string[];
  /** Writes a question into a cell (from 1) in place of what is there. */
  write(cell: number, sql: string): Promise<void>;
  /** Writes it, runs it by keyboard and waits for its answer. @returns the table's cells, thousands unmarked. */
  ask(cell: number, sql: string): Promise<string[]>;
  /** Waits until the cell is at rest. */
  rest(cell: number): Promise<void>;
  error(cell: number): Promise<string>;
  close(): Promise<void>;
}

/** A notebook in a browser that remembers nothing; its engine may be that of a visit that is over. */
export async function openNotebook(
  path = "/notebook",
  options: VisitOptions = { signedIn: true },
): Promise<NotebookVisit> {
  const { page, context, faults, close } = await openPage(path, options);
  return notebookOn({ page, context, faults, requests: watchRequests(page) }, async () => {
    await page.evaluate(() => localStorage.clear());
    await close();
  });
}

/**
 * One notebook for the tests of a `describe`, which write their cell anew each: in any order.
 */
export function sharedNotebook(): () => NotebookVisit {
  let visit: NotebookVisit;
  beforeAll(async () => {
    visit = await openNotebook();
  });
  afterAll(() => visit.close());
  return () => visit;
}

export const cellTexts = ({ page }: NotebookVisit): Promise<string[]> =>
  page.locator(".sql-cell .cm-content").allInnerTexts();

export const cellAt = ({ page }: NotebookVisit, number: number): Locator =>
  page.locator(".sql-cell").nth(number - 1);

/** A new page of a visitor: another document, with an engine of its own. */
export async function visitNotebook(context: BrowserContext, path: string): Promise<NotebookVisit> {
  const page = await context.newPage();
  const [faults, requests] = [watch(page), watchRequests(page)];
  await page.goto(path);
  await untilReady(page);
  return notebookOn({ page, context, faults, requests }, () => context.close());
}

function watchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  return requests;
}

async function notebookOn(
  seen: Pick<NotebookVisit, "page" | "context" | "faults" | "requests">,
  close: () => Promise<void>,
): Promise<NotebookVisit> {
  const { page } = seen;
  await page.waitForSelector(".sql-cell .cm-content");
  const at = (cell: number) => page.locator(".sql-cell").nth(cell - 1);
  const visit: NotebookVisit = {
    ...seen,
    write: async (cell, sql) => {
      await at(cell).locator(".cm-content").focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(sql);
      await page.keyboard.press("Escape");
    },
    ask: async (cell, sql) => {
      await visit.write(cell, sql);
      await page.keyboard.press("ControlOrMeta+Enter");
      await visit.rest(cell);
      const cells = await at(cell).locator(".rows tbody td").allInnerTexts();
      return cells.map((text) => text.replaceAll(",", ""));
    },
    rest: async (cell) => {
      await at(cell).locator("[data-do=stop]").waitFor({ state: "hidden", timeout: 60_000 });
      await at(cell).locator(".sql-result:not([aria-busy])").waitFor({ state: "attached" });
    },
    error: (cell) => at(cell).locator(".sql-error").innerText(),
    close,
  };
  await visit.rest(1);
  return visit;
}

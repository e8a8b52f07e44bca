import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { untilReady, visitor, watch, type VisitOptions } from "../visitor.js";

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

export async function openNotebook(
  browser: Browser,
  path = "/notebook",
  options: VisitOptions = { signedIn: true },
): Promise<NotebookVisit> {
  const context = await visitor(browser, options);
  return visitNotebook(context, path);
}

/**
 * One notebook for the tests of a `describe`, which write their cell anew each: in any order.
 * @param browser asked for when the tests begin.
 */
export function sharedNotebook(browser: () => Browser): () => NotebookVisit {
  let visit: NotebookVisit;
  beforeAll(async () => {
    visit = await openNotebook(browser());
  });
  afterAll(() => visit.close());
  return () => visit;
}

export const cellTexts = ({ page }: NotebookVisit): Promise<string[]> =>
  page.locator(".sql-cell .cm-content").allInnerTexts();

export const cellAt = ({ page }: NotebookVisit, number: number): Locator =>
  page.locator(".sql-cell").nth(number - 1);

/** Another page of a visitor who is there already. */
export async function visitNotebook(context: BrowserContext, path: string): Promise<NotebookVisit> {
  const page = await context.newPage();
  const faults = watch(page);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(path);
  await untilReady(page);
  await page.waitForSelector(".sql-cell .cm-content");
  const at = (cell: number) => page.locator(".sql-cell").nth(cell - 1);
  const visit: NotebookVisit = {
    page,
    context,
    faults,
    requests,
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
    close: () => context.close(),
  };
  await visit.rest(1);
  return visit;
}

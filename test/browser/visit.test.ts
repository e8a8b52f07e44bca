import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { untilReady, visitor, watch } from "./visitor.js";

let context: BrowserContext;
let page: Page;
let faults: string[];
let engines: string[];
let documents: number;
beforeEach(async () => {
  context = await visitor({ signedIn: true });
  page = await context.newPage();
  faults = watch(page);
  [engines, documents] = [[], 0];
  page.on("request", (request) => (documents += request.isNavigationRequest() ? 1 : 0));
  page.on("worker", (worker) => engines.push(worker.url()));
});
afterEach(() => context.close());

/** Presses a link of the navigation and waits for its page, with what only DuckDB's rows can fill. */
async function press(name: string): Promise<void> {
  await page.locator(".site-nav a", { hasText: name }).click();
  await page.waitForFunction(
    (title) => document.title.startsWith(title) && document.querySelector("main")!.dataset.figures === "here",
    name,
  );
}

/** The document itself, by a mark that a new one would not have. */
const mark = () => page.evaluate(() => document.documentElement.setAttribute("data-mark", "first"));
const isMarked = () => page.evaluate(() => document.documentElement.getAttribute("data-mark") === "first");

const chosen = (key: string): Promise<string> => page.locator(`main select[data-key="${key}"]`).inputValue();

describe("a visit of several notebooks", () => {
  it("keeps the document and one engine, and is a new page to everybody else", async () => {
    await page.goto("/progress");
    await untilReady(page);
    await mark();
    await press("地区");
    expect(await isMarked()).toBe(true);
    expect(new URL(page.url()).pathname).toBe("/districts");
    expect(await page.title()).toBe("地区 | 行き渡り");
    expect(await page.locator(".site-nav [aria-current=page]").allInnerTexts()).toEqual(["地区"]);
    expect(await page.locator("main h1").count()).toBe(1);
    // Whoever cannot see is told where they are.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "地区 | 行き渡り",
    );
    expect(await page.locator("#engine").isHidden()).toBe(true);
    await press("進捗");
    expect(await page.locator(".card svg").count()).toBeGreaterThan(0);
    expect(engines).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it("shows on a phone which page is open", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/notebook");
    await page.waitForSelector(".site-nav [aria-current=page]");
    const box = (await page.locator(".site-nav [aria-current=page]").boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.goto("/progress");
    await page.waitForSelector(".site-nav [aria-current=page]");
    expect(await page.evaluate(() => document.querySelector(".site-nav ul")!.scrollLeft)).toBe(0);
  });

  it("goes back and forward with the state of each page", async () => {
    await page.goto("/districts?date=2024-03-31&sort=rate");
    await untilReady(page);
    await page.waitForSelector("main .controls select");
    await press("進捗");
    await page.goBack();
    await page.waitForSelector('main select[data-key="sort"]');
    expect(await chosen("date")).toBe("2024-03-31");
    expect(await chosen("sort")).toBe("rate");
    await page.goForward();
    await page.waitForFunction(() => document.title.startsWith("進捗"));
    expect(engines).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it("answers only the page that is open, however fast one leaves", async () => {
    await page.goto("/progress");
    // Before the engine is there, and faster than any answer.
    for (const name of ["地区", "進捗", "地区"]) {
      await page.locator(".site-nav a", { hasText: name }).click();
    }
    await page.waitForSelector('main select[data-key="measure"]');
    await untilReady(page);
    expect(await page.title()).toBe("地区 | 行き渡り");
    expect(await page.locator("[data-slot^=progress]").count()).toBe(0);
    // A press that comes before the page listens is the browser's own.
    expect(engines.length).toBeLessThanOrEqual(documents);
    expect(faults).toEqual([]);
  });

  it("lets a press with a key, another page and a lost session be the browser's own", async () => {
    await page.goto("/progress");
    await untilReady(page);
    await mark();
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.locator(".site-nav a", { hasText: "地区" }).click({ modifiers: ["Control"] }),
    ]);
    await tab.close();
    expect(await isMarked()).toBe(true);
    await page.locator(".site-nav a", { hasText: "アップロード" }).click();
    await page.waitForURL("**/uploads**");
    expect(await isMarked()).toBe(false);
  });

  it("shows the public figures, by a new engine, once the session has ended", async () => {
    await page.goto("/progress");
    await untilReady(page);
    await context.clearCookies();
    await press("地区");
    expect(await page.locator(".badge-public").count()).toBe(1);
    expect(engines).toHaveLength(2);
    expect(faults).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { cellAt, cellTexts, openNotebook, visitNotebook } from "./notebook-visit.js";
import { untilReady, visitor } from "../visitor.js";

describe("a link", () => {
  it("carries cells and charts, and answers at once where it is opened", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.ask(1, "SELECT * FROM (VALUES ('甲', 3), ('乙', 5)) t(名前, 値)");
    await page.click("[data-shows=chart]");
    await page.click(".chart-labels summary");
    await page.fill('[data-field="title"]', "乙がいちばん多い");
    await page.click("[data-do=add]");
    await visit.ask(2, "SELECT 値 * 2 AS 倍 FROM cell1 ORDER BY 1");
    await page.waitForFunction(() => location.hash.startsWith("#n=") && !location.search.includes("sql"));
    await page.waitForTimeout(600);
    const address = page.url();
    expect(address.length).toBeLessThan(600);
    await visit.close();

    const other = await visitNotebook(await visitor(), address);
    expect(await cellTexts(other)).toHaveLength(2);
    await other.page.getByRole("heading", { name: "乙がいちばん多い" }).waitFor();
    await cellAt(other, 2).locator(".rows tbody td").first().waitFor();
    expect(await cellAt(other, 2).locator(".rows tbody td").allInnerTexts()).toEqual(["6", "10"]);
    expect(other.faults).toEqual([]);
    // What is asked stays in the browser: no request holds it.
    expect(other.requests.filter((url) => url.includes("n="))).toEqual([]);
    await other.close();
  });

  it("of one question works, from the page where such links once led as well", async () => {
    for (const path of ["/notebook", "/data"]) {
      const visit = await openNotebook(`${path}?sql=${encodeURIComponent("SELECT 41 + 1 AS answer")}`);
      expect(new URL(visit.page.url()).pathname).toBe("/notebook");
      expect(await cellTexts(visit)).toEqual(["SELECT 41 + 1 AS answer"]);
      expect(await visit.page.locator(".rows tbody td").allInnerTexts()).toEqual(["42"]);
      await visit.close();
    }
  });

  it("on a card opens its query", async () => {
    const context = await visitor({ signedIn: true });
    const page = await context.newPage();
    await page.goto("/progress");
    await untilReady(page);
    await page.locator("a", { hasText: "ノートで開く" }).first().click();
    await page.waitForSelector(".sql-cell .rows tbody td");
    expect(new URL(page.url()).pathname).toBe("/notebook");
    await context.close();
  });

  it("that was cut is said to be, and the page begins with what was there", async () => {
    const visit = await visitNotebook(await visitor({ signedIn: true }), "/notebook#n=abcd");
    expect(await visit.page.locator(".notebook-news").innerText()).toContain(
      "リンクのノートを読めませんでした",
    );
    await visit.close();
  });

  it("is not made where it would be too long; the notebook stays in this browser", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    // Text that cannot be packed.
    const noise = Array.from({ length: 3000 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join("");
    await visit.ask(1, `SELECT '${noise}' AS x`);
    await page.locator(".notebook-news", { hasText: "リンクにするには長すぎます" }).waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await page.reload();
    await untilReady(page);
    await page.waitForSelector(".sql-cell .cm-content");
    expect((await cellTexts(visit))[0]).toContain(noise.slice(0, 100));
    await visit.close();
  });
});

describe("this browser's memory", () => {
  it("keeps the draft, sets it aside for a link and brings it back", async () => {
    const visit = await openNotebook();
    await visit.ask(1, "SELECT 'mine' AS whose");
    await visit.page.waitForFunction(() => location.hash.startsWith("#n="));
    const again = await visitNotebook(visit.context, "/notebook");
    expect(await cellTexts(again)).toEqual(["SELECT 'mine' AS whose"]);
    expect(await again.page.locator(".notebook-news").innerText()).toContain("前に書いたノート");
    const linked = await visitNotebook(
      visit.context,
      `/notebook?sql=${encodeURIComponent("SELECT 'theirs'")}`,
    );
    expect(await cellTexts(linked)).toEqual(["SELECT 'theirs'"]);
    await linked.page.getByText("前に書いていたノートに戻す").click();
    expect(await cellTexts(linked)).toEqual(["SELECT 'mine' AS whose"]);
    await visit.close();
  });

  it("lists what was asked, gives it back with one press, is cleared and switched off", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.ask(1, "SELECT 'first' AS q");
    await visit.ask(1, "SELECT 'second' AS q");
    await page.getByText("これまでの問い").click();
    const past = page.locator("[data-past]");
    expect(await past.first().innerText()).toContain("'second'");
    await past.nth(1).click();
    expect(await cellTexts(visit)).toEqual(["SELECT 'second' AS q", "SELECT 'first' AS q"]);
    await page.click("[data-do=clear-history]");
    expect(await past.count()).toBe(0);
    await page.uncheck("#history-on");
    await visit.ask(1, "SELECT 'third' AS q");
    expect(await past.count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(
      'q\\",\\"at',
    );
    await visit.close();
  });

  it("is not needed: a browser without storage has a notebook all the same", async () => {
    const context = await visitor({ signedIn: true });
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    const visit = await visitNotebook(context, "/notebook");
    expect(await visit.ask(1, "SELECT 3 AS x")).toEqual(["3"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

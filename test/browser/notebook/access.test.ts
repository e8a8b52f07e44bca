import { describe, expect, it } from "vitest";
import { violationsInBothSchemes } from "../axe.js";
import { cellAt, openNotebook } from "./notebook-visit.js";

describe("a whole visit by keyboard", () => {
  it("writes, runs, reads, draws, adds and deletes without a pointer", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement!;
        return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
      });
    const tabTo = async (name: string) => {
      for (let i = 0; i < 60; i++) {
        if ((await focused()) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} was not reached`);
    };
    await tabTo("セル1のSQL");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("SELECT * FROM (VALUES ('甲', 1), ('乙', 2)) t(名, 数)");
    await page.keyboard.press("Shift+Enter");
    // On to the next cell, which there was not.
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "セル2のSQL");
    await visit.rest(1);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await cellAt(visit, 1).locator("[data-shows=chart]").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".chart-place svg.chart");
    await tabTo("削除:セル2");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("元に戻す");
    expect(await page.locator(".sql-cell").count()).toBe(1);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe("WCAG 2.2 A and AA", () => {
  it.each(["desktop", "phone"] as const)("hold while the notebook is at work: %s", async (size) => {
    const visit = await openNotebook("/notebook", { signedIn: true, size });
    const { page } = visit;
    await visit.ask(
      1,
      "SELECT as_of, sex, sum(issued)::INT AS n -- 枚数\nFROM figures WHERE sex <> 'all' GROUP BY ALL",
    );
    await page.click("[data-shows=chart]");
    await page.click(".chart-labels summary");
    await page.getByText("これまでの問い").click();
    await page.locator(".one-table summary").first().click();
    await page.click("[data-do=add]");
    await visit.ask(2, "SELECT nothing FROM figures");
    await page.click("[data-do=add]");
    await visit.ask(3, "SELECT * FROM figures");
    await page.click("[data-do=add]");
    await cellAt(visit, 4).locator("[data-do=remove]").click();
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await cellAt(visit, 3).locator(".cm-content").focus();
    await page.keyboard.type(" WHERE popul", { delay: 30 });
    await page.waitForSelector(".cm-tooltip-autocomplete");
    expect(await violationsInBothSchemes(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      size === "phone" ? 390 : 1280,
    );
    await visit.close();
  });
});

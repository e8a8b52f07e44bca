import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { product, untilReady } from "./visitor.js";

const { open } = pagesOfVisitors("[data-slot=pickup-controls] select");

const columnOf = async (page: Page, slot: string, column: number): Promise<number[]> => {
  const cells = await page
    .locator(`[data-slot="${slot}"] .card-table tbody tr :nth-child(${column})`)
    .allTextContents();
  return cells.map((text) => Number(text.replaceAll(",", "")));
};

describe("受取", () => {
  it("answers in its first screen, before any script", async () => {
    const { page, close } = await open("/pickup", { javaScript: false });
    expect(await page.locator("main h1").innerText()).toMatch(
      /受け取り待ちは多くて105人、.*か月分。窓口が追い上げている/,
    );
    const chart = page.locator('[data-slot="pickup-waiting"] .chart-wide svg');
    expect((await chart.boundingBox())!.y).toBeLessThan(800);
    await close();
  });

  it("adds the districts up to the town", async () => {
    const { page, faults, close } = await open("/pickup");
    const waiting = await columnOf(page, "pickup-districts", 2);
    // 17,310 applications, 17,205 cards issued.
    expect(waiting.reduce((sum, n) => sum + n, 0)).toBe(105);
    expect(faults).toEqual([]);
    await close();
  });

  it("keeps date, district and horizon in the address, and takes them from it", async () => {
    const { page, close } = await open("/pickup");
    await page.selectOption('[data-key="date"]', "2022-12-31");
    await page.locator('[data-slot="pickup-lead"] .eyebrow', { hasText: "2022年12月末" }).waitFor();
    await page.selectOption('[data-key="district"]', { label: "高浜" });
    await page.locator('[data-slot="pickup-lead"] .eyebrow', { hasText: "高浜" }).waitFor();
    await page.selectOption('[data-key="horizon"]', "60");
    await page.waitForFunction(
      () => document.querySelectorAll('[data-slot="pickup-renewals"] .card-table tbody tr').length === 60,
    );
    expect(new URL(page.url()).search).toBe("?date=2022-12-31&district=01&horizon=60");
    const lead = await page.locator("main h1").innerText();
    await page.reload();
    await untilReady(page);
    await page.waitForSelector("[data-slot=pickup-controls] select");
    expect(await page.locator("main h1").innerText()).toBe(lead);
    // A default needs no place in the address.
    await page.selectOption('[data-key="district"]', "");
    await page.waitForFunction(() => !location.search.includes("district"));
    await close();
  });

  it("lets nobody choose a district who reads a release, and shows the town's numbers", async () => {
    const { page, faults, close } = await open("/pickup?district=01", { signedIn: false });
    expect(await page.locator('[data-key="district"]').count()).toBe(0);
    expect(await page.locator("main h1").innerText()).toContain("受け取り待ちは多くて105人");
    expect(faults).toEqual([]);
    await close();
  });

  it.runIf(product.osaka)("says what is missing for a city that supplies cards held alone", async () => {
    const { page, faults, close } = await open("/pickup?m=271004");
    expect(await page.locator("main h1").innerText()).toContain("申請件数と交付枚数がない");
    expect(await page.locator("main .card:not(:empty)").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("does not scroll sideways on a phone", async () => {
    const { page, close } = await open("/pickup", { size: "phone" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await close();
  });
});

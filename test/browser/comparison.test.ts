import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { startSampleProduct, watchUploads, type OwnProduct } from "./upload-visit.js";

const { open } = pagesOfVisitors();

const heading = (page: Page, text: string) => page.locator("main h1", { hasText: text }).waitFor();

describe("比較 without imported tables", () => {
  let own: OwnProduct;
  beforeAll(async () => {
    own = await startSampleProduct();
  });
  afterAll(() => own.stop());

  it("compares with the series that come along, and says how to import", async () => {
    const context = await own.visitor({ role: null });
    const page = await context.newPage();
    const faults = watchUploads(page, own.url);
    await page.goto("/comparison");
    await page.waitForSelector('[data-slot="comparison-published"] .card-actions button');
    expect(await page.locator("main").innerText()).toContain("npm run import-mic");
    expect(await page.locator('[data-slot="comparison-published"] h2').innerText()).toContain("68.5%");
    expect(await page.locator("#town-search:visible").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("比較", () => {
  it("answers in its first screen, before any script, at both doors", async () => {
    for (const signedIn of [true, false]) {
      const { page, close } = await open("/comparison", { javaScript: false, signedIn });
      expect((await page.locator("main h1").innerText()).replaceAll("\n", "")).toBe(
        "志賀町の交付枚数率は46.4%。石川県4市区町村で2位、全国5で2位",
      );
      const chart = page.locator('[data-slot="comparison-distribution"] .chart-wide svg');
      expect((await chart.boundingBox())!.y).toBeLessThan(800);
      await close();
    }
  });

  it("looks at any municipality, found by keyboard, and keeps it in the address", async () => {
    const { page, faults, close } = await open("/comparison");
    const box = page.getByRole("combobox", { name: "市区町村を見る" });
    await box.waitFor();
    await page.waitForFunction(
      () => (document.querySelector("#town-search") as HTMLInputElement).value !== "",
    );
    await box.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("石川県");
    const options = page.locator("#town-list").getByRole("option");
    expect(await options.allInnerTexts()).toHaveLength(4);
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    expect(await options.nth(0).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const marked = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${marked}`).innerText()).toContain("羽咋市");
    await page.keyboard.press("Enter");
    await heading(page, "羽咋市の交付枚数率は42.6%");
    expect(new URL(page.url()).search).toBe("?town=172073");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    expect(await box.inputValue()).toBe("石川県 羽咋市");
    await page.reload();
    await heading(page, "羽咋市");
    await page.getByRole("button", { name: "志賀町に戻す" }).click();
    await heading(page, "志賀町の");
    expect(new URL(page.url()).search).toBe("");
    expect(faults).toEqual([]);
    await close();
  });

  it("closes the list with Escape and gives the name back; a name that nobody has finds nothing", async () => {
    const { page, close } = await open("/comparison");
    const box = page.getByRole("combobox", { name: "市区町村を見る" });
    await page.waitForFunction(
      () => (document.querySelector("#town-search") as HTMLInputElement).value !== "",
    );
    await box.fill("どこにもない町");
    expect(await page.locator("#town-found").innerText()).toBe("見つかりません");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await box.fill("羽咋");
    expect(await page.locator("#town-list").getByRole("option").allInnerTexts()).toHaveLength(1);
    await page.keyboard.press("Escape");
    expect(await page.locator("#town-list").isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    expect(await box.inputValue()).toBe("石川県 志賀町");
    await close();
  });

  it("follows the published date, in the address", async () => {
    const { page, close } = await open("/comparison");
    await page.selectOption('[data-slot=comparison-controls] [data-key="date"]', "2022-06-01");
    await heading(page, "44.0%");
    expect(new URL(page.url()).search).toBe("?date=2022-06-01");
    await close();
  });

  it("serves a town without data of its own", async () => {
    const { page, faults, close } = await open("/comparison?m=172073", { signedIn: false });
    await heading(page, "羽咋市の交付枚数率は42.6%");
    expect(faults).toEqual([]);
    await close();
  });

  it("leaves 進捗 its published series", async () => {
    const { page, close } = await open("/progress");
    await page.waitForSelector('[data-slot="progress-comparison"] .card-actions button');
    expect(await page.locator('[data-slot="progress-comparison"] h2').textContent()).toContain(
      "2022年12月末の交付枚数率は68.5%で、石川県58.4%・全国57.1%を上回る",
    );
    await close();
  });

  it("does not scroll sideways on a phone", async () => {
    const { page, close } = await open("/comparison", { size: "phone" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await close();
  });
});

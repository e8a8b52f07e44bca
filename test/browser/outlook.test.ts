import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { product, untilReady, visitor } from "./visitor.js";

const { open } = pagesOfVisitors("[data-slot=outlook-controls] select");

const address = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);
const lead = (page: Page) => page.locator('[data-slot="outlook-lead"]');

describe("見通し", () => {
  it("answers on the first screen, before any script too", async () => {
    const context = await visitor({ signedIn: true, javaScript: false });
    const page = await context.newPage();
    await page.goto("/outlook");
    const texts = [await lead(page).innerText(), await page.locator(".tiles-outlook").innerText()];
    expect(texts[0]).toMatch(/今のペースなら/);
    expect(texts[1]).toMatch(/90%[^]*95%[^]*100%\(全住民\)/);
    for (const place of [".tiles-outlook", '[data-slot="outlook-fan"] svg >> visible=true']) {
      const box = (await page.locator(place).first().boundingBox())!;
      expect(box.y).toBeLessThan(700);
    }
    await context.close();
  });

  it("takes a plan by keyboard into the address, and gives it back", async () => {
    const { page, faults, close } = await open("/outlook?measure=issued&date=2022-06-30");
    const usual = await lead(page).innerText();
    await page.focus('[data-slot=outlook-plan] input[type="range"]');
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    expect(address(page, "pace")).toBe("1.5");
    // The slider is still the one that is held.
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("range");
    expect(await page.inputValue("#field-pace")).toBe("1.5");
    await page.focus("#field-extra");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("200");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("24");
    await page.keyboard.press("Tab");
    expect([address(page, "extra"), address(page, "months")]).toEqual(["200", "24"]);
    expect(await lead(page).innerText()).toContain("ペース1.5倍・月200人を24か月なら");
    expect(await page.locator("[data-finding]").innerText()).toContain("ペース1.5倍");

    const planned = await lead(page).innerText();
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await untilReady(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("#field-extra")?.value === "200",
    );
    expect(await lead(page).innerText()).toBe(planned);

    await page.getByText("今のままに戻す").click();
    expect([address(page, "pace"), address(page, "extra"), address(page, "months")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await lead(page).innerText()).toBe(usual);
    expect(faults).toEqual([]);
    await close();
  });

  it("takes what is out of range or no number for what it can", async () => {
    const { page, faults, close } = await open(
      "/outlook?pace=99&extra=x&months=-3&date=1999-01-01&measure=no",
    );
    expect(await page.inputValue("#field-pace")).toBe("3");
    expect(await page.inputValue("#field-extra")).toBe("0");
    expect(await page.inputValue("#field-months")).toBe("1");
    expect(await page.inputValue('[data-key="date"]')).toBe("2026-10-31");
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|undefined|Infinity/);
    expect(faults).toEqual([]);
    await close();
  });

  it("looks back from an earlier date, with what came beside it", async () => {
    const { page, faults, close } = await open("/outlook?measure=issued");
    await page.selectOption('[data-slot=outlook-controls] [data-key="date"]', "2022-08-31");
    expect(address(page, "date")).toBe("2022-08-31");
    await page.locator(".eyebrow", { hasText: "2022年8月末の時点で見た見通し" }).waitFor();
    await page.locator('[data-slot="outlook-fan"] .card-table summary').click();
    // 13,135 cards had been issued on 2022-12-31.
    const row = page.locator('[data-slot="outlook-fan"] tr', { hasText: "2022年12月末" });
    expect(await row.innerText()).toContain("13,135");
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    expect(faults).toEqual([]);
    await close();
  });

  it("stands at the public door and on a phone, without a sideways scroll", async () => {
    const { page, faults, close } = await open("/outlook", { size: "phone", signedIn: false });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await lead(page).innerText()).toMatch(/今のペースなら/);
    expect(faults).toEqual([]);
    await close();
  });

  it.skipIf(!product.osaka)("says how many dates are needed where there is one (../shared)", async () => {
    const { page, faults, close } = await open("/outlook?m=271004");
    expect(await lead(page).innerText()).toContain("基準日が2つ以上必要です(今は1つ)");
    expect(await page.locator('[data-slot="outlook-fan"]').innerText()).toBe("");
    expect(await page.locator("[data-slot=outlook-plan]").isVisible()).toBe(false);
    expect(await page.locator('[data-slot="outlook-backtest"]').innerText()).toContain("1,741市区町村");
    expect(faults).toEqual([]);
    await close();
  });
});

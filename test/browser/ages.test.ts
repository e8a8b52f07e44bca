import { describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { product } from "./visitor.js";

const { open } = pagesOfVisitors();

describe("年齢", () => {
  it("answers in its first screen, before any script", async () => {
    const { page, close } = await open("/ages", { javaScript: false });
    expect(await page.locator("main h1").innerText()).toMatch(/^持っていない人の\d+%は\d+歳以上/);
    const chart = page.locator('[data-slot="ages-gap"] .chart-wide svg');
    expect((await chart.boundingBox())!.y).toBeLessThan(800);
    await close();
  });

  it("adds up to the town: by age, and with the districts of the heat map", async () => {
    const { page, faults, close } = await open("/ages?show=people");
    await page.locator('[data-key="show"]').waitFor();
    const numbers = (texts: string[]) => texts.map((t) => Number(t.replaceAll(",", "")));
    const gap = page.locator('[data-slot="ages-gap"] .card-table tbody tr td:nth-child(4)');
    const heat = page.locator('[data-slot="ages-heat"] .card-table tbody td');
    const total = (texts: string[]) => numbers(texts).reduce((sum, n) => sum + n, 0);
    const byAge = total(await gap.allTextContents());
    expect(byAge).toBe(total(await heat.allTextContents()));
    // 17,500 residents, 14,740 cards held.
    expect(byAge).toBe(2760);
    expect(faults).toEqual([]);
    await close();
  });

  it("follows date, measure, sex and what the heat map shows, by keyboard, in the address", async () => {
    const { page, faults, close } = await open("/ages");
    await page.selectOption('[data-key="show"]', "people");
    await page.locator('[data-slot="ages-heat"] h2', { hasText: "いちばん多い" }).waitFor();
    await page.selectOption('[data-key="sex"]', "female");
    await page.locator("main h1", { hasText: "女性の" }).waitFor();
    await page.focus('[data-key="date"]');
    await page.keyboard.press("ArrowDown");
    await page.locator(".eyebrow", { hasText: "2026年9月末現在" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("date");
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      show: "people",
      sex: "female",
      date: "2026-09-30",
    });
    const cell = page.locator('[data-slot="ages-heat"] .chart-wide [data-district="09"]').first();
    await cell.focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).searchParams.get("district")).toBe("09");
    expect(await page.locator('[data-slot="ages-heat"] .chart-wide .is-selected').count()).toBe(19);
    expect(faults).toEqual([]);
    await close();
  });

  it("tells a visitor the town's ages as they are published, and why districts are not by age", async () => {
    const { page, faults, close } = await open("/ages", { signedIn: false });
    await page.locator('[data-key="date"]').waitFor();
    const rows = page.locator('[data-slot="ages-gap"] .card-table tbody tr');
    // The publications' six bands of life.
    expect(await rows.count()).toBe(6);
    expect(await page.locator('[data-slot="ages-heat"]').innerText()).toContain("公表していない");
    expect(await page.locator('[data-key="show"]').count()).toBe(0);
    // On every date the ages are rough and the whole exact.
    expect(await page.locator("main").innerText()).toContain("10枚単位のおよその数です");
    await page.selectOption('[data-key="date"]', "2021-04-01");
    await page.locator(".eyebrow", { hasText: "2021年4月" }).waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|undefined/);
    expect(faults).toEqual([]);
    await close();
  });

  it.runIf(product.osaka)("says that a city's file has no ages, with ways on", async () => {
    const { page, faults, close } = await open("/ages?m=271004", { size: "phone" });
    await page.locator("main h1", { hasText: "年齢に分かれていません" }).waitFor();
    await page.getByRole("link", { name: "地区ごとの数字を見る" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(faults).toEqual([]);
    await close();
  });
});

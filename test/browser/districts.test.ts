import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { product } from "./visitor.js";

const { open } = pagesOfVisitors();

const inAddress = (page: Page, key: string): string | null => new URL(page.url()).searchParams.get(key);

describe("地区: what may be noise", () => {
  it("names the districts that chance does not explain, in the lead, the funnel and the table alike", async () => {
    const { page, faults, close } = await open("/districts");
    await page.locator('[data-key="age"]').waitFor();
    const lead = await page.locator("main h1").innerText();
    const behind = Number(/(\d+)地区の遅れは偶然では説明できません/.exec(lead)?.[1]);
    expect(behind).toBeGreaterThan(0);
    const rows = page.locator("#district-table tr", { hasText: "遅れている" });
    expect(await rows.count()).toBe(behind);
    const legend = page.locator('[data-slot="districts-funnel"] .verdict-behind');
    expect(await legend.innerText()).toContain(`${behind}地区`);
    expect(faults).toEqual([]);
    await close();
  });

  it("chooses a district at any mark of it, by pointer and keyboard, everywhere at once", async () => {
    const { page, faults, close } = await open("/districts");
    await page.locator('[data-key="age"]').waitFor();
    const point = page.locator(
      '[data-slot="districts-funnel"] .chart-wide [data-mark="dot"] [data-district="15"]',
    );
    await point.click();
    expect(inAddress(page, "district")).toBe("15");
    for (const slot of ["districts-ranking", "districts-funnel", "districts-shrunk", "districts-map"]) {
      const chosen = page.locator(`[data-slot="${slot}"] .chart-wide .is-selected`);
      expect([slot, (await chosen.count()) > 0]).toEqual([slot, true]);
    }
    expect(await page.locator("#district-table tr.is-selected").count()).toBe(1);
    await point.focus();
    await page.keyboard.press("Enter");
    expect(inAddress(page, "district")).toBeNull();
    expect(await page.locator(".is-selected").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("looks at some ages and one sex, as the address says, and ranks by rate", async () => {
    const { page, faults, close } = await open("/districts");
    await page.selectOption('[data-key="age"]', "75+");
    await page.locator(".eyebrow", { hasText: "75歳以上" }).waitFor();
    await page.selectOption('[data-key="sex"]', "female");
    await page.locator(".eyebrow", { hasText: "75歳以上の女性" }).waitFor();
    await page.selectOption('[data-key="sort"]', "rate");
    await page.locator('[data-slot="districts-ranking"] h2', { hasText: "いちばん低い" }).waitFor();
    const answer = await page.request.get("/api/v1/figures.json?municipality=173843&from=2026-10-31");
    const { figures } = (await answer.json()) as {
      figures: { age_band: string; sex: string; population: number; held: number }[];
    };
    const women = figures.filter((f) => f.sex === "female" && /^(75|80|85|90)/.test(f.age_band));
    const without = women.reduce((sum, f) => sum + f.population - f.held, 0);
    expect(await page.locator("main h1").innerText()).toContain(`${without.toLocaleString("en")}人`);
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator(".eyebrow", { hasText: "75歳以上の女性" }).waitFor();
    expect(await page.inputValue('[data-key="sort"]')).toBe("rate");
    expect(faults).toEqual([]);
    await close();
  });

  it("is sorted by a heading with the keyboard, which stays there", async () => {
    const { page, close } = await open("/districts");
    const heading = page.locator("#sort-rate");
    const order = () => page.locator("#district-table tbody th").allInnerTexts();
    await heading.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("sort") === "-rate");
    const falling = await order();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("sort-rate");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("sort") === "rate");
    expect(await order()).toEqual(falling.toReversed());
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("sort-rate");
    await close();
  });

  it("asks nothing of the database where a change needs no other rows", async () => {
    const { page, close } = await open("/districts");
    await page.locator('[data-key="measure"]').waitFor();
    const title = page.locator('[data-slot="districts-funnel"] h2');
    const before = await title.innerText();
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      const asked = window as unknown as { asked: number };
      asked.asked = 0;
      Worker.prototype.postMessage = function (this: Worker, ...values: unknown[]) {
        asked.asked += 1;
        return (post as (...v: unknown[]) => void).apply(this, values);
      } as typeof post;
    });
    await page.selectOption('[data-key="measure"]', "applications");
    await page.waitForFunction(
      (old) => document.querySelector('[data-slot="districts-funnel"] h2')!.textContent !== old,
      before,
    );
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
    // Applications are counted more than once a resident: the funnel says that its verdicts are rough.
    expect(await page.locator('[data-slot="districts-funnel"]').innerText()).toContain("目安");
    await close();
  });

  it("offers a visitor no ages, and tells all districts roughly", async () => {
    const { page, faults, close } = await open("/districts?measure=issued", { signedIn: false });
    await page.locator('[data-key="measure"]').waitFor();
    expect(await page.locator('[data-key="age"], [data-key="sex"]').count()).toBe(0);
    const text = await page.locator("main").innerText();
    expect(text).toContain("10枚単位のおよその数です");
    expect(text).not.toMatch(/秘匿|数字なし/);
    expect(await page.locator("#district-table th", { hasText: "交付枚数(約)" }).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it.runIf(product.osaka)("names of 902 districts only those that stand out", async () => {
    const { page, faults, close } = await open("/districts?m=271004");
    await page.locator('[data-key="measure"]').waitFor();
    const names = page.locator('[data-slot="districts-funnel"] .chart-wide [data-mark="text"] text', {
      hasText: "丁目",
    });
    expect(await names.count()).toBeGreaterThan(2);
    expect(await names.count()).toBeLessThan(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a district's page", () => {
  it("opens from the table, leads to the next and keeps its district in the address", async () => {
    const { page, faults, close } = await open("/districts");
    await page.getByRole("link", { name: "福浦をくわしく" }).click();
    await page.locator("main h1", { hasText: "福浦では" }).waitFor();
    const tiles = await page.locator('[data-slot="district-tiles"]').innerText();
    for (const words of ["16番目", "遅れている", "75.7%"]) expect(tiles.replace(/\s/g, "")).toContain(words);
    await page.getByRole("link", { name: "← 西海" }).click();
    await page.locator("main h1", { hasText: "西海では" }).waitFor();
    expect(inAddress(page, "district")).toBe("15");
    await page.selectOption('[data-key="district"]', "01");
    await page.locator("main h1", { hasText: "高浜では" }).waitFor();
    await page.focus('[data-key="date"]');
    await page.keyboard.press("ArrowDown");
    await page.locator(".eyebrow", { hasText: "2026年9月末現在" }).waitFor();
    expect(inAddress(page, "date")).toBe("2026-09-30");
    expect(faults).toEqual([]);
    await close();
  });

  it("tells a visitor roughly, without its place or what a month brought", async () => {
    const { page, faults, close } = await open("/district?district=02&measure=issued", {
      signedIn: false,
      size: "phone",
    });
    await page.locator("main h1", { hasText: /のうち(約[\d,]+|ほぼ0)人が/ }).waitFor();
    const text = await page.locator("main").innerText();
    expect(text).not.toMatch(/NaN|undefined|null|秘匿|番目|ポイント/);
    expect(await page.locator("main .card h2").count()).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(faults).toEqual([]);
    await close();
  });

  it("says so where there is no such district", async () => {
    const { page, faults, close } = await open("/district?district=99");
    await page.locator("main h1", { hasText: "一覧にありません" }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

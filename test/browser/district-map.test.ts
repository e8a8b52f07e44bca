import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townMap } from "../geojson-town.js";
import { violations } from "./axe.js";
import { loadTown } from "./release-town.js";
import { openUploads, SHIKA, startEmptyProduct, watchUploads, type OwnProduct } from "./upload-visit.js";
import { untilReady, WIDTHS } from "./visitor.js";

let product: OwnProduct;
beforeAll(async () => {
  product = await startEmptyProduct();
  await loadTown(product.api);
});
afterAll(async () => {
  await product?.stop();
});

const CODES = ["01", "02", "03", "04"];
const asFile = (text: string) => ({
  name: "borders.geojson",
  mimeType: "application/geo+json",
  buffer: Buffer.from(text),
});

/** Chooses a file in the section of the map and waits until the keyboard is on its result. */
async function choose(page: Page, text: string, words: string): Promise<void> {
  await page.locator("#map details").evaluate((d: HTMLDetailsElement) => (d.open = true));
  await page.setInputFiles(".map-zone input", asFile(text));
  await page.locator("#map [data-focus]:focus", { hasText: words }).waitFor();
}

/** The card of the map on 地区, as this visitor sees it. */
async function openMap(context: BrowserContext): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults = watchUploads(page, product.url);
  await page.goto(`/districts?m=${SHIKA}`);
  await untilReady(page);
  await page.locator('[data-key="measure"]').waitFor();
  // Cards far below the screen are laid out only when they come near.
  await page.locator('[data-slot="districts-map"]').scrollIntoViewIfNeeded();
  return { page, faults };
}

/** Every text of the card that a script does not add. */
const textOf = (page: Page): Promise<string> =>
  page.locator('[data-slot="districts-map"]').evaluate((card) => {
    const copy = card.cloneNode(true) as Element;
    for (const only of copy.querySelectorAll(".chart-narrow, .card-actions, svg title")) only.remove();
    return copy.textContent.replaceAll(/\s+/g, " ").trim();
  });

/** The card's text before any script. */
async function firstText(role: "reader" | null): Promise<string> {
  const context = await product.visitor({ role, javaScript: false });
  const page = await context.newPage();
  await page.goto(`/districts?m=${SHIKA}`);
  const text = await textOf(page);
  await context.close();
  return text;
}

/** Texts of the drawing that leave it or touch each other. */
const crowded = (page: Page): Promise<string[]> =>
  page.locator('[data-slot="districts-map"] svg.chart:visible').evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((t) => ({
      text: t.textContent,
      box: t.getBoundingClientRect(),
    }));
    return texts.flatMap(({ text, box }, i) => {
      const isOutside =
        box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
      const touches = texts.some(
        (o, j) =>
          j > i &&
          o.box.left < box.right &&
          box.left < o.box.right &&
          o.box.top < box.bottom &&
          box.top < o.box.bottom,
      );
      return isOutside || touches ? [text] : [];
    });
  });

const shapes = '[data-slot="districts-map"] svg:visible [data-mark="district"] > path[data-district]';

async function expectMap(role: "reader" | null): Promise<void> {
  const first = await firstText(role);
  expect(first).toContain("境界:合成データ");
  const context = await product.visitor({ role });
  const { page, faults } = await openMap(context);
  for (const size of ["desktop", "phone"] as const) {
    await page.setViewportSize(WIDTHS[size]);
    await page.locator('[data-slot="districts-map"]').scrollIntoViewIfNeeded();
    await page.locator(shapes).first().waitFor();
    expect(await page.locator(shapes).count()).toBe(4);
    expect(await crowded(page)).toEqual([]);
    // A phone shows the other drawing, with the labels that have room there.
    const live = size === "desktop" ? await textOf(page) : first;
    expect(live).toBe(first);
    await page.locator(`${shapes}[data-district="03"]`).click();
    expect(await page.locator('#district-table tr.is-selected[data-district="03"]').count()).toBe(1);
    await page.locator(`${shapes}[data-district="03"]`).press("Enter");
    expect(await page.locator(".is-selected").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  expect(faults).toEqual([]);
  await context.close();
}

describe("the town's own map", () => {
  it("is checked, refused at its features, given, published, and taken out again", async () => {
    const context = await product.visitor();
    const { page: before, faults: none } = await openMap(context);
    expect(await before.locator(shapes).count()).toBe(0);
    await before.getByRole("link", { name: "町の境界データを登録" }).click();
    await before.locator("#map h2:focus").waitFor();
    expect(none).toEqual([]);

    const page = await openUploads(context);
    const faults = watchUploads(page, product.url);
    await page.locator("#map", { hasText: "まだ地図はありません" }).waitFor();
    await choose(page, townMap(CODES.slice(0, 3)), "3地区に形があり、1地区にありません");
    expect(await page.locator("[data-map-result]").innerText()).toContain("形のない地区:西。");
    expect(await violations(page)).toEqual([]);
    const inMetres = townMap(CODES).replaceAll(/\[136\.\d+,37\.\d+\]/g, "[-12345.6,98765.4]");
    await choose(page, inMetres, "この地図は登録できません");
    expect(await page.locator("#map .issues").innerText()).toContain("緯度・経度ではありません");
    expect(await page.locator("#map [role=alert]").first().innerText()).toContain("登録できません");
    expect(await violations(page)).toEqual([]);

    await choose(page, townMap(CODES), "4地区すべてに形があります");
    expect((await context.request.get(mapAddress)).status()).toBe(404);
    await page.click('[data-map-do="take-in"]');
    await page.locator("#map [data-focus]:focus", { hasText: "地図を登録しました" }).waitFor();
    await page.locator("[data-map-now]", { hasText: "4地区の地図があります" }).waitFor();
    expect((await context.request.get(mapAddress)).status()).toBe(200);
    await expectMap("reader");

    const { body } = await product.api<{ release: { id: string } }>("/releases", {
      method: "POST",
      body: { municipality: SHIKA, through: "2026-09-30" },
    });
    await product.api(`/releases/${body.release.id}/publish`, { method: "POST" });
    await expectMap(null);

    await page.click('[data-map-do="remove"]');
    await page.click("dialog [data-yes]");
    await page.locator("#map [data-focus]:focus", { hasText: "地図を外しました" }).waitFor();
    const after = await firstText("reader");
    expect(after).not.toContain("境界:");
    const { page: gone, faults: still } = await openMap(context);
    expect(await gone.locator(shapes).count()).toBe(0);
    expect(await textOf(gone)).toBe(after);
    expect([...faults, ...still]).toEqual([]);
    await context.close();
  });

  it("that cannot be had leaves the page as it was without one", async () => {
    await product.api(`/municipalities/${SHIKA}/districts.geojson`, {
      method: "PUT",
      body: JSON.parse(townMap(CODES)) as object,
    });
    const context = await product.visitor({ role: "reader" });
    await context.route("**/districts.geojson*", (route) => route.abort());
    const { page, faults } = await openMap(context);
    expect(await page.locator(shapes).count()).toBe(0);
    expect(await page.locator('[data-slot="districts-map"] svg:visible').count()).toBe(1);
    expect(faults.some((fault) => fault.startsWith("console:"))).toBe(true);
    expect(faults.filter((fault) => fault.startsWith("error:"))).toEqual([]);
    await context.close();
  });
});

const mapAddress = `/api/v1/municipalities/${SHIKA}/districts.geojson`;

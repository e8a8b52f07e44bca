import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATA_PAGES } from "./notebook-pages.js";
import { launch, product, untilReady, visitor, watch, WIDTHS } from "./visitor.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const TOWNS = product.osaka ? ["173843", "271004"] : ["173843"];
const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const VIEWS = TOWNS.flatMap((town) =>
  DATA_PAGES.flatMap((path) =>
    SIZES.flatMap((size) => [true, false].map((signedIn) => ({ path: `${path}?m=${town}`, size, signedIn }))),
  ),
);

describe("a page", () => {
  it.each(VIEWS)(
    "$path at $size width, signed in: $signedIn, stays at home, breaks nothing and clips nothing",
    async ({ path, size, signedIn }) => {
      const context = await visitor(browser, { signedIn, size });
      const page = await context.newPage();
      const faults = watch(page);
      const response = await page.goto(path);
      expect(response!.headers()["content-security-policy"]).toContain("default-src 'none'");
      await untilReady(page);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(WIDTHS[size].width);
      expect(await page.evaluate(clippedTexts)).toEqual([]);
      await context.close();
    },
  );

  it.each(TOWNS)("of %s shows its headline numbers and charts without JavaScript", async (town) => {
    for (const size of SIZES) {
      const context = await visitor(browser, { javaScript: false, size });
      const page = await context.newPage();
      await page.goto(`/progress?m=${town}`);
      const expected = town === "173843" ? ["98.9", "98.3", "84.2"] : ["57.4"];
      const text = await page.locator("main").innerText();
      for (const number of expected) expect(text).toContain(number);
      expect(await page.locator("main svg:visible").count()).toBeGreaterThan(0);
      await context.close();
    }
  });

  it("says that the figures are made up, wherever they are", async () => {
    const context = await visitor(browser, { signedIn: true, javaScript: false });
    for (const path of DATA_PAGES) {
      const page = await context.newPage();
      await page.goto(path);
      expect(await page.locator("body").innerText()).toContain("サンプル・合成データ");
      await page.close();
    }
    const svg = await (await context.request.get("/open-data/173843/latest/progress-series.svg")).text();
    expect(svg).toContain("サンプル・合成データ");
    await context.close();
  });
});

/** Texts of charts that reach out of their drawing, by more than a pixel of rounding. */
function clippedTexts(): string[] {
  const clipped: string[] = [];
  for (const svg of document.querySelectorAll("main svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (
        box.width > 0 &&
        (box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1)
      ) {
        clipped.push(text.textContent ?? "");
      }
    }
  }
  return clipped;
}

import { describe, expect, it } from "vitest";
import { violationsInBothSchemes } from "../axe.js";
import { DATA_PAGES } from "../notebook-pages.js";
import { product, visitor, WIDTHS } from "../visitor.js";

const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const TOWNS = product.osaka ? ["173843", "271004"] : ["173843"];
/** Pages without figures, with what is there once they are. */
const OTHERS = {
  "/uploads": "#uploads h1",
  "/releases": "#releases h1",
  "/sign-in": "main h1",
  "/no-such-page": "main h1",
};

describe("WCAG 2.2 A and AA", () => {
  it.each([true, false])("hold on every page without figures, signed in: %s", async (signedIn) => {
    const context = await visitor({ signedIn });
    const page = await context.newPage();
    for (const [path, there] of Object.entries(OTHERS)) {
      await page.goto(path);
      await page.waitForSelector(there);
      for (const size of SIZES) {
        await page.setViewportSize(WIDTHS[size]);
        expect({ path, size, found: await violationsInBothSchemes(page) }).toEqual({ path, size, found: [] });
      }
    }
    await context.close();
  });
});

describe("without JavaScript", () => {
  it.each(TOWNS)("%s shows its headline numbers and charts", async (town) => {
    for (const size of SIZES) {
      const context = await visitor({ javaScript: false, size });
      const page = await context.newPage();
      await page.goto(`/progress?m=${town}`);
      const expected = town === "173843" ? ["98.9", "98.3", "84.2"] : ["57.4"];
      const text = await page.locator("main").innerText();
      for (const number of expected) expect(text).toContain(number);
      expect(await page.locator("main svg:visible").count()).toBeGreaterThan(0);
      await context.close();
    }
  });

  it("figures are said to be made up, wherever they are", async () => {
    const context = await visitor({ signedIn: true, javaScript: false });
    const page = await context.newPage();
    for (const path of DATA_PAGES) {
      await page.goto(path);
      expect(await page.locator("body").innerText()).toContain("サンプル・合成データ");
    }
    const svg = await (await context.request.get("/open-data/173843/latest/progress-series.svg")).text();
    expect(svg).toContain("サンプル・合成データ");
    await context.close();
  });
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.js";
import { DATA_PAGES } from "./notebook-pages.js";
import { launch, product, untilReady, visitor, WIDTHS } from "./visitor.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const PAGES = [...DATA_PAGES, "/uploads", "/releases", "/sign-in", "/no-such-page"];
/** Every page once, and the one that looks different for a city of hundreds of districts. */
const ADDRESSES = [...PAGES, ...(product.osaka ? ["/districts?m=271004"] : [])];
const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

describe("WCAG 2.2 A and AA", () => {
  const views = SIZES.flatMap((size) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      [true, false].map((signedIn) => ({ size, scheme, signedIn })),
    ),
  );
  it.each(views)(
    "hold on every page at $size width, $scheme, signed in: $signedIn",
    { timeout: 180_000 },
    async ({ size, scheme, signedIn }) => {
      const context = await visitor(browser, { signedIn, size });
      for (const path of ADDRESSES) {
        const page = await context.newPage();
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await page.goto(path);
        if (DATA_PAGES.some((name) => path.startsWith(name))) await untilReady(page);
        if (path.startsWith("/notebook")) await page.waitForSelector(".sql-result table");
        if (path.startsWith("/uploads")) await page.waitForSelector("#uploads h1");
        if (path.startsWith("/releases")) await page.waitForSelector("#releases h1");
        expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
        await page.close();
      }
      await context.close();
    },
  );
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { DATA_PAGES } from "../notebook-pages.js";
import { launch, product, visitor } from "../visitor.js";
import { walkPage, type Door, type Size } from "./walk-page.js";

const SHIKA = "173843";
const TOWNS = product.osaka ? [SHIKA, "271004"] : [SHIKA];
const VIEWS = TOWNS.flatMap((town) => DATA_PAGES.map((path) => ({ town, path: `${path}?m=${town}` })));

/** Every page with figures, of every town, at one door. Two files call it, one for each door, so that both cores work. */
export function describeWalk(signedIn: boolean): void {
  let browser: Browser;
  let door: Door;
  beforeAll(async () => {
    browser = await launch();
    const [live, still] = await Promise.all([
      visitor(browser, { signedIn }),
      visitor(browser, { signedIn, javaScript: false }),
    ]);
    door = { live, still };
  });
  afterAll(() => browser.close());

  describe(signedIn ? "inside, a page" : "outside, a page", () => {
    it.each(VIEWS)("$path holds what every page must", async ({ path, town }) => {
      // Each page is opened on a phone as well as on a desk, at one door or the other.
      const sizes: Size[] = ["desktop", "phone"];
      await walkPage(door, path, {
        sizes: signedIn === (town === SHIKA) ? sizes : sizes.reverse(),
        // Of a city of hundreds of districts only that page looks different.
        access: town === SHIKA || path.startsWith("/districts"),
      });
    });
  });
}

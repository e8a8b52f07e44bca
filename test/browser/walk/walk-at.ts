import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { DATA_PAGES } from "../notebook-pages.js";
import { launch, product, visitor } from "../visitor.js";
import { walkPage, type Door, type Size, type Walked } from "./walk-page.js";

const SHIKA = "173843";
const TOWNS = product.osaka ? [SHIKA, "271004"] : [SHIKA];
const VIEWS = TOWNS.flatMap((town) => DATA_PAGES.map((path) => ({ town, path: `${path}?m=${town}` })));

/** Every page with figures, of every town. Two files walk them, one at each door, so that both cores work. */
export function walkAt(signedIn: boolean): {
  views: typeof VIEWS;
  walk: (view: (typeof VIEWS)[0]) => Promise<Walked[]>;
} {
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
  return {
    views: VIEWS,
    walk: ({ path, town }) => {
      // Each page is opened on a phone as well as on a desk, at one door or the other.
      const sizes: Size[] = ["desktop", "phone"];
      return walkPage(door, path, {
        sizes: signedIn === (town === SHIKA) ? sizes : sizes.reverse(),
        // Of a city of hundreds of districts only that page looks different.
        access: town === SHIKA || path.startsWith("/districts"),
      });
    },
  };
}

import type { BrowserContext } from "playwright-core";
import { beforeAll } from "vitest";
import { DATA_PAGES } from "../notebook-pages.js";
import { pagesOfVisitors } from "../open-page.js";
import { product, visitor } from "../visitor.js";
import { walkPage, type Size, type Walked } from "./walk-page.js";

const SHIKA = "173843";
const TOWNS = product.osaka ? [SHIKA, "271004"] : [SHIKA];
const VIEWS = TOWNS.flatMap((town) => DATA_PAGES.map((path) => ({ town, path: `${path}?m=${town}` })));

/** Every page with figures, of every town. Two files walk them, one at each door, so that both cores work. */
export function walkAt(signedIn: boolean): {
  views: typeof VIEWS;
  walk: (view: (typeof VIEWS)[0]) => Promise<Walked[]>;
} {
  const { open } = pagesOfVisitors();
  let still: BrowserContext;
  beforeAll(async () => {
    still = await visitor({ signedIn, javaScript: false });
  });
  return {
    views: VIEWS,
    walk: ({ path, town }) => {
      // Each page is entered on a phone or on a desk, at one door or the other.
      const sizes: Size[] = signedIn === (town === SHIKA) ? ["desktop", "phone"] : ["phone", "desktop"];
      return walkPage({ open: (address) => open(address, { signedIn, size: sizes[0]! }), still }, path, {
        sizes,
        // Of a city of hundreds of districts only that page looks different, and it is long: at one door, one width.
        access: town === SHIKA ? sizes : signedIn && path.startsWith("/districts") ? sizes.slice(0, 1) : [],
      });
    },
  };
}

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATA_PAGES } from "./notebook-pages.js";
import { launch, product, untilReady, visitor } from "./visitor.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const TOWNS = product.osaka ? ["173843", "271004"] : ["173843"];
/** The notebook has no number of its own before it is asked. */
const FIGURES = DATA_PAGES.filter((path) => path !== "/notebook");
const VIEWS = TOWNS.flatMap((town) =>
  FIGURES.flatMap((path) => [true, false].map((signedIn) => ({ path: `${path}?m=${town}`, signedIn }))),
);

const CUT = /全[\d,]+地区のうち、持っていない人が多い\d+地区。$/;

/** What a page says, slot by slot: every text of titles, tiles, tables and drawings, but not what only a script offers. */
async function words(path: string, signedIn: boolean, javaScript: boolean): Promise<Record<string, string>> {
  const context = await visitor(browser, { signedIn, javaScript });
  try {
    const page = await context.newPage();
    await page.goto(path);
    if (javaScript) {
      await untilReady(page);
      await page.waitForFunction(() =>
        document.querySelector(
          "main .card-actions:not(:empty), main #loaded table, main .controls select, .no-reference main h1",
        ),
      );
    }
    const slots = await page.locator("main [data-slot]").evaluateAll((elements) =>
      elements.map((element) => {
        // Of a chart's two drawings only the one that is shown is drawn live.
        const unseen = [...element.querySelectorAll(".chart-narrow, .chart-wide")].filter(
          (place) => getComputedStyle(place).display === "none",
        );
        for (const place of unseen) place.replaceChildren();
        const copy = element.cloneNode(true) as Element;
        for (const only of copy.querySelectorAll(".card-actions, svg title, [aria-label=tip]")) only.remove();
        return [element.getAttribute("data-slot")!, copy.textContent.replaceAll(/\s+/g, " ").trim()] as const;
      }),
    );
    return Object.fromEntries(slots);
  } finally {
    await context.close();
  }
}

describe("the numbers that DuckDB gives in the browser", () => {
  it.each(VIEWS)(
    "are on $path, signed in: $signedIn, those that the Worker drew from the rows",
    async ({ path, signedIn }) => {
      const [drawn, live] = [await words(path, signedIn, false), await words(path, signedIn, true)];
      const painted = Object.keys(drawn).filter((slot) => drawn[slot] !== "");
      for (const slot of painted) {
        // The Worker's table of a large city ends after its first rows, and says so.
        const text = drawn[slot]!.replace(CUT, "");
        const alike = text === drawn[slot] ? live[slot] : live[slot]?.slice(0, text.length);
        expect({ slot, text: alike }).toEqual({ slot, text });
      }
      expect(painted).not.toEqual([]);
    },
  );
});

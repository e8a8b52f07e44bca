import type { Page } from "playwright-core";

/** Texts of charts that reach out of their drawing, by more than a pixel of rounding. */
export const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
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
  });

/**
 * What a page says, slot by slot: every text of titles, tiles, tables and drawings, but not what only a script offers.
 * Of a chart's two drawings only the one that is shown is drawn live, and read.
 */
export const wordsBySlot = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page.locator("main [data-slot]").evaluateAll((elements) =>
      elements.map((element) => {
        const copy = element.cloneNode(true) as Element;
        const places = copy.querySelectorAll(".chart-narrow, .chart-wide");
        for (const [i, place] of element.querySelectorAll(".chart-narrow, .chart-wide").entries())
          if (getComputedStyle(place).display === "none") places[i]!.replaceChildren();
        for (const only of copy.querySelectorAll(
          ".card-actions, svg title, [aria-label=tip], noscript, [data-search]",
        ))
          only.remove();
        return [element.getAttribute("data-slot")!, copy.textContent.replaceAll(/\s+/g, " ").trim()] as const;
      }),
    ),
  );

/** The Worker's table of a large city ends after its first rows, and says so. */
const CUT = /全[\d,]+地区のうち、はじめの\d+地区。$/;

/** Where what DuckDB gave differs from what the Worker had drawn, slot by slot. A slot that it left empty is free. */
export function differingSlots(
  drawn: Readonly<Record<string, string>>,
  live: Readonly<Record<string, string>>,
): { slot: string; drawn: string; live: string | undefined }[] {
  return Object.entries(drawn).flatMap(([slot, whole]) => {
    const text = whole.replace(CUT, "");
    const alike = text === whole ? live[slot] : live[slot]?.slice(0, text.length);
    return whole === "" || alike === text ? [] : [{ slot, drawn: text, live: alike }];
  });
}

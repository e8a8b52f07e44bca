import type { Card } from "../charts/card.js";
import type { ChartSize } from "../charts/chart.js";
import { PAGE_PALETTE } from "../charts/palette.js";

const SIZES: readonly ChartSize[] = ["narrow", "wide"];

/** Cards with a drawing that is not made yet, as nobody has seen its place. */
const waiting = new WeakMap<Element, Card>();

const widths = new ResizeObserver((entries) => drawMissing(entries.map(({ target }) => target)));

let isPaperMinded = false;

/**
 * Draws cards at the width they are shown at; the other drawing waits until a card becomes so narrow or wide, or goes
 * to paper. A drawing takes most of what a change of a control costs, and only one of the two is ever seen.
 */
export function drawWhereShown(cards: readonly { section: Element; card: Card }[]): void {
  if (!isPaperMinded) {
    isPaperMinded = true;
    addEventListener("beforeprint", () => drawMissing(document.querySelectorAll(".card"), () => true));
  }
  for (const { section, card } of cards) {
    if (card.draw) waiting.set(section, card);
    else waiting.delete(section);
  }
  drawMissing(cards.map(({ section }) => section));
  for (const { section, card } of cards) if (card.draw) widths.observe(section);
}

/** A chart that is drawn later tells the page, which may have marks to set in it. */
export const DRAWN_LATER = "chartdrawn";

/** All places are looked at before the first is drawn in: each drawing would make the browser lay out the page anew. */
function drawMissing(sections: Iterable<Element>, wants: (place: Element) => boolean = isShown): void {
  const missing = [...sections].flatMap((section) => {
    const draw = waiting.get(section)?.draw;
    if (!draw) return [];
    return SIZES.flatMap((size) => {
      const place = section.querySelector(`.chart-${size}`);
      return place && !place.hasChildNodes() && wants(place) ? [{ section, draw, size, place }] : [];
    });
  });
  for (const { draw, size, place } of missing) {
    place.append(draw({ document, size, palette: PAGE_PALETTE, tips: true }));
  }
  for (const section of new Set(missing.map((each) => each.section))) {
    section.dispatchEvent(new Event(DRAWN_LATER, { bubbles: true }));
  }
}

const isShown = (place: Element): boolean => getComputedStyle(place).display !== "none";

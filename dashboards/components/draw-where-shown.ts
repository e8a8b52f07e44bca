import type { Card } from "../charts/card.js";
import type { ChartSize } from "../charts/chart.js";
import { PAGE_PALETTE } from "../charts/palette.js";

const SIZES: readonly ChartSize[] = ["narrow", "wide"];

/** Cards with a drawing that is not made yet, as nobody has seen its place. */
const waiting = new WeakMap<Element, Card>();

const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) drawMissing(target, (place) => isShown(place));
});

let isPaperMinded = false;

/**
 * Draws a card at the width it is shown at; the other drawing waits until the card becomes so narrow or wide, or goes
 * to paper. A drawing takes most of what a change of a control costs, and only one of the two is ever seen.
 */
export function drawWhereShown(section: HTMLElement, card: Card): void {
  if (!isPaperMinded) {
    isPaperMinded = true;
    addEventListener("beforeprint", () => {
      for (const each of document.querySelectorAll(".card")) drawMissing(each, () => true);
    });
  }
  if (!card.draw) {
    waiting.delete(section);
    return;
  }
  waiting.set(section, card);
  drawMissing(section, isShown);
  widths.observe(section);
}

/** A chart that is drawn later tells the page, which may have marks to set in it. */
export const DRAWN_LATER = "chartdrawn";

function drawMissing(section: Element, wants: (place: Element) => boolean): void {
  const card = waiting.get(section);
  if (!card?.draw) return;
  let drawn = 0;
  for (const size of SIZES) {
    const place = section.querySelector(`.chart-${size}`);
    if (!place || place.hasChildNodes() || !wants(place)) continue;
    place.append(card.draw({ document, size, palette: PAGE_PALETTE, tips: true }));
    drawn += 1;
  }
  if (drawn > 0) section.dispatchEvent(new Event(DRAWN_LATER, { bubbles: true }));
}

const isShown = (place: Element): boolean => getComputedStyle(place).display !== "none";

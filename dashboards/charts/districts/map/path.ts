import type { GridPlace } from "./thin-rings.js";

/**
 * The `d` of a path through rings of places in tenths of a pixel, as short as SVG allows: from place to place, with
 * no zero and no space that is not needed. `M1 2.5l.5-.5`.
 */
export function pathOf(rings: readonly (readonly GridPlace[])[]): string {
  return rings
    .map((ring) => {
      let [x, y] = ring[0]!;
      const steps = ring.slice(1).flatMap((place) => {
        const step = [place[0] - x, place[1] - y];
        [x, y] = place;
        return step;
      });
      return `M${written(ring[0]!)}l${written(steps)}z`;
    })
    .join("");
}

function written(tenths: readonly number[]): string {
  let text = "";
  let last = "";
  for (const value of tenths) {
    const next = String(value / 10).replace(/^(-?)0\./, "$1.");
    const isApart = text === "" || next.startsWith("-") || (next.startsWith(".") && last.includes("."));
    text += isApart ? next : ` ${next}`;
    last = next;
  }
  return text;
}

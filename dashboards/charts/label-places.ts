import { widthInEm } from "./public/text-width.js";

/** A name that wants a place beside its point, in px. */
export interface WantedLabel {
  text: string;
  x: number;
  y: number;
  /** Where it would rather stand; beside the point where nothing is said. */
  prefer?: "above" | "below";
}

/** Where a label found room: its anchor, in px. */
export interface PlacedLabel<T> {
  label: T;
  x: number;
  y: number;
  textAnchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Puts labels beside their points so that none covers another or a point: right, left, above, below, in the order
 * given; one that finds no room is left out.
 * @param points all that must not be covered. @param frame what a label must lie within. @param em its font size, px.
 */
export function placeLabels<T extends WantedLabel>(
  labels: readonly T[],
  points: readonly { x: number; y: number }[],
  { frame, em, radius = 5 }: { frame: Box; em: number; radius?: number },
): PlacedLabel<T>[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return labels.flatMap((label) => {
    const width = widthInEm(label.text) * em;
    const half = (em * 1.15) / 2;
    const away = radius + 3;
    const { x, y } = label;
    const candidates: PlacedLabel<T>[] = [
      { label, x: x + away, y, textAnchor: "start" },
      { label, x: x - away, y, textAnchor: "end" },
      { label, x, y: y + away + half, textAnchor: "middle" },
      { label, x, y: y - away - half, textAnchor: "middle" },
      { label, x: x + away, y: y + half + 3, textAnchor: "start" },
      { label, x: x + away, y: y - half - 3, textAnchor: "start" },
      { label, x: x - away, y: y + half + 3, textAnchor: "end" },
      { label, x: x - away, y: y - half - 3, textAnchor: "end" },
    ];
    const boxOf = (p: PlacedLabel<T>): Box => {
      const left = p.textAnchor === "start" ? p.x : p.textAnchor === "end" ? p.x - width : p.x - width / 2;
      return { left, right: left + width, top: p.y - half, bottom: p.y + half };
    };
    const isFree = (box: Box) =>
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom &&
      !taken.some((other) => touches(box, other));
    const side = label.prefer === "above" ? -1 : label.prefer === "below" ? 1 : 0;
    const rank = (c: PlacedLabel<T>) => -side * Math.sign(c.y - y);
    const found = candidates.toSorted((a, b) => rank(a) - rank(b)).find((c) => isFree(boxOf(c)));
    if (!found) return [];
    taken.push(boxOf(found));
    return [found];
  });
}

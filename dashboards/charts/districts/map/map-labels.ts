import type { DistrictStanding } from "../../../data/indicators/district-standing.js";
import { widthInEm } from "../../public/text-width.js";
import { percent } from "../../words.js";
import type { MapOutlines, Outline } from "./outlines.js";

/** What stands in a district: its name and rate, or its rate alone; its middle in px. */
export interface MapLabel {
  standing: DistrictStanding;
  text: string;
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Line height of a label, em; the last line needs less. */
export const LINE_HEIGHT = 1.3;
const LAST_LINE = 1.15;
/** Between a label and the border of its district, px. */
const CLEAR = 2.5;

/** Where fewer districts than this share have room, no number stands: a single one would seem to be the one that matters. */
const LEAST_LABELLED = 0.1;

/**
 * Labels that lie wholly in their own district and touch no other label: name and rate, or the rate alone where only
 * that has room, or none: the table tells the rest.
 * @param em the font size, px.
 */
export function mapLabels(
  standings: readonly DistrictStanding[],
  { byCode }: MapOutlines,
  { em }: { em: number },
): MapLabel[] {
  const taken: Box[] = [];
  const labels = standings.flatMap((standing): MapLabel[] => {
    const outline = byCode.get(standing.code);
    if (!outline) return [];
    const rate = percent(standing.percent);
    for (const text of [`${standing.name}\n${rate}`, rate]) {
      const size = sizeOf(text, em);
      const place = roomFor(outline, size);
      if (!place) continue;
      const box = boxAround(place, size);
      // Districts that lie over each other are the town's mistake; their labels need not be.
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return [{ standing, text, x: place.x, y: place.y }];
    }
    return [];
  });
  return labels.length < standings.length * LEAST_LABELLED ? [] : labels;
}

interface Size {
  width: number;
  height: number;
}

export function sizeOf(text: string, em: number): Size {
  const lines = text.split("\n");
  return {
    width: Math.max(...lines.map(widthInEm)) * em,
    height: ((lines.length - 1) * LINE_HEIGHT + LAST_LINE) * em,
  };
}

export const boxAround = ({ x, y }: { x: number; y: number }, { width, height }: Size): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Steps away from where a label lies best, nearest first, px: a text is wide, and what lies best for a point may not for it. */
const STEPS_AWAY = [0, 3, 6, 10, 15, 21].flatMap((far) =>
  far === 0
    ? [{ x: 0, y: 0 }]
    : [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => ({
        x: Math.round(far * Math.cos((eighth * Math.PI) / 4)),
        y: Math.round(far * Math.sin((eighth * Math.PI) / 4)),
      })),
);

/** Rates are all about as wide, and come again with each change of a control. */
const rooms = new WeakMap<Outline, Map<string, { x: number; y: number } | null>>();

function roomFor(outline: Outline, size: Size): { x: number; y: number } | null {
  const known = rooms.get(outline) ?? new Map<string, { x: number; y: number } | null>();
  rooms.set(outline, known);
  const key = `${size.width}×${size.height}`;
  const [x, y] = outline.label;
  let place = known.get(key);
  if (place === undefined) {
    const roomy = { width: size.width + 2 * CLEAR, height: size.height + 2 * CLEAR };
    const step = STEPS_AWAY.find((s) => holds(outline, boxAround({ x: x + s.x, y: y + s.y }, roomy)));
    place = step ? { x: x + step.x, y: y + step.y } : null;
    known.set(key, place);
  }
  return place;
}

/** Whether a box lies wholly within a district: its middle does, and no border comes into it. */
export function holds({ rings }: Pick<Outline, "rings">, box: Box): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  let inside = false;
  for (const ring of rings) {
    for (const [i, b] of ring.entries()) {
      const a = ring.at(i - 1)!;
      if (comesInto(a, b, box)) return false;
      // Even-odd: as many borders as lie to the right of the middle.
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
    }
  }
  return inside;
}

/** Whether a line from a to b comes into a box: Liang & Barsky's clipping (1984) leaves something of it. */
function comesInto(a: readonly [number, number], b: readonly [number, number], box: Box): boolean {
  let [from, to] = [0, 1];
  const sides = [
    [a[0] - b[0], a[0] - box.left],
    [b[0] - a[0], box.right - a[0]],
    [a[1] - b[1], a[1] - box.top],
    [b[1] - a[1], box.bottom - a[1]],
  ] as const;
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return false;
    } else if (towards < 0) from = Math.max(from, room / towards);
    else to = Math.min(to, room / towards);
  }
  return from <= to;
}

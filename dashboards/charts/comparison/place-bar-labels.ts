import type * as Plot from "@observablehq/plot";
import { labels } from "../chart.js";
import { shorten } from "../public/text-width.js";

interface PlaceBar {
  code: string;
  name: string;
  permille: number;
}

/**
 * The place's name before each bar of a rate and what the bar says behind its end.
 * @param letters of a name that have room.
 */
export const placeBarLabels = <T extends PlaceBar>(
  rows: readonly T[],
  isOwn: (place: T) => boolean,
  { letters, value }: { letters: number; value: (place: T) => string },
): Plot.Markish[] => [
  ...labels(rows, isOwn, {
    y: "code",
    frameAnchor: "left",
    dx: -8,
    textAnchor: "end",
    text: (place: T) => shorten(place.name, letters),
  }),
  ...labels(rows, isOwn, { x: "permille", y: "code", dx: 6, textAnchor: "start", text: value }),
];

import type { Palette } from "../palette.js";

/** Which of the five steps of one hue stand for so many parts of a whole, so that neighbours differ most. */
const STEPS: Readonly<Record<number, readonly number[]>> = {
  2: [1, 3],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
};

/** Fills of the parts of a stack, in their order; at most five. */
export const stackColours = (parts: number, palette: Palette): string[] =>
  parts === 1 ? [palette.town] : STEPS[parts]!.map((step) => palette.scale[step]!);

/** How the series of lines and dots are told apart: by colour and, once colours repeat, by dashes or form. */
export function seriesStyle(index: number, palette: Palette): { colour: string; dash: string | undefined } {
  const colours = [palette.town, palette.behind, palette.context];
  const dashes = [undefined, "6 3", "2 3"];
  return { colour: colours[index % 3]!, dash: dashes[Math.floor(index / 3)] };
}

import { PAGE_PALETTE, PAPER_PALETTE } from "../../../dashboards/charts/palette.js";

/** Between two elements, but not inside of a text, where a line break would be drawn as a space. */
const BETWEEN_ELEMENTS = />(?=<(?!\/?(?:tspan|title)|\/text))/g;

/** A drawing with one element a line, for a diff; every number as it is. */
export const linesOfSvg = (svg: string): string => `${svg.trimEnd().replace(BETWEEN_ELEMENTS, ">\n")}\n`;

/** The page's variables as they are on paper: without them a drawing from a page has no colours in a file. */
const COLOURS = Object.entries(PAGE_PALETTE)
  .flatMap(([name, value]: [string, string | readonly string[]]) => {
    const written = PAPER_PALETTE[name as keyof typeof PAPER_PALETTE];
    return [value].flat().map((variable, i) => `${variable.slice(4, -1)}:${[written].flat()[i]}`);
  })
  .join(";");

/** A drawing out of a page as a file that can be looked at by itself. */
export const standingAlone = (svg: string): string =>
  linesOfSvg(
    svg.replace(
      /^<svg([^>]*)>/,
      `<svg xmlns="http://www.w3.org/2000/svg"$1><style>:root{${COLOURS}}</style>`,
    ),
  );

/** What a reader reads of markup: a line for every block, cells of a table side by side, nothing of how it looks. */
export const wordsOf = (markup: string): string =>
  markup
    .replaceAll(/<\/t[hd]>\s*<t[hd][^>]*>/g, " | ")
    .replaceAll(/<\/?(?:p|h\d|div|section|li|ul|tr|table|summary|details|dt|dd|dl|caption)\b[^>]*>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

import type { Language } from "../../data/contract/town-settings.js";
import { FONTS, type ChartDocument } from "../chart.js";
import { PAPER_PALETTE } from "../palette.js";
import { serializeChart } from "../serialize.js";
import { PRINT_PALETTE } from "./print-palette.js";
import { PUBLIC_WIDTHS, type PublicChart } from "./public-chart.js";
import { element, textLines } from "./svg-text.js";
import { breakText, widthInEm } from "./text-width.js";
import { wordsIn } from "./words.js";

export type Theme = "light" | "print";

export interface ChartFileOptions {
  document: ChartDocument;
  theme: Theme;
  language: Language;
  /** 志賀町, whose figures they are. */
  town: string;
  /** Says in the picture itself that its numbers are made up. */
  synthetic: boolean;
}

const PADDING = 20;
const TITLE = { size: 20, line: 29 };
const READING = { size: 12.5, line: 19 };

/**
 * A chart as an SVG of its own, 760 px wide: whose it is and, where so, that it is made up; the finding; the
 * drawing; how to read it; the source. Real text, colours written out, well-formed XML. Same chart, same bytes.
 */
export function chartFile(chart: PublicChart, options: ChartFileOptions): string {
  const { document, theme, language, town, synthetic } = options;
  const words = wordsIn(language);
  const palette = theme === "print" ? PRINT_PALETTE : PAPER_PALETTE;
  const inner = PUBLIC_WIDTHS.wide;
  const width = inner + 2 * PADDING;
  const drawing = chart.draw({ document, size: "wide", palette, print: theme === "print" });
  const height = Number(drawing.getAttribute("height"));

  const title = breakText(chart.title, inner / TITLE.size);
  const reading = breakText(chart.reading, inner / READING.size);
  const titleTop = PADDING + 26;
  const drawingTop = titleTop + title.length * TITLE.line + 10;
  const readingTop = drawingTop + height + 12;
  const sourceTop = readingTop + reading.length * READING.line + 4;
  const total = sourceTop + 18 + PADDING / 2;

  const own = {
    x: PADDING,
    y: drawingTop,
    "font-family": FONTS,
    "font-size": 13,
    fill: palette.ink,
    // Plot draws outside of its frame where a label needs it; as a nested drawing it would be cut there.
    overflow: "visible",
  };
  for (const [name, value] of Object.entries(own)) drawing.setAttribute(name, String(value));
  for (const name of ["style", "role", "aria-label", "class"]) drawing.removeAttribute(name);

  const content = [
    element("title", {}, chart.title),
    element("desc", {}, `${chart.reading} ${chart.source}`),
    element("rect", { width, height: total, fill: palette.surface }),
    textLines([town], { x: PADDING, y: PADDING + 10, size: 13, fill: palette.muted }),
    synthetic ? badge(words.synthetic, { right: width - PADDING, top: 13, size: 12 }, palette) : "",
    textLines(title, { x: PADDING, y: titleTop + TITLE.size, ...TITLE, weight: 700, fill: palette.ink }),
    serializeChart(drawing),
    textLines(reading, { x: PADDING, y: readingTop + READING.size, ...READING, fill: palette.muted }),
    textLines([chart.source], { x: PADDING, y: sourceTop + 12, size: 12, fill: palette.muted }),
  ].join("");
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height: total,
    viewBox: `0 0 ${width} ${total}`,
    role: "img",
    lang: words.tag,
    "font-family": FONTS,
    fill: palette.ink,
  };
  return `${element("svg", frame, { markup: content })}\n`;
}

/** The words in a frame, its right end and top where they are told. */
export function badge(
  text: string,
  { right, top, size }: { right: number; top: number; size: number },
  palette: { ink: string; surface: string },
): string {
  const width = round((widthInEm(text) + 1.5) * size);
  const height = round(size * 1.85);
  const frame = {
    x: round(right - width),
    y: top,
    width,
    height,
    fill: palette.surface,
    stroke: palette.ink,
  };
  const word = {
    x: round(right - width / 2),
    y: round(top + size * 1.29),
    "font-size": size,
    "text-anchor": "middle",
    fill: palette.ink,
    "font-weight": 700,
  };
  return element("rect", frame) + element("text", word, text);
}

const round = (px: number): number => Math.round(px * 100) / 100;

import type { Card } from "./card.js";
import { FONTS, type ChartDocument } from "./chart.js";
import { districtCards } from "./districts/cards.js";
import { escapeText } from "./html.js";
import type { PageModel } from "./model.js";
import { PAPER_PALETTE } from "./palette.js";
import { breakText } from "./public/text-width.js";
import { progressCards } from "./progress/cards.js";
import { serializeChart } from "./serialize.js";

/**
 * Every chart of the model as an SVG file of its own, by file name (`progress-series.svg`): with its title and
 * source in the picture, colours written out, well-formed XML. Same model, same bytes.
 */
export function chartFiles(
  model: PageModel,
  { document }: { document: ChartDocument },
): Record<string, string> {
  const cards = [...progressCards(model), ...districtCards(model)].filter((card) => card.draw);
  return Object.fromEntries(cards.map((card) => [`${card.slot}.svg`, chartFile(card, document)]));
}

const PADDING = 20;

/** One card's chart as a file. @param card with a chart; one without gives an empty string. */
export function chartFile(card: Card, document: ChartDocument): string {
  if (!card.draw) return "";
  const chart = card.draw({ document, size: "wide", palette: PAPER_PALETTE });
  const [width, height] = ["width", "height"].map((name) => Number(chart.getAttribute(name))) as [
    number,
    number,
  ];
  const titleLines = breakLines(card.title, Math.floor(width / 18));
  const top = PADDING + titleLines.length * 26 + 10;
  const sourceLines = breakText(card.source, width / 12);
  const outer = { width: width + 2 * PADDING, height: top + height + 26 + sourceLines.length * 18 };
  const own = { x: PADDING, y: top, "font-family": FONTS, "font-size": 13, fill: PAPER_PALETTE.ink };
  for (const [name, value] of Object.entries(own)) chart.setAttribute(name, String(value));
  for (const name of ["style", "role", "aria-label", "class"]) chart.removeAttribute(name);
  const title = titleLines.map((line, i) =>
    element(
      "text",
      { x: PADDING, y: PADDING + 18 + i * 26, "font-size": 18, "font-weight": 700 },
      escapeText(line),
    ),
  );
  const source = sourceLines.map((line, i) =>
    element(
      "text",
      { x: PADDING, y: top + height + 28 + i * 18, "font-size": 12, fill: PAPER_PALETTE.muted },
      escapeText(line),
    ),
  );
  const content = [
    element("title", {}, escapeText(card.title)),
    element("desc", {}, escapeText(`${card.reading} ${card.source}`)),
    element("rect", { width: outer.width, height: outer.height, fill: PAPER_PALETTE.surface }, ""),
    ...title,
    serializeChart(chart),
    ...source,
  ].join("");
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    ...outer,
    viewBox: `0 0 ${outer.width} ${outer.height}`,
    role: "img",
    "font-family": FONTS,
    fill: PAPER_PALETTE.ink,
  };
  return `${element("svg", frame, content)}\n`;
}

function element(name: string, attributes: Record<string, string | number>, content: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  return `<${name}${pairs.join("")}>${content}</${name}>`;
}

/** Text in lines of at most `length` full-width characters; Japanese may break anywhere but in a number. */
function breakLines(text: string, length: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const [piece] of text.matchAll(/[\d.,%+-]+|./gsu)) {
    const size = [...piece].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? 0.58 : 1), 0);
    if (used + size > length) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += piece;
    used += size;
  }
  return [...lines, line];
}

import type { Card } from "./card.js";
import { FONTS, type ChartDocument } from "./chart.js";
import { districtCards } from "./district-cards.js";
import { html, trusted } from "./html.js";
import type { PageModel } from "./model.js";
import { PAPER_PALETTE } from "./palette.js";
import { progressCards } from "./progress-cards.js";
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
  const outer = { width: width + 2 * PADDING, height: top + height + 44 };
  chart.setAttribute("x", String(PADDING));
  chart.setAttribute("y", String(top));
  chart.removeAttribute("role");
  chart.removeAttribute("aria-label");
  return `${
    html`<svg
      xmlns="http://www.w3.org/2000/svg"
      width="${outer.width}"
      height="${outer.height}"
      viewBox="0 0 ${outer.width} ${outer.height}"
      role="img"
      font-family="${FONTS}"
      fill="${PAPER_PALETTE.ink}"
    >
      <title>${card.title}</title>
      <desc>${card.reading} ${card.source}</desc>
      <rect width="100%" height="100%" fill="${PAPER_PALETTE.surface}" />
      ${titleLines.map(
        (line, i) =>
          html`<text x="${PADDING}" y="${PADDING + 18 + i * 26}" font-size="18" font-weight="700"
            >${line}</text
          >`,
      )}${trusted(serializeChart(chart))}
      <text x="${PADDING}" y="${outer.height - 16}" font-size="12" fill="${PAPER_PALETTE.muted}">
        ${card.source}
      </text>
    </svg>`.text
  }\n`;
}

/** Text in lines of at most `length` full-width characters; Japanese may break anywhere. */
function breakLines(text: string, length: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const character of text) {
    const size = character.codePointAt(0)! < 0x2000 ? 0.58 : 1;
    if (used + size > length) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += character;
    used += size;
  }
  return [...lines, line];
}

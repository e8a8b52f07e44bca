import type { ChartDocument, ChartSize } from "../charts/chart.js";
import { html, trusted, type Markup } from "../charts/html.js";
import { PAGE_PALETTE } from "../charts/palette.js";
import type { PublicChart } from "../charts/public/public-chart.js";
import { serializeChart } from "../charts/serialize.js";
import type { Page } from "./page.js";
import { spokenTable } from "./spoken-table.js";

/** A chart in its two drawings, what it says, and the table behind it. */
export function chartCard(page: Page, chart: PublicChart, document: ChartDocument): Markup {
  const { say, id, words, labels, charts } = page;
  // Said once: beside the first chart that has such counts.
  const inTens = charts.find((c) => c.id === "ages" || c.id === "districts") === chart;
  return html`<section
    class="card ${chart.id !== "progress" && "screen"}"
    aria-labelledby="${id(`${chart.id}-title`)}"
  >
    <h2 id="${id(`${chart.id}-title`)}">${say(chart.title)}</h2>
    <div class="chart">
      <div class="narrow">${drawing(page, chart, "narrow", document)}</div>
      <div class="wide">${drawing(page, chart, "wide", document)}</div>
    </div>
    <p class="reading screen">${say(chart.reading)}</p>
    ${inTens && html`<p class="why">${say(labels.inTens)}</p>`}
    <p class="from screen">${say(chart.source)}</p>
    <details>
      <summary>${say(words.showTable)}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${page.plain(words.tableOf(chart.title))}">
        ${spokenTable(page, chart.table)}
      </div>
    </details>
  </section>`;
}

function drawing({ id }: Page, chart: PublicChart, size: ChartSize, document: ChartDocument): Markup {
  const svg = serializeChart(chart.draw({ document, size, palette: PAGE_PALETTE }));
  return trusted(withOwnIds(svg, id(`${chart.id}-${size}-`)));
}

/**
 * Every drawing of a document has ids of its own: what is defined inside a drawing that is not shown paints
 * nothing in another.
 */
function withOwnIds(svg: string, prefix: string): string {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
  return ids.reduce(
    (text, id) =>
      text
        .replaceAll(` id="${id}"`, ` id="${prefix}${id}"`)
        .replaceAll(`url(#${id})`, `url(#${prefix}${id})`)
        .replaceAll(`href="#${id}"`, `href="#${prefix}${id}"`)
        .replaceAll(
          new RegExp(`(aria-(?:labelledby|describedby)="[^"]*?)\\b${id}\\b`, "g"),
          `$1${prefix}${id}`,
        ),
    svg,
  );
}

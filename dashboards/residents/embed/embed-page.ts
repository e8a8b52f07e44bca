import type { ChartDocument, ChartSize } from "../../charts/chart.js";
import { isNumeric, type CardTable } from "../../charts/card.js";
import { html, trusted, type Markup, type MarkupValue } from "../../charts/html.js";
import { PAGE_PALETTE } from "../../charts/palette.js";
import { serializeChart } from "../../charts/serialize.js";
import { NONE, number } from "../../charts/words.js";
import { embedDocument } from "./embed-document.js";
import type { PublicChart } from "../../charts/public/public-chart.js";
import { townName } from "../../charts/public/public-charts.js";
import type { PublicModel } from "../../charts/public/public-model.js";
import { keepAbout } from "../../charts/public/text-width.js";
import { wordsIn } from "../../charts/public/words.js";

/**
 * A chart as a page for frames on other sites: both drawings, of which the style sheet shows the one that fits, the
 * words around them, a table, a link to the town's page. No script, no cookie, nothing to load. Light and dark.
 * @returns the page, and the heights of its drawings in px
 */
export function embedPage(
  chart: PublicChart,
  model: PublicModel,
  document: ChartDocument,
): { page: string; heights: Record<ChartSize, number> } {
  const words = wordsIn(model.language);
  const town = townName(model);
  const { release, language } = model;
  const drawings = {
    narrow: chart.draw({ document, size: "narrow", palette: PAGE_PALETTE }),
    wide: chart.draw({ document, size: "wide", palette: PAGE_PALETTE }),
  };
  const drawing = (size: ChartSize): Markup => trusted(serializeChart(drawings[size]));
  const heightOf = (size: ChartSize): number => Number(drawings[size].getAttribute("height"));
  const page = embedDocument(
    words.tag,
    `${chart.title} | ${town}`,
    html`
      <p class="about">
        <span>${town}</span>${release.synthetic && html`<span class="sample">${words.synthetic}</span>`}
      </p>
      <h1>${keepAbout(chart.title)}</h1>
      <div class="narrow">${drawing("narrow")}</div>
      <div class="wide">${drawing("wide")}</div>
      <p>${chart.reading}</p>
      <p>
        ${chart.source}
        <a href="/?m=${release.municipality.code}&lang=${language}" target="_blank" rel="noopener"
          >${words.embed.more(town)}</a
        >
      </p>
      <details>
        <summary>${words.embed.table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="${words.embed.table}">
          ${table(chart.table)}
        </div>
      </details>
    `,
  );
  return {
    page,
    heights: { narrow: heightOf("narrow"), wide: heightOf("wide") },
  };
}

/** Numbers are set right. */
function table({ columns, rows, note }: CardTable): Markup {
  const numeric = columns.map((_, i) => i > 0 && rows.every((r) => isNumeric(r[i] ?? null)));
  const side = (i: number): MarkupValue => numeric[i] && html` class="number"`;
  const cell = (value: string | number | null, i: number): Markup =>
    i === 0
      ? html`<th scope="row">${value}</th>`
      : html`<td${side(i)}>${typeof value === "number" ? number(value) : (value ?? NONE)}</td>`;
  return html`<table>
      <thead>
        <tr>
          ${columns.map((c, i) => html`<th scope="col" ${side(i)}>${c}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${note !== undefined && html`<p>${note}</p>`}`;
}

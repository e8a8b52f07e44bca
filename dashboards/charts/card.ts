import type { ChartElement, ChartOptions } from "./chart.js";
import { number, NONE } from "./words.js";
import { html, trusted, type Markup, type MarkupValue } from "./html.js";

/** The numbers behind a figure: what its table and its CSV show. */
export interface CardTable {
  columns: readonly string[];
  /** Numbers are set right and written with thousands marked; text is text. */
  rows: readonly (readonly (string | number | null)[])[];
  /** Said under the table, for example that it is cut. */
  note?: string;
}

/** One figure of a page: everything that is said around a chart. */
export interface Card {
  /** The slot it fills, the name of its files: `progress-series`. */
  slot: string;
  /** The finding, a sentence with its number. */
  title: string;
  /** One line on how to read it. */
  reading: string;
  source: string;
  /** Half a row of the page or all of it. */
  span: "half" | "full";
  /** Null where there is nothing to draw; then `empty` says why. */
  draw: ((options: ChartOptions) => ChartElement) | null;
  empty?: string;
  /** Markup between chart and reading, for example the classes of a map. */
  legend?: Markup;
  /** Ways on from the figure, beside its files. */
  links?: readonly { href: string; text: string }[];
  table: CardTable | null;
}

/** The two drawings of a card as markup: each is shown at the widths it was made for. */
export interface CardCharts {
  narrow: string;
  wide: string;
}

/** The inside of a card's section; `charts` null leaves the places for live charts empty. */
export function cardMarkup(card: Card, charts: CardCharts | null): Markup {
  return html`<h2 class="card-title">${card.title}</h2>
    <div class="card-chart card-chart-${card.span}">${chartPlaces(card, charts)}</div>
    ${card.legend}
    <p class="card-reading">${card.reading}</p>
    <p class="card-source">${card.source}</p>
    <div class="card-foot">
      ${card.table && tableDetails(card.table)}
      <div class="card-actions"></div>
    </div>`;
}

function chartPlaces(card: Card, charts: CardCharts | null): MarkupValue {
  if (!card.draw) return html`<p class="card-empty">${card.empty}</p>`;
  return html`<div class="chart-narrow">${charts && trusted(charts.narrow)}</div>
    <div class="chart-wide">${charts && trusted(charts.wide)}</div>`;
}

function tableDetails(table: CardTable): Markup {
  return html`<details class="card-table">
    <summary>数字を表で見る</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label="数字の表">${plainTable(table)}</div>
  </details> `;
}

/** Whether a cell's value is a number as people write it: 1,234, +0.12, 84.9%, 約1,230, 72〜76%, or a dash for none. */
export const isNumeric = (value: string | number | null): boolean =>
  value === null ||
  typeof value === "number" ||
  /^((約|だいたい|about )?[-+±]?[\d,.]+([〜–][\d,.]+)?%?|—)$/.test(value);

/** A table with row headings; numbers with thousands marked, a dash for what is not there. */
export function plainTable({ columns, rows, note }: CardTable): Markup {
  const numeric = columns.map((_, i) => i > 0 && rows.every((row) => isNumeric(row[i] ?? null)));
  const kind = (i: number): MarkupValue => numeric[i] && html` class="num"`;
  const cell = (value: string | number | null, i: number): Markup => {
    if (i === 0) return html`<th scope="row">${value}</th>`;
    return html`<td${kind(i)}>${typeof value === "number" ? number(value) : (value ?? NONE)}</td>`;
  };
  const head = columns.map((c, i) => html`<th scope="col" ${kind(i)}>${c}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map(cell)}
      </tr>`,
  );
  return html`<table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
    ${note && html`<p class="table-note">${note}</p>`}`;
}

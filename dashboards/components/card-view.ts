import { cardMarkup, type Card } from "../charts/card.js";
import { chartFile } from "../charts/chart-files.js";
import { html } from "../charts/html.js";
import type { Town } from "../charts/model.js";
import { csvText } from "../data/contract/csv.js";
import { download } from "./download.js";
import { drawWhereShown } from "./draw-where-shown.js";
import { drawPng } from "./draw-png.js";
import { slot } from "./slots.js";

/** What a live card knows beyond what it shows. */
export interface CardOrigin {
  town: Town;
  /** Part of the file names; an ISO date. */
  asOf: string;
  /** The query whose rows the card is made from. */
  sql: string;
}

/** Draws cards live over their first paint. */
export function mountCards(cards: readonly Card[], origin: (card: Card) => CardOrigin): void {
  const mounted = cards.flatMap((card) => {
    const section = slot(card.slot);
    return section ? [{ section, card, open: detailsOf(section).map((d) => d.open) }] : [];
  });
  for (const { section, card } of mounted) section.innerHTML = cardMarkup(card, null).text;
  drawWhereShown(mounted);
  for (const { section, card, open } of mounted) {
    mountActions(section.querySelector<HTMLElement>(".card-actions")!, card, origin(card));
    for (const [i, details] of detailsOf(section).entries()) details.open = open[i] ?? false;
  }
}

const detailsOf = (section: HTMLElement) => [...section.querySelectorAll("details")];

function mountActions(place: HTMLElement, card: Card, { town, asOf, sql }: CardOrigin): void {
  const notebook = `./notebook?${new URLSearchParams({ m: town.code, sql })}`;
  const button = (kind: string) =>
    html`<button type="button" class="button-quiet" data-file="${kind}">${kind.toUpperCase()}</button>`;
  const question = html`<details class="card-sql">
    <summary>SQL</summary>
    <pre tabindex="0">${sql}</pre>
  </details>`;
  place.innerHTML =
    html`${question}${card.table && button("csv")}${card.draw && [button("svg"), button("png")]}<a
        class="button-quiet"
        href="${notebook}"
        >ノートで開く</a
      >${card.links?.map(({ href, text }) => html`<a class="button-quiet" href="${href}">${text}</a>`)}`.text;
  const name = `${town.code}_${card.slot}_${asOf}`;
  place.querySelector('[data-file="csv"]')?.addEventListener("click", () => {
    const { columns, rows } = card.table!;
    download(`${name}.csv`, csvText(columns, rows), "text/csv");
  });
  place.querySelector('[data-file="svg"]')?.addEventListener("click", () => {
    download(`${name}.svg`, chartFile(card, document), "image/svg+xml");
  });
  place.querySelector('[data-file="png"]')?.addEventListener("click", async () => {
    download(`${name}.png`, await drawPng(chartFile(card, document)), "image/png");
  });
}

import { plainTable } from "../../charts/card.js";
import { html, type Markup } from "../../charts/html.js";
import { PAGE_PALETTE } from "../../charts/palette.js";
import { uploadEffectCard } from "../../charts/upload-effect.js";
import { effectHeadline } from "../../charts/upload-effect-headline.js";
import { effectBase } from "../../charts/upload-effect-rows.js";
import { dateJa } from "../../charts/words.js";
import type { Effect } from "../../data/contract/api/dry-run.js";

const HEADINGS = {
  before: (date: string) => `${date}の率はこう変わります`,
  previous: (date: string) => `${date}の率は、取り込むとこうなります`,
  none: (date: string) => `${date}の率`,
} as const;

/** What a file does to the headline rates and to each district, against the ledger. */
export function effectSection(effect: Effect): Markup {
  const heading = HEADINGS[effectBase(effect)](dateJa(effect.as_of));
  const others = effect.other_dates;
  return html`<h2>${heading}</h2>
    ${
      others.length > 0 &&
      html`<p class="hint">
        いちばん新しい基準日について示しています。このファイルにはほかに${others.map(dateJa).join("、")}があります。
      </p>`
    }
    ${effectHeadline(effect)}
    <div class="effect" data-effect></div>`;
}

/** Draws the districts' chart and table where `effectSection` left room. */
export function mountEffect(place: HTMLElement, effect: Effect): void {
  const room = place.querySelector<HTMLElement>("[data-effect]");
  const card = uploadEffectCard(effect, `出典:確かめているファイルと台帳、${dateJa(effect.as_of)}`);
  if (!room) return;
  if (!card) {
    room.innerHTML = html`<p class="hint">地区別の数字ではないため、地区ごとの比べはありません。</p>`.text;
    return;
  }
  room.innerHTML = html`<section class="card">
      <h3 class="card-title">${card.title}</h3>
      ${
        card.draw
          ? html`<div class="card-chart card-chart-half">
              <div class="chart-narrow"></div>
              <div class="chart-wide"></div>
            </div>`
          : html`<p class="card-empty">${card.empty}</p>`
      }
      ${card.draw && html`<p class="card-reading">${card.reading}</p>`}
      <p class="card-source">${card.source}</p>
    </section>
    <section class="card">
      <h3 class="card-title">地区ごとの数字(${card.table!.rows.length}地区)</h3>
      <div class="table-scroll" tabindex="0" role="region" aria-label="地区ごとの数字">
        ${plainTable(card.table!)}
      </div>
    </section>`.text;
  for (const size of ["narrow", "wide"] as const) {
    const frame = room.querySelector(`.chart-${size}`);
    if (card.draw) frame?.append(card.draw({ document, size, palette: PAGE_PALETTE }));
  }
}

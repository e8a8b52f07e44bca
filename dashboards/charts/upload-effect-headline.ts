import { MEASURES, type Counts, type Measure } from "../data/contract/figure.js";
import { percentHalfUp, pointsBetween } from "../data/indicators/rate.js";
import { html, type Markup } from "./html.js";
import { baseCounts, effectBase, effectMeasure, type UploadEffect } from "./upload-effect-rows.js";
import { countOf, dateJa, NONE, number, rateName } from "./words.js";

/** The town's rates as they would be with the file, each beside what it is compared with: one tile a measure. */
export function effectHeadline(effect: UploadEffect): Markup {
  const focus = effectMeasure(effect);
  return html`<div class="tiles">${MEASURES.map((m) => tile(effect, m, m === focus))}</div>`;
}

function tile(effect: UploadEffect, measure: Measure, main: boolean): Markup {
  const base = effectBase(effect);
  const { after } = effect.town;
  const compared = baseCounts(effect.town, base);
  const [from, to] = [percentOf(compared, measure), percentOf(after, measure)];
  if (after[measure] === null) {
    const lost = compared?.[measure] != null;
    return html`<div class="tile tile-absent">
      <h3 class="tile-name">${rateName(measure)}</h3>
      <p class="tile-none">
        このファイルに数字がありません${lost && base === "before" && `。いまの台帳の${from}%は空きになります`}
      </p>
    </div>`;
  }
  const name = base === "before" ? "いまの台帳" : `前回(${dateJa(effect.previous_as_of ?? effect.as_of)})`;
  return html`<div class="tile${main ? " tile-main" : ""}">
    <h3 class="tile-name">${rateName(measure)}</h3>
    <p class="tile-value">${to ?? NONE}<span class="unit">%</span></p>
    <p class="tile-count">${countOf(measure, after[measure])} / 住民${number(after.population)}人</p>
    <ul class="tile-notes">
      <li>
        ${from && to ? html`${name}は${from}%。<b>${pointsBetween(from, to)}ポイント</b>` : "比べる数字は台帳にありません"}
      </li>
      ${compared && html`<li>${differenceOf(compared, after, measure)}</li>`}
    </ul>
  </div>`;
}

const percentOf = (counts: Counts | null, measure: Measure): string | null =>
  counts && percentHalfUp(counts[measure], counts.population);

function differenceOf(from: Counts, to: Counts, measure: Measure): Markup {
  const by = (a: number | null, b: number | null) =>
    a === null || b === null ? NONE : `${b > a ? "+" : b < a ? "-" : "±"}${number(Math.abs(b - a))}`;
  const unit = measure === "applications" ? "件" : "枚";
  return html`<b>${by(from[measure], to[measure])}${unit}</b>、住民
    <b>${by(from.population, to.population)}人</b>`;
}

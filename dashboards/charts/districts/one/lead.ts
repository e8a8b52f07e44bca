import { html, type Markup, type MarkupValue } from "../../html.js";
import { printNote } from "../../print-note.js";
import { counted, dateJa, NONE, number, percent, points, rateName, roughly } from "../../words.js";
import { percentBand } from "../../../data/indicators/printed.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { VERDICT_MEANINGS, VERDICT_NAMES, VERDICT_SYMBOLS } from "../verdict-words.js";
import { without } from "../words.js";
import type { DistrictPageModel } from "./model.js";

const address = ({ municipality }: DistrictPageModel, code: string): string =>
  `./district?${new URLSearchParams({ m: municipality.code, district: code })}`;

/** Back to all districts, to the one before and the one after. */
export function districtLinks(model: DistrictPageModel): Markup {
  const { previous, next, municipality } = model;
  return html`<a class="row-link" href="./districts?m=${municipality.code}">すべての地区</a>
    ${previous && html`<a class="row-link" rel="prev" href="${address(model, previous.code)}">← ${previous.name}</a>`}
    ${next && html`<a class="row-link" rel="next" href="${address(model, next.code)}">${next.name} →</a>`}`;
}

/** The heading where the town has no districts to choose from. */
export const noDistrictsLead = ({ name, code }: DistrictPageModel["municipality"]): Markup =>
  html`<p class="eyebrow">地区</p>
    <h1>${name}の地区別の数字はまだありません</h1>
    <p class="lead"><a href="./progress?m=${code}">全体の進捗を見る</a></p>`;

/** The heading of a district's page; one without figures says so. */
export function districtLead(model: DistrictPageModel): Markup {
  const { name, district, now, measure, standing, isPublic } = model;
  const area = district?.area ? `(${district.area})` : "";
  if (!now) {
    return html`<p class="eyebrow">地区</p>
      <h1>${district ? `${name}の数字はまだありません` : "この地区は一覧にありません"}</h1>`;
  }
  const eyebrow = html`<p class="eyebrow">
    地区 ${name}${area} ${dateJa(now.as_of)}現在・${rateName(measure)}
  </p>`;
  if (now.own.population === 0) {
    return html`${eyebrow}
      <h1>${name}に住民はいません</h1>`;
  }
  if (standing!.without === null) {
    return html`${eyebrow}
      <h1>${name}の${rateName(measure)}の数字はまだありません</h1>`;
  }
  const verdict = now.judgement?.verdict;
  const words = verdict ? `。${VERDICT_MEANINGS[verdict]}` : "";
  return html`${eyebrow}
    <h1>
      ${name}では、${number(now.own.population)}人のうち${counted(standing!.without, standing!.leaves)}人が${without(measure).replace(/人$/, "")}
    </h1>
    ${words && html`<p class="lead">${words.slice(1)}。</p>`}${printNote(isPublic)}`;
}

/** Rate, people without, place and verdict, each beside what it is compared with; of prints no place. */
export function districtTiles(model: DistrictPageModel): Markup {
  const { now, measure, standing } = model;
  if (!now || !standing || now.own.population === 0) return html``;
  const { own, town, townRate, judgement } = now;
  const { leaves } = standing;
  const tile = (name: string, value: MarkupValue, unit: string, note: MarkupValue, main = false): Markup =>
    html`<div class="${main ? "tile tile-main" : "tile"}">
      <h2 class="tile-name">${name}</h2>
      <p class="tile-value tile-value-small">${value}<span class="unit">${unit}</span></p>
      <p class="tile-count">${note}</p>
    </div>`;
  const townWithout = town?.[measure] == null ? null : Math.max(0, town.population - town[measure]);
  const share =
    standing.without === null || !townWithout
      ? ""
      : `全体の${roughly(`${((100 * standing.without) / townWithout).toFixed(leaves > 0 ? 0 : 1)}%`, leaves)}`;
  return html`${tile(
    rateName(measure),
    standing.percent === null ? NONE : roughly(standing.percent, leaves),
    standing.percent === null ? "" : "%",
    besideTown(model),
    true,
  )}
  ${tile(without(measure), counted(standing.without, leaves), standing.without === null ? "" : "人", share)}
  ${leaves === 0 && tile("順位(率の高い方から)", own.place === null ? NONE : number(own.place), own.place === null ? "" : "番目", `${number(own.districts)}地区のうち`)}
  ${tile(
    "判定",
    judgement ? `${VERDICT_SYMBOLS[judgement.verdict]} ${VERDICT_NAMES[judgement.verdict]}` : NONE,
    "",
    judgement
      ? VERDICT_MEANINGS[judgement.verdict]
      : townRate !== null && townRate >= 1
        ? "全体の率が100%以上のため、判定しない"
        : "",
  )}`;
}

/** The town's rate, and how far from it the district lies; of a print its band instead. */
function besideTown({ now, measure, standing }: DistrictPageModel): string {
  const { town, townRate, ownRate } = now!;
  const townPercent = town && percentHalfUp(town[measure], town.population);
  const { count, population, leaves } = standing!;
  const band = count === null || leaves === 0 ? "" : `(95%の幅は${percentBand(count, population, leaves)}%)`;
  if (!townPercent) return band.slice(1, -1);
  const apart =
    leaves > 0 || ownRate === null || townRate === null
      ? ""
      : `(${points(100 * (ownRate - townRate), 1)}ポイント)`;
  return `全体は${percent(townPercent)}${apart}${band}`;
}

/** The slots of the page that are no cards. */
export const districtPageSlots = (model: DistrictPageModel): Record<string, string> => ({
  "district-links": districtLinks(model).text,
  "district-lead": districtLead(model).text,
  "district-tiles": districtTiles(model).text,
});

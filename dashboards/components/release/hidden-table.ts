import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { HiddenReason, HiddenSeries } from "../../data/disclosure/published.js";
import type { Report } from "./types.js";
import { groupName, measureName, reasonName, REASONS, TABLE_NAMES } from "./words.js";

const KINDS = ["town", "area", "district"] as const;

export type PlaceName = (kind: HiddenSeries["kind"], code: string) => string;

/** How many series of each table are hidden for each reason. */
export function hiddenByReason(hidden: readonly HiddenSeries[]): {
  reason: HiddenReason;
  counts: Record<HiddenSeries["kind"], number>;
}[] {
  return REASONS.map((reason) => {
    const of = (kind: HiddenSeries["kind"]) =>
      hidden.filter((h) => h.reason === reason && h.kind === kind).length;
    return { reason, counts: { town: of("town"), area: of("area"), district: of("district") } };
  }).filter(({ counts }) => counts.town + counts.area + counts.district > 0);
}

/** The hidden series grouped by reason and table, and each of them behind a filter. */
export function hiddenSection({ hidden, policy }: Report): Markup {
  if (hidden.length === 0) return html`<p class="card-empty">秘匿する系列はありません。</p>`;
  const kinds = KINDS.filter((kind) => hidden.some((h) => h.kind === kind));
  const groups = hiddenByReason(hidden);
  return html`<h3>秘匿する理由</h3>
    <div class="table-scroll" tabindex="0" role="region" aria-label="秘匿する理由">
      <table>
        <thead>
          <tr>
            <th scope="col">理由</th>
            ${kinds.map((kind) => html`<th scope="col" class="num">${TABLE_NAMES[kind]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            ({ reason, counts }) =>
              html`<tr>
                <th scope="row">${reasonName(reason, policy)}</th>
                ${kinds.map((kind) => html`<td class="num">${number(counts[kind])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <details>
      <summary>秘匿する${number(hidden.length)}系列を1つずつ見る</summary>
      <div class="controls release-filter">
        <label
          >表<select name="kind">
            <option value="">すべて</option>
            ${kinds.map((kind) => html`<option value="${kind}">${TABLE_NAMES[kind]}</option>`)}
          </select></label
        >
        <label
          >理由<select name="reason">
            <option value="">すべて</option>
            ${groups.map(({ reason }) => html`<option value="${reason}">${reasonName(reason, policy)}</option>`)}
          </select></label
        >
      </div>
      <p class="table-note" role="status" data-count></p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="秘匿する系列" data-rows></div>
    </details>`;
}

/** Hidden series, one a row. */
export const hiddenTable = (
  hidden: readonly HiddenSeries[],
  policy: Report["policy"],
  nameOf: PlaceName,
): Markup =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">ところ</th>
        <th scope="col">年齢・性別</th>
        <th scope="col">数字</th>
        <th scope="col">理由</th>
      </tr>
    </thead>
    <tbody>
      ${hidden.map(
        (h) =>
          html`<tr>
            <th scope="row">${nameOf(h.kind, h.place)}</th>
            <td>${groupName(h.age_band, h.sex)}</td>
            <td>${measureName(h.measure)}</td>
            <td>${reasonName(h.reason, policy)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { Upload } from "../../data/contract/api/upload.js";
import { changes, countOfNotes, dates, received } from "./words.js";

const COLUMNS = [
  "取り込んだ日時",
  "基準日",
  "行",
  "変わったところ",
  "確かめた警告",
  "取り込んだ人",
  "版",
  "操作",
];

/**
 * The history of uploads, newest as the API gives them. On a phone a row is stacked, so every cell carries its
 * heading, and the roles are said: a browser forgets them when a table is laid out as blocks.
 * @param mayChange whether the visitor may fetch originals and take uploads back.
 */
export function historyTable(uploads: readonly Upload[], town: string, mayChange: boolean): Markup {
  if (uploads.length === 0) return html`<p class="card-empty">取り込みはまだありません。</p>`;
  const columns = mayChange ? COLUMNS : COLUMNS.slice(0, -1);
  return html`<table class="history" role="table" aria-label="取り込みの一覧">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${uploads.map((upload) => historyRow(upload, town, mayChange))}
    </tbody>
  </table>`;
}

function historyRow(upload: Upload, town: string, mayChange: boolean): Markup {
  const warnings = countOfNotes(upload.notes, "warning");
  const cell = (i: number, content: Markup | string | number, kind = "") =>
    html`<td role="cell" data-label="${COLUMNS[i]}" class="${kind}"><span>${content}</span></td>`;
  const sample = upload.synthetic && html` <span class="badge badge-sample">合成</span>`;
  const undone =
    upload.taken_back_in !== null &&
    html` <span class="badge badge-undone">取り消し済み(版${upload.taken_back_in})</span>`;
  return html`<tr role="row" class="${upload.taken_back_in === null ? "" : "is-undone"}">
    <th scope="row" role="rowheader">
      <a class="row-link" href="./uploads?m=${town}&id=${encodeURIComponent(upload.id)}"
        >${received(upload)}</a
      >
    </th>
    ${cell(1, html`${dates(upload)}${sample}${undone}`)}${cell(2, number(upload.rows), "num")}
    ${cell(3, changes(upload))}${cell(4, warnings > 0 ? `${number(warnings)}件` : "なし")}
    ${cell(5, upload.actor, "actor")}${cell(6, upload.revision ?? "—", "num")}
    ${mayChange && cell(7, actions(upload))}
  </tr>`;
}

function actions(upload: Upload): Markup {
  const { added, changed, removed } = upload.changes;
  const isStanding = upload.taken_back_in === null && added + changed + removed > 0;
  const name = `${received(upload)}の取り込み`;
  return html`<a
      class="button-quiet"
      href="/api/v1/uploads/${encodeURIComponent(upload.id)}/original"
      download
      aria-label="原本(${name})"
      >原本</a
    >${
      isStanding &&
      html`<button
        type="button"
        class="button-quiet"
        data-take-back="${upload.id}"
        aria-label="取り消す(${name})"
      >
        取り消す
      </button>`
    }`;
}

import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { Upload } from "../../data/contract/api/upload.js";
import { changes, countOfNotes, dates, received } from "./words.js";

/** What a file became: its place in the history, a link to its differences, and the way back. */
export function acceptedMarkup(upload: Upload, known: boolean, town: string): Markup {
  const { added, changed, removed } = upload.changes;
  const warnings = countOfNotes(upload.notes, "warning");
  const href = `./uploads?m=${town}&id=${encodeURIComponent(upload.id)}`;
  return html`<div class="upload-box upload-box-done">
    <h2 tabindex="-1" data-focus>${acceptedTitle(upload, known)}</h2>
    <p>
      ${known ? `${received(upload)}に${upload.actor}が取り込んだものと同じです。二重には取り込みません。` : changes(upload)}${!known && warnings > 0 && `。確かめた警告${number(warnings)}件は記録に残しました`}
    </p>
    <p class="card-buttons">
      <a class="button" href="${href}">変わった数字を見る</a>
      ${
        upload.taken_back_in === null &&
        added + changed + removed > 0 &&
        html`<button type="button" data-take-back="${upload.id}">取り消す</button>`
      }
      <button type="button" data-do="another">別のファイルを選ぶ</button>
    </p>
    <p class="hint">
      住民向けの公開データはまだ変わっていません。公開は、公開の担当者が確かめてから行います。
    </p>
  </div>`;
}

/** The result in a sentence. */
export const acceptedTitle = (upload: Upload, known: boolean): string =>
  known
    ? "このファイルはすでに取り込まれています"
    : `${dates(upload)}の${number(upload.rows)}行を取り込みました`;

import { html, type Markup } from "../../charts/html.js";
import type { Attempt, Failure } from "../failure.js";

/** @param act what was tried: 下書き, 公開, 取り下げ, 保存, 記録 */
export const trying = (act: string): Attempt => ({
  unreachable: `${act}が済んだかどうかは、まだ分かりません。通信を確かめて、この画面を読み込み直すと分かります。`,
  signedOut: `${act}は済んでいません。サインインし直してください。`,
  again: "もう一度お試しください。",
  otherwise: "none",
});

/** The failure as the page shows it. @param signIn address of the page to sign in, leading back here */
export function failureMarkup({ title, advice, way }: Failure, town: string, signIn: string): Markup {
  return html`<div class="upload-box upload-box-error">
    <h2 tabindex="-1" data-focus>${title}</h2>
    <p>${advice}</p>
    <p class="card-buttons">
      ${way === "retry" && html`<button type="button" class="button" data-do="retry">もう一度試す</button>`}
      ${way === "redraft" && html`<button type="button" class="button" data-do="redraft">下書きを作り直す</button>`}
      ${way === "sign-in" && html`<a class="button" href="${signIn}">サインインする</a>`}
      ${way === "settings" && html`<a class="button" href="./releases?m=${town}&view=settings">公開の設定を開く</a>`}
    </p>
  </div>`;
}

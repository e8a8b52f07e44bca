import { html, type Markup } from "../../charts/html.js";
import { japanese } from "../upload/words.js";
import type { Refused } from "./send.js";

/** What went wrong, and what the publisher can do about it here. */
export interface Failure {
  title: string;
  advice: string;
  way: "retry" | "sign-in" | "redraft" | "settings" | "none";
}

/** The problem says of a draft that it no longer is what would be published. */
const STALE = /下書きを作り直/;
/** The problem says that the settings are the reason. */
const SETTINGS = /設定/;

/** The words for a refusal. @param act what was tried: 下書き, 公開, 取り下げ, 保存 */
export function failureOf(sent: Refused, act: string): Failure {
  if (sent.kind === "unreachable") {
    return {
      title: "つながりませんでした",
      advice: `${act}が済んだかどうかは、まだ分かりません。通信を確かめて、この画面を読み込み直すと分かります。`,
      way: "retry",
    };
  }
  const { status, retryAfterSeconds } = sent;
  if (status === 401) {
    return {
      title: "サインインの期限が切れました",
      advice: `${act}は済んでいません。サインインし直してください。`,
      way: "sign-in",
    };
  }
  if (status === 429) {
    return {
      title: "続けて送りすぎました",
      advice: `${retryAfterSeconds === null ? "1分" : `${retryAfterSeconds}秒`}ほど待ってから、もう一度お試しください。`,
      way: "retry",
    };
  }
  const advice = japanese(sent.detail) || "しばらくたってから、もう一度お試しください。";
  const title = japanese(sent.title) || "うまくいきませんでした";
  if (status === 409 && STALE.test(advice))
    return { title: "この下書きは古くなりました", advice, way: "redraft" };
  if (status === 409 && SETTINGS.test(advice)) return { title, advice, way: "settings" };
  return { title, advice, way: status >= 500 ? "retry" : "none" };
}

/** A failure in one line, for a dialog. */
export const failureLine = ({ title, advice }: Failure): string => `${title}。${advice}`;

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

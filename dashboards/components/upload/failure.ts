import { html, type Markup } from "../../charts/html.js";
import type { Attempt, Failure } from "../failure.js";

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export const ONE_AT_A_TIME: Failure = {
  title: "ファイルは1つずつ置いてください",
  advice: "1つを確かめて取り込んでから、次のファイルを置いてください。",
  way: "another",
};
export const UNREADABLE: Failure = {
  title: "ファイルを開けません",
  advice: "フォルダーではないか、移したり消したりしていないかを確かめて、もう一度選んでください。",
  way: "another",
};

/** Sending a file that the page still holds. */
export const SENDING: Attempt = {
  unreachable:
    "ファイルはこの画面に残っています。通信を確かめて、もう一度送ってください。途中まで届いていても、二重に取り込まれることはありません。",
  signedOut: "何も取り込んでいません。サインインし直してから、もう一度ファイルを選んでください。",
  again: "もう一度送ってください。ファイルはこの画面に残っています。",
  otherwise: "another",
};

/** The failure as the page shows it. @param signIn address of the page to sign in, leading back here */
export function failureMarkup({ title, advice, way }: Failure, signIn: string): Markup {
  return html`<div class="upload-box upload-box-error">
    <h2 tabindex="-1" data-focus>${title}</h2>
    <p>${advice}</p>
    <p class="card-buttons">
      ${way === "retry" && html`<button type="button" class="button" data-do="retry">もう一度送る</button>`}
      ${way === "sign-in" && html`<a class="button" href="${signIn}">サインインする</a>`}
      <button type="button" data-do="another">別のファイルを選ぶ</button>
    </p>
  </div>`;
}

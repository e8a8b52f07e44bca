import { html, type Markup } from "../../charts/html.js";
import type { Outcome } from "./send-file.js";
import { japanese } from "./words.js";

/** What went wrong with sending, and what to do about it. */
export interface Failure {
  title: string;
  advice: string;
  /** What the clerk can do here: send the same file again, sign in again, or choose another file. */
  way: "retry" | "sign-in" | "another";
}

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export const TOO_LARGE: Failure = {
  title: "ファイルが大きすぎます",
  advice: "送れるのは5MBまでです。月ごとに分けるか、使わないシートや列を除いて保存し直してください。",
  way: "another",
};
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
const WRONG_KIND: Failure = {
  title: "この形式のファイルは読めません",
  advice:
    "読めるのはCSV、Excelブック(.xlsx)、JSONです。古い形式のExcel(.xls)やPDFは、.xlsxかCSVで保存し直してください。",
  way: "another",
};
const SIGNED_OUT: Failure = {
  title: "サインインの期限が切れました",
  advice: "何も取り込んでいません。サインインし直してから、もう一度ファイルを選んでください。",
  way: "sign-in",
};
const UNREACHABLE: Failure = {
  title: "つながりませんでした",
  advice:
    "ファイルはこの画面に残っています。通信を確かめて、もう一度送ってください。途中まで届いていても、二重に取り込まれることはありません。",
  way: "retry",
};

/** The words for an answer that is not about the file's content. */
export function failureOf(outcome: Extract<Outcome, { kind: "refused" | "unreachable" }>): Failure {
  if (outcome.kind === "unreachable") return UNREACHABLE;
  const { status, problem, retryAfterSeconds } = outcome;
  if (status === 401) return SIGNED_OUT;
  if (status === 413) return TOO_LARGE;
  if (status === 415) return WRONG_KIND;
  if (status === 429) {
    return {
      title: "続けて送りすぎました",
      advice: `${retryAfterSeconds === null ? "1分" : `${retryAfterSeconds}秒`}ほど待ってから、もう一度送ってください。ファイルはこの画面に残っています。`,
      way: "retry",
    };
  }
  const id = problem.request_id ? `(記録番号 ${problem.request_id})` : "";
  return {
    title: japanese(problem.title) || "うまくいきませんでした",
    advice: `${japanese(problem.detail ?? "しばらくたってから、もう一度お試しください。")}${status >= 500 ? id : ""}`,
    way: status >= 500 ? "retry" : "another",
  };
}

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

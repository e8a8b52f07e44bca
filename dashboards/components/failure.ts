import { html, type Markup } from "../charts/html.js";
import type { Problem, ProblemCode } from "../data/contract/api/problem.js";

/** What a refusal says; of an answer that is none of the API's own there are only our words. */
export type Refusal = Pick<Problem, "code" | "localized"> & Partial<Problem>;

export interface Refused {
  kind: "refused";
  problem: Refusal;
  /** How long to wait, where the API says so. */
  retryAfterSeconds: number | null;
}

/** How a request ended that was not done. */
export type NotDone = Refused | { kind: "unreachable" };

/** What went wrong, and what can be done about it here. */
export interface Failure {
  title: string;
  advice: string;
  way: Way;
}

/** Send the same again, sign in again, choose another file, make a new draft, change the settings, or nothing here. */
export type Way = "retry" | "sign-in" | "another" | "redraft" | "settings" | "none";

/** What was tried, as far as the words of a failure depend on it. */
export interface Attempt {
  /** Whether it may have been done where the line failed, and what to do. */
  unreachable: string;
  /** What has not been done where the sign-in ended, and what to do. */
  signedOut: string;
  /** 続けて…; what comes after 60秒ほど待ってから、 */
  again: string;
  /** Where the problem's own words are all there is to say. */
  otherwise: Way;
  /** What is said of a problem here and not elsewhere. */
  known?: Known;
}

export const TOO_LARGE: Failure = {
  title: "ファイルが大きすぎます",
  advice: "送れるのは5MBまでです。月ごとに分けるか、使わないシートや列を除いて保存し直してください。",
  way: "another",
};

type Known = Readonly<Partial<Record<ProblemCode, Partial<Failure>>>>;

/** What the page knows better than the problem's own words: a title, an advice, a way on. */
const KNOWN: Known = {
  body_too_large: TOO_LARGE,
  unsupported_media_type: {
    title: "この形式のファイルは読めません",
    advice:
      "読めるのはCSV、Excelブック(.xlsx)、JSONです。古い形式のExcel(.xls)やPDFは、.xlsxかCSVで保存し直してください。",
    way: "another",
  },
  draft_outdated: { title: "この下書きは古くなりました", way: "redraft" },
  release_withdrawn: { way: "redraft" },
  audit_failed: { way: "settings" },
  settings_do_not_fit: { way: "settings" },
};

/** The words for what was not done; decided by the problem's code. */
export function failureOf(ended: NotDone, attempt: Attempt): Failure {
  if (ended.kind === "unreachable")
    return { title: "つながりませんでした", advice: attempt.unreachable, way: "retry" };
  const { problem, retryAfterSeconds } = ended;
  const { title, detail } = problem.localized.ja;
  switch (problem.code) {
    case "unauthenticated":
      return { title: "サインインの期限が切れました", advice: attempt.signedOut, way: "sign-in" };
    case "rate_limited": {
      const wait = retryAfterSeconds === null ? "1分" : `${retryAfterSeconds}秒`;
      return {
        title: "続けて送りすぎました",
        advice: `${wait}ほど待ってから、${attempt.again}`,
        way: "retry",
      };
    }
    case "internal": {
      const id = problem.request_id ? `(記録番号 ${problem.request_id})` : "";
      return { title, advice: `${detail}${id}`, way: "retry" };
    }
    default:
      return {
        title,
        advice: detail,
        way: attempt.otherwise,
        ...KNOWN[problem.code],
        ...attempt.known?.[problem.code],
      };
  }
}

const READING: Attempt = {
  unreachable: "通信を確かめて、もう一度お試しください。",
  signedOut: "サインインし直してください。",
  again: "もう一度お試しください。",
  otherwise: "none",
};

/** The same for something small, which is read or changed in one step. */
export const plainFailure = (ended: NotDone): Failure => failureOf(ended, READING);

/** A failure in one line, as it is read out. */
export const failureLine = ({ title, advice }: Failure): string => `${title}。${advice}`;

/** Whether the API says of what was asked for that it is not there. */
export const isMissing = (ended: NotDone): boolean =>
  ended.kind === "refused" && ended.problem.code === "not_found";

/** Whether nobody is signed in any more. */
export const isSignedOut = (ended: NotDone): boolean =>
  ended.kind === "refused" && ended.problem.code === "unauthenticated";

/** In the place of a page that could not be read. @param missing what is said where there is no such thing */
export function unreadPage(ended: NotDone, missing: string): Markup {
  const { title, advice } = plainFailure(ended);
  return html`<div class="empty-state" role="alert">
    <h1>${isMissing(ended) ? missing : title}</h1>
    <p>${advice}</p>
    <p><a class="button" href="">もう一度読み込む</a></p>
  </div>`;
}

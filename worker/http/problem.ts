import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { MAX_REPORTED_ISSUES, type Words } from "../../data/contract/api/issue.js";
import type { Problem, ProblemCode, ProblemKind } from "../../data/contract/api/problem.js";
import { describeError } from "../describe-error.js";
import { screenText } from "../intake/screen.js";
import { Refusal } from "../refusal.js";

/** The status and the heading of every kind. */
const KINDS: Readonly<Record<ProblemKind, readonly [status: number, ja: string, en: string]>> = {
  invalid_request: [400, "リクエストが正しくありません", "Invalid request"],
  unauthenticated: [401, "サインインが必要です", "Sign-in required"],
  role_too_low: [403, "この操作の権限がありません", "Role too low"],
  other_municipality: [403, "この団体のデータは扱えません", "Another municipality's data"],
  foreign_origin: [403, "別のサイトからの操作は受け付けません", "Cross-site request refused"],
  not_found: [404, "見つかりません", "Not found"],
  method_not_allowed: [405, "このアドレスではできない操作です", "Method not allowed"],
  conflict: [409, "いまの状態ではできません", "Conflict"],
  gone: [410, "取り下げられました", "Withdrawn"],
  precondition_failed: [412, "条件に合いません", "Precondition failed"],
  body_too_large: [413, "データが大きすぎます", "Body too large"],
  unsupported_media_type: [415, "この形式は受け付けていません", "Unsupported media type"],
  range_not_satisfiable: [416, "その範囲はありません", "Range not satisfiable"],
  refused_file: [422, "ファイルを取り込めません", "File refused"],
  warnings_not_accepted: [422, "確かめてから送り直してください", "Warnings to look at"],
  idempotency_mismatch: [422, "Idempotency-Key が別の内容で使われています", "Idempotency-Key reused"],
  rate_limited: [429, "しばらくたってからもう一度お試しください", "Too many requests"],
  internal: [500, "内部エラーが発生しました", "Internal error"],
};

/** The kinds as the address of a problem's `type` lists them. */
export const LISTED_KINDS = Object.entries(KINDS).map(([kind, [status, ja, en]]) => ({
  kind,
  status,
  ja,
  en,
}));

/** What a problem says to programs and to people, the same in an answer and in a job that failed. */
export function problemWords(
  kind: ProblemKind,
  code: ProblemCode,
  { ja, en }: Words,
): Pick<Problem, "title" | "detail" | "code" | "localized"> {
  const [, jaTitle, enTitle] = KINDS[kind];
  return {
    title: `${jaTitle} / ${enTitle}`,
    detail: `${ja} / ${en}`,
    code,
    localized: { ja: { title: jaTitle, detail: ja }, en: { title: enTitle, detail: en } },
  };
}

/** The refusal as application/problem+json (RFC 9457). */
export function problemResponse(c: Context, { kind, code, detail, extra }: Refusal): Response {
  const [status] = KINDS[kind];
  const { issues, headers, members } = extra;
  const body = {
    type: `/api/problems/${kind}`,
    ...problemWords(kind, code, detail),
    status,
    instance: instanceOf(c.req.url),
    request_id: c.get("requestId"),
    ...members,
    ...(issues && { issue_count: issues.length, issues: issues.slice(0, MAX_REPORTED_ISSUES) }),
  };
  return c.body(JSON.stringify(body), status as 400, {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    ...(status === 401 && { "www-authenticate": 'Bearer realm="ikiwatari"' }),
    ...headers,
  });
}

/** The address that was asked for; a part of it that looks personal is not repeated. */
function instanceOf(url: string): string {
  const parts = new URL(url).pathname.split("/");
  return parts.map((part) => (screenText(decoded(part)) ? "_" : part)).join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Broken percent signs spell nothing that could be read.
    return part;
  }
}

/** The one error handler. What is not a refusal is logged by its kind and place, never with its data. */
export function onError(error: unknown, c: Context): Response {
  if (error instanceof Refusal) return problemResponse(c, error);
  if (error instanceof HTTPException) return problemResponse(c, fromHttpException(error));
  console.error(JSON.stringify({ request_id: c.get("requestId"), error: describeError(error) }));
  return problemResponse(
    c,
    new Refusal("internal", {
      ja: "記録番号を添えて管理者に知らせてください。データは変わっていません",
      en: "Tell the administrator the request id; no data was changed",
    }),
  );
}

function fromHttpException(error: HTTPException): Refusal {
  if (error.status === 413) return bodyTooLarge();
  return new Refusal("invalid_request", {
    ja: "リクエストを読み取れません",
    en: "The request cannot be read",
  });
}

export const MAX_BODY_BYTES = 5 * 1024 * 1024;

export function bodyTooLarge(): Refusal {
  return new Refusal("body_too_large", {
    ja: "5MBまで送れます。月ごとに分けて送ってください",
    en: "At most 5 MB; send one month at a time",
  });
}

export function notFound(c: Context): Response {
  return problemResponse(
    c,
    new Refusal("not_found", { ja: "アドレスを確かめてください", en: "No such address" }),
  );
}

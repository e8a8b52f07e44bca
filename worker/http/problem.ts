import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { FileIssue, Words } from "../intake/issue.js";
import { screenText } from "../intake/screen.js";

/** Every kind of refusal this API gives. The kind is the last part of the problem's `type`. */
const KINDS = {
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
} as const satisfies Record<string, readonly [number, string, string]>;

/** The kinds as the address of a problem's `type` lists them. */
export const PROBLEM_KINDS = Object.entries(KINDS).map(([kind, [status, ja, en]]) => ({
  kind,
  status,
  ja,
  en,
}));

export type ProblemKind = keyof typeof KINDS;

/** A kind as a heading in both languages. */
export const titleOf = (kind: ProblemKind): string => `${KINDS[kind][1]} / ${KINDS[kind][2]}`;

/** At most this many issues travel in one answer; `issue_count` tells the true number. */
export const MAX_REPORTED_ISSUES = 1000;

/** A refusal thrown by a route or what it calls; only this file turns it into HTTP. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly kind: ProblemKind,
    readonly detail: Words,
    readonly extra: {
      issues?: readonly FileIssue[];
      headers?: Record<string, string>;
      members?: Record<string, unknown>;
    } = {},
  ) {
    super(kind);
  }
}

/** The refusal as application/problem+json (RFC 9457). */
export function problemResponse(c: Context, refusal: Refusal): Response {
  const [status] = KINDS[refusal.kind];
  const { issues, headers, members } = refusal.extra;
  const body = {
    type: `/api/problems/${refusal.kind}`,
    title: titleOf(refusal.kind),
    status,
    detail: `${refusal.detail.ja} / ${refusal.detail.en}`,
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
  console.error(JSON.stringify({ request_id: c.get("requestId"), error: describeUnknown(error) }));
  return problemResponse(
    c,
    new Refusal("internal", {
      ja: "記録番号を添えて管理者に知らせてください。データは変わっていません",
      en: "Tell the administrator the request id; no data was changed",
    }),
  );
}

/** Name and stack frames only: a message may quote a value. */
export function describeUnknown(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((f) => f.trim())].join(" | ");
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

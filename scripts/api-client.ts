import type { Problem } from "../data/contract/api/problem.js";

/** The API answered with something other than success; the message is for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const ISSUES_SHOWN = 5;

/** A refusal in readable lines: status and title, detail, the first issues with row and column. */
export function describeProblem(status: number, text: string): string {
  let problem: Partial<Problem>;
  try {
    problem = JSON.parse(text) as Partial<Problem>;
  } catch {
    return `HTTP ${status}: ${text.slice(0, 500)}`;
  }
  const issues = problem.issues ?? [];
  return [
    `HTTP ${status}: ${problem.title ?? ""}`,
    ...(problem.detail ? [problem.detail] : []),
    ...issues.slice(0, ISSUES_SHOWN).map((issue) => {
      const place = [issue.row && `行/row ${issue.row}`, issue.column].filter(Boolean).join(", ");
      return `  ${place}: ${issue.message.ja} / ${issue.message.en}`;
    }),
    ...(issues.length > ISSUES_SHOWN ? [`  … (${issues.length})`] : []),
    ...(status >= 500 && problem.request_id ? [`request_id: ${problem.request_id}`] : []),
  ].join("\n");
}

export interface ApiRequest {
  method?: "GET" | "POST" | "PUT";
  /** A text is sent as CSV, anything else as JSON. */
  body?: unknown;
}

/** Calls of one Worker's API by one token's holder. */
export type ApiClient = <T>(path: string, request?: ApiRequest) => Promise<{ status: number; body: T }>;

/**
 * A client for `/api/v1`.
 * @returns a call that throws ApiError on any answer but success.
 */
export function createApiClient(url: string, token: string, signal?: AbortSignal): ApiClient {
  return async <T>(path: string, { method = "GET", body }: ApiRequest = {}) => {
    const isText = typeof body === "string";
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      ...(signal && { signal }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          "content-type": isText ? "text/csv; charset=utf-8" : "application/json",
        }),
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiError(response.status, describeProblem(response.status, text));
    return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as T };
  };
}

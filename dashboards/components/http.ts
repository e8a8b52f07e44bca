import type { Problem } from "../data/contract/api/problem.js";
import type { NotDone, Refused } from "./failure.js";

/** How a request ended. */
export type Sent<T> = { kind: "done"; status: number; answer: T } | NotDone;
export interface Stopped {
  kind: "stopped";
}

export interface Send {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: FormData | Blob;
  /** Share of the bytes that have left, 0 to 1; 1 means that the server reads them now. */
  onProgress?: (share: number) => void;
}

type Stoppable = Send & { signal?: AbortSignal };

/**
 * Asks the API and takes its JSON; null for an answer without content. Never rejects. Whether a kept answer still
 * holds is asked by the browser itself, with the ETag that came with it.
 */
export async function send<T>(
  address: string,
  options: Send & { signal: AbortSignal },
): Promise<Sent<T> | Stopped>;
export async function send<T>(address: string, options?: Send): Promise<Sent<T>>;
export async function send<T>(address: string, options: Stoppable = {}): Promise<Sent<T> | Stopped> {
  const response = await reach(address, options);
  if (options.signal?.aborted) return { kind: "stopped" };
  if (!response) return { kind: "unreachable" };
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) return refused(response, answer);
  // An answer that ends in its middle did not arrive.
  return answer === undefined
    ? { kind: "unreachable" }
    : { kind: "done", status: response.status, answer: answer as T };
}

/** Why what was asked for is not there. */
export class NotAnswered extends Error {
  constructor(
    readonly ended: NotDone,
    address: string,
  ) {
    super(`${ended.kind === "refused" ? ended.problem.code : ended.kind} ${address}`);
  }
}

/** The same for a page that cannot go on without the answer. @throws NotAnswered */
export async function ask<T>(address: string, options: Send = {}): Promise<T> {
  const sent = await send<T>(address, options);
  if (sent.kind === "done") return sent.answer;
  throw new NotAnswered(sent, address);
}

/** The bytes under an address of this site. @throws NotAnswered */
export async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await reach(address, { headers: { accept: "*/*" } });
  if (response?.ok) return new Uint8Array(await response.arrayBuffer());
  const answer: unknown = await response?.json().catch(() => undefined);
  throw new NotAnswered(response ? refused(response, answer) : { kind: "unreachable" }, address);
}

/** Null where the line failed, or the request was stopped. */
function reach(address: string, { method = "GET", json, ...options }: Stoppable): Promise<Response | null> {
  const headers = {
    accept: "application/json",
    ...(json !== undefined && { "content-type": "application/json" }),
    ...options.headers,
  };
  const body = json === undefined ? (options.body ?? null) : JSON.stringify(json);
  const { signal, onProgress } = options;
  if (onProgress && !signal?.aborted)
    return upload(address, { method, headers, body, signal: signal ?? null }, onProgress);
  return fetch(address, { method, headers, body, ...(signal && { signal }) }).catch(() => null);
}

/** fetch tells none of what it sends; XMLHttpRequest does. */
function upload(
  address: string,
  init: { method: string; headers: Record<string, string>; body: XMLHttpRequestBodyInit | null } & {
    signal: AbortSignal | null;
  },
  onProgress: (share: number) => void,
): Promise<Response | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    init.signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => onProgress(1));
    for (const end of ["abort", "error"]) request.addEventListener(end, () => resolve(null));
    request.addEventListener("load", () => {
      const retryAfter = request.getResponseHeader("retry-after");
      const headers = retryAfter === null ? {} : { "retry-after": retryAfter };
      const { status } = request;
      resolve(new Response(status === 204 ? null : request.responseText, { status, headers }));
    });
    request.open(init.method, address);
    for (const [name, value] of Object.entries(init.headers)) request.setRequestHeader(name, value);
    request.send(init.body);
  });
}

function refused({ status, headers }: Response, answer: unknown): Refused {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  const isOurs = typeof answer === "object" && answer !== null && "code" in answer && "localized" in answer;
  return {
    kind: "refused",
    problem: isOurs ? (answer as Problem) : { code: CODES[status] ?? "internal", localized: UNKNOWN },
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}

/** What stands before the Worker refuses in words of its own. */
const CODES: Readonly<Record<number, Problem["code"]>> = {
  401: "unauthenticated",
  404: "not_found",
  413: "body_too_large",
  429: "rate_limited",
};

const UNKNOWN: Problem["localized"] = {
  ja: {
    title: "うまくいきませんでした",
    detail: "しばらくたってから、もう一度お試しください。",
  },
  en: { title: "It did not work", detail: "Try again after a while." },
};

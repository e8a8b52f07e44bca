import type { Problem } from "./types.js";

/** How a request ended that sends a file; `answer` is null where it was no JSON. */
export type Sent =
  | { kind: "answered"; status: number; answer: unknown; retryAfterSeconds: number | null }
  | { kind: "unreachable" }
  | { kind: "stopped" };

export interface SendRequest {
  method: "POST" | "PUT";
  address: string;
  headers?: Readonly<Record<string, string>>;
  body: FormData | Blob;
  signal: AbortSignal;
  /** Share of the bytes that have left, 0 to 1; 1 means that the server reads them now. */
  onProgress: (share: number) => void;
}

/** Sends a file with its progress: fetch tells none of what it sends, XMLHttpRequest does. Never rejects. */
export function sendRequest({
  method,
  address,
  headers,
  body,
  signal,
  onProgress,
}: SendRequest): Promise<Sent> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: "stopped" });
    const request = new XMLHttpRequest();
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => onProgress(1));
    request.addEventListener("abort", () => resolve({ kind: "stopped" }));
    request.addEventListener("error", () => resolve({ kind: "unreachable" }));
    request.addEventListener("load", () => {
      const seconds = Number(request.getResponseHeader("retry-after") ?? Number.NaN);
      resolve({
        kind: "answered",
        status: request.status,
        answer: parsed(request.responseText),
        retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
      });
    });
    request.open(method, address);
    for (const [name, value] of Object.entries({ accept: "application/json", ...headers }))
      request.setRequestHeader(name, value);
    request.send(body);
  });
}

/** A refusal; its `problem` is empty where the answer was none of the API's own. */
export interface Refused {
  kind: "refused";
  status: number;
  problem: Problem;
  retryAfterSeconds: number | null;
}

export const refused = ({
  status,
  answer,
  retryAfterSeconds,
}: Extract<Sent, { kind: "answered" }>): Refused => ({
  kind: "refused",
  status,
  problem: (answer ?? { type: "", title: "" }) as Problem,
  retryAfterSeconds,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

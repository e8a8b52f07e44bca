import type { DryRun, Mapping, Problem, Upload } from "./types.js";

export interface SendOptions {
  municipality: string;
  file: File;
  /** Null: the server takes the municipality's saved mapping, or the headers as they are. */
  mapping: Mapping | null;
  dryRun: boolean;
  acceptWarnings?: boolean;
  synthetic?: boolean;
  signal: AbortSignal;
  /** Share of the bytes that have left, 0 to 1; 1 means that the server reads them now. */
  onProgress: (share: number) => void;
}

/** How sending ended. `problem` is empty where the answer was none of the API's own. */
export type Outcome =
  | { kind: "checked"; answer: DryRun }
  | { kind: "accepted"; upload: Upload; known: boolean }
  | { kind: "refused"; status: number; problem: Problem; retryAfterSeconds: number | null }
  | { kind: "unreachable" }
  | { kind: "stopped" };

/** Sends a file with its progress: fetch tells none of what it sends, XMLHttpRequest does. Never rejects. */
export function sendFile(options: SendOptions): Promise<Outcome> {
  const { municipality, file, mapping, dryRun, signal } = options;
  const query = new URLSearchParams({ municipality });
  if (dryRun) query.set("dry_run", "true");
  if (options.acceptWarnings) query.set("accept_warnings", "true");
  if (options.synthetic) query.set("synthetic", "true");
  const body = new FormData();
  body.set("file", file);
  if (mapping) body.set("mapping", JSON.stringify(mapping));
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: "stopped" });
    const request = new XMLHttpRequest();
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) options.onProgress(event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => options.onProgress(1));
    request.addEventListener("abort", () => resolve({ kind: "stopped" }));
    request.addEventListener("error", () => resolve({ kind: "unreachable" }));
    request.addEventListener("load", () => resolve(outcomeOf(request, dryRun)));
    request.open("POST", `/api/v1/uploads?${query}`);
    request.setRequestHeader("accept", "application/json");
    request.send(body);
  });
}

function outcomeOf(request: XMLHttpRequest, dryRun: boolean): Outcome {
  const { status } = request;
  const answer = parsed(request.responseText);
  if (status === 200 || status === 201) {
    if (answer === null) return { kind: "unreachable" };
    return dryRun
      ? { kind: "checked", answer: answer as DryRun }
      : { kind: "accepted", upload: answer as Upload, known: status === 200 };
  }
  const seconds = Number(request.getResponseHeader("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status,
    problem: (answer ?? { type: "", title: "" }) as Problem,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

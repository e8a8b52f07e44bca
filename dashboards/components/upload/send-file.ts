import { refused, sendRequest, type Refused } from "./send-request.js";
import type { DryRun, Mapping, Upload } from "./types.js";

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

/** How sending ended. */
export type Outcome =
  | { kind: "checked"; answer: DryRun }
  | { kind: "accepted"; upload: Upload; known: boolean }
  | Refused
  | { kind: "unreachable" }
  | { kind: "stopped" };

/** Sends a file of figures, to be checked or taken in. Never rejects. */
export async function sendFile(options: SendOptions): Promise<Outcome> {
  const { municipality, file, mapping, dryRun, signal, onProgress } = options;
  const query = new URLSearchParams({ municipality });
  if (dryRun) query.set("dry_run", "true");
  if (options.acceptWarnings) query.set("accept_warnings", "true");
  if (options.synthetic) query.set("synthetic", "true");
  const body = new FormData();
  body.set("file", file);
  if (mapping) body.set("mapping", JSON.stringify(mapping));
  const address = `/api/v1/uploads?${query}`;
  const sent = await sendRequest({ method: "POST", address, body, signal, onProgress });
  if (sent.kind !== "answered") return sent;
  const { status, answer } = sent;
  if (status !== 200 && status !== 201) return refused(sent);
  if (answer === null) return { kind: "unreachable" };
  return dryRun
    ? { kind: "checked", answer: answer as DryRun }
    : { kind: "accepted", upload: answer as Upload, known: status === 200 };
}

import type { DryRun } from "../../data/contract/api/dry-run.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import type { Upload } from "../../data/contract/api/upload.js";
import type { NotDone } from "../failure.js";
import { send, type Stopped } from "../http.js";

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
  | NotDone
  | Stopped;

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
  const sent = await send<DryRun | Upload>(address, { method: "POST", body, signal, onProgress });
  if (sent.kind !== "done") return sent;
  const { answer, status } = sent;
  return "dry_run" in answer
    ? { kind: "checked", answer }
    : { kind: "accepted", upload: answer, known: status === 200 };
}

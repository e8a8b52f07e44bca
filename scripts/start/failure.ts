import { ApiError } from "../api-client.js";
import { WorkerStartError } from "../server-process.js";

/** A reason to stop, in words for people. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

const LOG_LINES_SHOWN = 40;

/** What to show of an error: the words meant for people, the end of the Worker's log, or the whole stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartFailure || error instanceof ApiError) return error.message;
  if (error instanceof WorkerStartError) {
    const log = error.log.split("\n").slice(-LOG_LINES_SHOWN).join("\n");
    return `${log}\nサーバーを起動できませんでした / ${error.message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

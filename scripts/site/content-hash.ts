import { createHash } from "node:crypto";

/** Eight hex digits of the SHA-256: enough to tell two versions of one file apart. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 8);

import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../run-tool.js";

const LINE = /^\s*ADMIN_TOKEN\s*=\s*["']?([^"'\s]+)["']?\s*$/m;

/**
 * The first admin token: the one in the file, or a new one written into it. The file is for its owner's
 * eyes only, and git ignores it.
 */
export function ensureAdminToken(file = join(PROJECT_ROOT, ".dev.vars")): {
  token: string;
  created: boolean;
} {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const found = LINE.exec(text)?.[1];
  if (found) return { token: found, created: false };
  const token = `ikw_${randomBytes(32).toString("base64url")}`;
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  appendFileSync(file, `${separator}ADMIN_TOKEN="${token}"\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { token, created: true };
}

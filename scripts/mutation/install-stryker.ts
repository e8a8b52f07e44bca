import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "../bootstrap/run-npm.mjs";
import { PROJECT_ROOT } from "../run-tool.js";

/** Where Stryker and what it writes is kept; below the project, so that it finds the project's own vitest. */
export const STRYKER_FOLDER = join(PROJECT_ROOT, ".toolchain", "mutation");

const PINNED = join(PROJECT_ROOT, "scripts", "mutation", "tool");
const FILES = ["package.json", "package-lock.json"];

/**
 * Stryker in the version of our lock, fetched once. It stands apart from package.json: 177 packages that are
 * wanted a few times a year would weigh on every `npm ci`.
 * @returns the path of its command; null where npm failed, which has said why.
 */
export async function installStryker(): Promise<string | null> {
  const command = join(STRYKER_FOLDER, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  if (existsSync(command) && FILES.every(isSame)) return command;
  mkdirSync(STRYKER_FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(join(PINNED, file), join(STRYKER_FOLDER, file));
  const label = "Stryker を用意しています / Fetching Stryker";
  // The vitest that Stryker's runner asks for as a peer is the project's; a second one would run no test.
  const args = ["ci", "--legacy-peer-deps", "--ignore-scripts"];
  return (await runNpm({ label, args, cwd: STRYKER_FOLDER })) ? command : null;
}

const isSame = (file: string): boolean =>
  existsSync(join(STRYKER_FOLDER, file)) &&
  readFileSync(join(STRYKER_FOLDER, file), "utf8") === readFileSync(join(PINNED, file), "utf8");

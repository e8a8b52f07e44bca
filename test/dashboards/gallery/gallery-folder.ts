import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Edition } from "./editions.js";

const FOLDER = fileURLToPath(new URL("../../gallery/", import.meta.url));
/** What no drawing renews: written by people, and by whoever raises an edition. */
const KEPT = /^(README\.md|edition\.json)$/;

/** The committed drawings by their path in the folder. */
export function committedFiles(): Map<string, string> {
  const entries = readdirSync(FOLDER, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length).replaceAll("\\", "/"))
      .filter((path) => !KEPT.test(path))
      .map((path) => [path, readFileSync(FOLDER + path, "utf8")]),
  );
}

/** How drawings differ from those committed, a line each: `changed PATH`, `missing PATH`, `left over PATH`. */
export function differences(
  committed: ReadonlyMap<string, string>,
  drawn: ReadonlyMap<string, string>,
): string[] {
  const leftOver = [...committed.keys()].filter((path) => !drawn.has(path));
  return [
    ...[...drawn].flatMap(([path, text]) => {
      const before = committed.get(path);
      return before === text ? [] : [`${before === undefined ? "missing" : "changed"} ${path}`];
    }),
    ...leftOver.map((path) => `left over ${path}`),
  ].sort();
}

/** Writes the drawings in place of those that are there. */
export function writeFiles(drawn: ReadonlyMap<string, string>): void {
  for (const entry of readdirSync(FOLDER)) if (!KEPT.test(entry)) rmSync(FOLDER + entry, { recursive: true });
  for (const [path, text] of drawn) {
    mkdirSync(dirname(FOLDER + path), { recursive: true });
    writeFileSync(FOLDER + path, text);
  }
}

export const committedEdition = (): Edition =>
  JSON.parse(readFileSync(`${FOLDER}edition.json`, "utf8")) as Edition;

export const writeEdition = (edition: Edition): void =>
  writeFileSync(`${FOLDER}edition.json`, `${JSON.stringify(edition, null, 2)}\n`);

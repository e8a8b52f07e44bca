import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./installed-packages.js";

/** What the site is built from. */
const INPUTS = ["dashboards", "data", "scripts/site", "scripts/build-site.ts", "package-lock.json"];
/** Made by builds and samples, read by neither. */
const PASSED_OVER = new Set([".observablehq", "generated", "node_modules"]);

function* filesOf(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    // dashboards/data is a link to data, which is an input of its own.
    if (entry.isSymbolicLink() || PASSED_OVER.has(entry.name)) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(inner);
    else yield inner;
  }
}

/** SHA-256 over the names and contents of everything the site is built from. */
export function inputDigest(): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const files = /\.\w+$/.test(input) ? [path] : [...filesOf(path)].sort();
    for (const file of files)
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("hex");
}

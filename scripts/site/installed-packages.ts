import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** `@scope/name@range/path` in its parts; `path` is empty for the package itself. */
export function splitSpecifier(specifier: string): {
  name: string;
  range: string | undefined;
  path: string;
} {
  const match = /^((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(?:\/(.*))?$/.exec(specifier);
  if (!match) throw new Error(`not a package specifier: ${specifier}`);
  return { name: match[1]!, range: match[2], path: match[3] ?? "" };
}

/** The package as Node would find it from `from`, upwards; null if it is not installed. */
export function findPackage(name: string, from = ROOT): { dir: string; version: string } | null {
  for (let directory = from; ; directory = dirname(directory)) {
    const dir = join(directory, "node_modules", name);
    if (existsSync(join(dir, "package.json"))) {
      const { version } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as { version: string };
      return { dir, version };
    }
    if (directory === dirname(directory)) return null;
  }
}

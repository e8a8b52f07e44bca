import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { findPackage, splitSpecifier } from "./installed-packages.js";

/** Other packages stay outside as `/npm/NAME@VERSION/+esm`, the form Framework rewrites to its own files. */
const othersOutside = (name: string): Plugin => ({
  name: "others-outside",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^[^./]/ }, (args) => {
      // What CommonJS requires has to be inlined; schemes are not packages.
      if (args.kind === "entry-point" || args.kind === "require-call") return null;
      if (/^(node|data|https?):/.test(args.path)) return null;
      const other = splitSpecifier(args.path);
      if (other.name === name) return null;
      const found = findPackage(other.name, dirname(args.importer));
      if (!found) return null; // esbuild reports it
      const path = other.path ? `${other.path}/` : "";
      return { path: `/npm/${other.name}@${found.version}/${path}+esm`, external: true };
    });
  },
});

/** One ES module of an installed package (or of a file in it), minified for browsers. */
export async function bundleEsm(dir: string, name: string, subpath: string): Promise<string> {
  const file = subpath && existsSync(join(dir, subpath)) ? join(dir, subpath) : null;
  const result = await build({
    // The package's own entry, not a wrapper: `export * from "/npm/…"` has to survive.
    entryPoints: [file ?? (subpath ? `${name}/${subpath}` : name)],
    absWorkingDir: dirname(dir.slice(0, -name.length - 1)),
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    mainFields: ["module", "browser", "main"],
    conditions: ["module"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: [othersOutside(name)],
  });
  return result.outputFiles[0]!.text;
}

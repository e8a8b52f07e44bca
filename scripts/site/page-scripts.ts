import { basename, dirname, join, relative } from "node:path";
import type { Metafile } from "esbuild";
import { ROOT } from "./installed-packages.js";

/** What a page loads after its first paint: addresses from the site's root. */
export interface PageScripts {
  module: string;
  /** Everything else that `module` needs to begin, asked for together with it. */
  preload: string[];
  /** The worker that fetches and runs DuckDB; null on a page without it. */
  engine: string | null;
}

const ENGINE = /\/engine-worker-\w+\.js$/;

/** Whether a module that is loaded on demand is the page's own: it bears the page's name. */
export function isPagesOwn(module: string, page: string): boolean {
  const name = basename(module, ".ts").replace(/-page$/, "");
  const wanted = basename(page, ".md");
  return name === wanted || (/^(index|page|start)$/.test(name) && basename(dirname(module)) === wanted);
}

/** The address of DuckDB's worker where an output names it, which is to start it. */
export const engineOf = (path: string, { outputs }: Metafile): string | undefined =>
  outputs[path]!.imports.find((i) => i.kind === "file-loader" && ENGINE.test(i.path))?.path;

/** The page's module and all that it needs to begin: what is imported, its own modules on demand, DuckDB. */
export function neededOutputs(page: string, metafile: Metafile): string[] {
  const { outputs } = metafile;
  const isNeeded = ({ path, kind }: { path: string; kind: string }): boolean =>
    kind === "import-statement" ||
    (kind === "dynamic-import" &&
      (engineOf(path, metafile) !== undefined ||
        // Empty where the page's code block imports all of it itself.
        (isPagesOwn(outputs[path]!.entryPoint!, page) && Object.keys(outputs[path]!.inputs).length > 0)));
  const needed = new Set(Object.keys(outputs).filter((path) => outputs[path]!.entryPoint === page));
  // A set that grows while it is read: whatever is added is looked at as well.
  for (const path of needed)
    for (const inner of outputs[path]!.imports) if (isNeeded(inner)) needed.add(inner.path);
  return [...needed];
}

/** What the page loads, by addresses of the site that was built into the folder `site`. */
export function scriptsOf(page: string, metafile: Metafile, site: string): PageScripts {
  const needed = neededOutputs(page, metafile);
  const address = (path: string): string => `/${relative(site, join(ROOT, path))}`;
  const [module, ...preload] = needed.map(address);
  const engine = needed.map((path) => engineOf(path, metafile)).find((path) => path !== undefined);
  return { module: module!, preload, engine: engine ? address(engine) : null };
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { ROOT } from "./installed-packages.js";
import { engineOf, isPagesOwn, neededOutputs, scriptsOf, type PageScripts } from "./page-scripts.js";
import { siteAddresses } from "./site-addresses.js";

const FOLDER = "_site";
const BLOCK = /^```js\n([\s\S]*?)^```$/m;
const SHARED = "shared-modules";

/**
 * Builds the code blocks of pages into `site`, under names with a hash of the content. What several pages with DuckDB
 * need is one file: left to itself, esbuild makes one for every set of pages that have a module in common.
 * @param pages paths of their .md from the project's root.
 * @returns what each page loads, by its name.
 */
export async function bundleScripts(
  site: string,
  pages: readonly string[],
): Promise<Map<string, PageScripts>> {
  const folder = join(site, FOLDER);
  mkdirSync(folder, { recursive: true });
  const apart = await buildPages(folder, pages, new Set(), []);
  const { outputs } = apart;
  const withEngine = pages
    .map((page) => ({ page, needed: neededOutputs(page, apart) }))
    .filter(({ needed }) => needed.some((path) => engineOf(path, apart)));
  const uses = new Map<string, number>();
  for (const { needed } of withEngine) {
    const modules = new Set(
      needed.filter((p) => !engineOf(p, apart)).flatMap((p) => Object.keys(outputs[p]!.inputs)),
    );
    for (const module of modules) uses.set(module, (uses.get(module) ?? 0) + 1);
  }
  const starts = Object.values(outputs).flatMap(({ entryPoint }) =>
    entryPoint && withEngine.some(({ page }) => entryPoint === page || isPagesOwn(entryPoint, page))
      ? [entryPoint]
      : [],
  );
  // Packages follow from the modules of ours that import them.
  const shared = [...uses].filter(
    ([module, n]) => n > 1 && /^(dashboards|data)\//.test(module) && !starts.includes(module),
  );
  const together = await buildPages(
    folder,
    pages,
    new Set(starts),
    shared.map(([module]) => module),
    true,
  );
  return new Map(pages.map((page) => [basename(page, ".md"), scriptsOf(page, together, site)]));
}

async function buildPages(
  folder: string,
  pages: readonly string[],
  starts: ReadonlySet<string>,
  shared: readonly string[],
  write = false,
): Promise<Metafile> {
  const before = (file: string): string => (starts.has(relative(ROOT, file)) ? `import "${SHARED}";` : "");
  const options = {
    absWorkingDir: ROOT,
    outdir: folder,
    publicPath: `/${FOLDER}/`,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: write,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".csv": "text" },
    legalComments: "none",
    logLevel: "error",
    plugins: [siteAddresses(bundleAlone, before), pageBlocks(before), sharedModules(shared)],
  } satisfies BuildOptions;
  /** A script that imports nothing when it runs; files that it names are written beside the others. */
  async function bundleAlone(script: string): Promise<string> {
    // The first time only what imports what is asked for, and a worker's own imports are nobody else's.
    if (!write) return "";
    const { outputFiles } = await build({
      ...options,
      entryPoints: [script],
      entryNames: "own",
      write: false,
    });
    const isOwn = (path: string): boolean => basename(path) === "own.js";
    for (const { path, contents } of outputFiles) if (!isOwn(path)) writeFileSync(path, contents);
    return outputFiles.find(({ path }) => isOwn(path))!.text;
  }
  const { metafile } = await build({
    ...options,
    entryPoints: [...pages],
    splitting: true,
    metafile: true,
    sourcemap: write ? "linked" : false,
    write,
  });
  return metafile;
}

/** A page's code block as a module that stands beside the page. */
const pageBlocks = (before: (file: string) => string): Plugin => ({
  name: "page-blocks",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.md$/ }, ({ path }) => {
      const code = BLOCK.exec(readFileSync(path, "utf8"))?.[1] ?? "";
      return { contents: `${before(path)}${code}`, loader: "ts", resolveDir: dirname(path) };
    });
  },
});

/** A module that imports all of `modules`, so that whoever imports it has them in common. */
const sharedModules = (modules: readonly string[]): Plugin => ({
  name: SHARED,
  setup(esbuild) {
    esbuild.onResolve({ filter: new RegExp(`^${SHARED}$`) }, () => ({ path: SHARED, namespace: SHARED }));
    esbuild.onLoad({ filter: /./, namespace: SHARED }, () => ({
      contents: modules.map((module) => `import "./${module}";`).join(""),
      resolveDir: ROOT,
    }));
  },
});

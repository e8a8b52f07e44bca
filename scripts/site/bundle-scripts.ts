import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { ROOT } from "./installed-packages.js";
import { engineOf, isPagesOwn, neededOutputs, scriptsOf, type PageScripts } from "./page-scripts.js";
import { siteAddresses } from "./site-addresses.js";

const FOLDER = "_site";
const BLOCK = /^```js\n([\s\S]*?)^```$/m;

/** Modules that several pages need, brought together: what every page needs, and what those with DuckDB do. */
type Group = "common-modules" | "engine-modules";
type Groups = Readonly<Record<Group, readonly string[]>>;
const NONE: Groups = { "common-modules": [], "engine-modules": [] };

/** Which groups a file that begins something imports first, by its path from the project's root. */
type Before = (file: string) => readonly Group[];

/**
 * Builds the code blocks of pages into `site`, under names with a hash of the content. What several pages need is one
 * file, or two: left to itself, esbuild makes one for every set of pages that have a module in common.
 * @param pages paths of their .md from the project's root.
 * @returns what each page loads, by its name.
 */
export async function bundleScripts(
  site: string,
  pages: readonly string[],
): Promise<Map<string, PageScripts>> {
  const folder = join(site, FOLDER);
  mkdirSync(folder, { recursive: true });
  const apart = await buildPages(folder, pages, { groups: NONE, before: () => [], write: false });
  const { outputs } = apart;
  const needs = pages.map((page) => {
    const needed = neededOutputs(page, apart);
    const hasEngine = needed.some((path) => engineOf(path, apart));
    const modules = needed.filter((p) => !engineOf(p, apart)).flatMap((p) => Object.keys(outputs[p]!.inputs));
    return { page, hasEngine, modules: new Set(modules) };
  });
  const begins = new Set(Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? []));
  const starter = (file: string): boolean => begins.has(file) && !file.startsWith(ENGINE_ONLY);
  const uses = (module: string, engine: boolean): number =>
    needs.filter(({ hasEngine, modules }) => hasEngine === engine && modules.has(module)).length;
  // Packages follow from the modules of ours that import them.
  const ours = [...new Set(needs.flatMap(({ modules }) => [...modules]))].filter(
    (module) => /^(dashboards|data)\//.test(module) && !begins.has(module),
  );
  const common = ours.filter((module) => uses(module, true) > 0 && uses(module, false) > 0);
  const shared = ours.filter((module) => !common.includes(module) && uses(module, true) > 1);
  const without = needs.filter(({ hasEngine }) => !hasEngine).map(({ page }) => page);
  const isWithout = (file: string): boolean =>
    without.some((page) => file === page || isPagesOwn(file, page));
  const before: Before = (file) => {
    if (!starter(file)) return [];
    return isWithout(file) ? ["common-modules"] : ["common-modules", "engine-modules"];
  };
  const groups = { "common-modules": common, "engine-modules": shared };
  const together = await buildPages(folder, pages, { groups, before, write: true });
  return new Map(pages.map((page) => [basename(page, ".md"), scriptsOf(page, together, site)]));
}

/** DuckDB's own script, which begins when the page has begun. */
const ENGINE_ONLY = "dashboards/components/duckdb.ts";

async function buildPages(
  folder: string,
  pages: readonly string[],
  { groups, before, write }: { groups: Groups; before: Before; write: boolean },
): Promise<Metafile> {
  const imports = (file: string): string =>
    before(relative(ROOT, file))
      .map((group) => `import "${group}";`)
      .join("");
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
    plugins: [siteAddresses(bundleAlone, imports), pageBlocks(imports), moduleGroups(groups)],
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
const pageBlocks = (imports: (file: string) => string): Plugin => ({
  name: "page-blocks",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.md$/ }, ({ path }) => {
      const code = BLOCK.exec(readFileSync(path, "utf8"))?.[1] ?? "";
      return { contents: `${imports(path)}${code}`, loader: "ts", resolveDir: dirname(path) };
    });
  },
});

/** Modules that import all of a group, so that whoever imports them has it in common. */
const moduleGroups = (groups: Groups): Plugin => ({
  name: "module-groups",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(common|engine)-modules$/ }, ({ path }) => ({ path, namespace: "group" }));
    esbuild.onLoad({ filter: /./, namespace: "group" }, ({ path }) => ({
      contents: groups[path as Group].map((module) => `import "./${module}";`).join(""),
      resolveDir: ROOT,
    }));
  },
});

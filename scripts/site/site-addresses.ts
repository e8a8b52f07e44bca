import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import Papa from "papaparse";
import { PUBLISHED_COLUMNS } from "../../data/contract/reference-series.js";
import { packageFile } from "./installed-packages.js";

/** How a script names a file of the site. */
const NAMED = /import\.meta\.resolve\("([^"]+)"\)/g;
const ADDRESS = "address:";

/**
 * Gives files that scripts name by `import.meta.resolve` an address of the site, with their content's hash. A script
 * of ours among them (a worker) is built by itself; published totals, which are kept as CSV, go out as Arrow.
 * @param bundle builds such a script and gives its text.
 * @param before what is put before a module's text.
 */
export const siteAddresses = (
  bundle: (script: string) => Promise<string>,
  before: (file: string) => string,
): Plugin => ({
  name: "site-addresses",
  setup(esbuild) {
    esbuild.onLoad({ filter: /[/\\]dashboards[/\\].*\.ts$/ }, async ({ path }) => {
      const imports = [before(path)];
      const text = (await readFile(path, "utf8")).replaceAll(NAMED, (_, name: string) => {
        const i = imports.push(`import address${imports.length} from "${ADDRESS}${name}";`) - 1;
        return `address${i}`;
      });
      // On the first line, so that errors keep their place.
      return { contents: imports.join("") + text, loader: "ts" };
    });
    esbuild.onResolve({ filter: /^address:/ }, ({ path, importer }) => {
      const name = path.slice(ADDRESS.length);
      const file = name.startsWith(".") ? resolve(dirname(importer), name) : packageFile(name);
      return { path: file, namespace: "address" };
    });
    esbuild.onLoad({ filter: /./, namespace: "address" }, async ({ path }) => {
      const ours = path.endsWith(".js") && !path.includes("node_modules");
      return {
        contents: ours
          ? await bundle(path.replace(/\.js$/, ".ts"))
          : path.endsWith(".arrow")
            ? await arrowOf(path.replace(/\.arrow$/, ".csv"))
            : await readFile(path),
        loader: "file",
      };
    });
  },
});

async function arrowOf(csv: string): Promise<Uint8Array> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(csv, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const isCount = (column: string): boolean => column === "population" || column === "issued";
  const cell = (column: string, text: string) => (isCount(column) ? Number(text) : text);
  const table = tableFromArrays(
    Object.fromEntries(
      PUBLISHED_COLUMNS.map((column) => [
        column,
        data.map((line) => (line[column] ? cell(column, line[column]) : null)),
      ]),
    ),
  );
  return tableToIPC(table, { format: "stream" })!;
}

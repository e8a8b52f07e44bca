import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./installed-packages.js";

const PAGES = join(ROOT, "dashboards/pages");
const HEAD =
  "// Written by scripts/site/write-registry.ts out of the .md files beside this folder: a page is a module and a .md.\n";

/** The pages of the site by name: each .md of dashboards/ that has a module in dashboards/pages/. */
function pageNames(): string[] {
  const modules = new Set(readdirSync(PAGES));
  return readdirSync(join(ROOT, "dashboards"))
    .filter((file) => file.endsWith(".md") && modules.has(file.replace(/md$/, "ts")))
    .map((file) => file.replace(/\.md$/, ""))
    .sort();
}

const camel = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const key = (name: string): string => (/^\w+$/.test(name) ? name : `"${name}"`);

/** The two lists of pages: whole for the Worker and the menu, one by one for the browser. */
export function registryFiles(names: readonly string[] = pageNames()): Record<string, string> {
  const imports = names.map((name) => `import { page as ${camel(name)} } from "./${name}.js";\n`).join("");
  return {
    "registry.ts": `${HEAD}${imports}import type { Page } from "./page.js";

/** Every page of the site, by its path. */
export const PAGES: readonly Page[] = [
${names.map((name) => `  ${camel(name)},\n`).join("")}];
`,
    "on-demand.ts": `${HEAD}import type { Page } from "./page.js";

/** Every page of the site, fetched when a visit comes to it. */
export const PAGE_MODULES: Readonly<Record<string, () => Promise<{ page: Page }>>> = {
${names.map((name) => `  ${key(name)}: () => import("./${name}.js"),\n`).join("")}};
`,
  };
}

/** Writes the lists where they have changed: a build begins with it. */
export function writeRegistry(): void {
  for (const [file, text] of Object.entries(registryFiles())) {
    const path = join(PAGES, file);
    let old = "";
    try {
      old = readFileSync(path, "utf8");
    } catch {
      // The first of its kind.
    }
    if (old !== text) writeFileSync(path, text);
  }
}

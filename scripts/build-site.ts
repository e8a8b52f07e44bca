/**
 * Builds the site into dist/site: Framework's build with no network, the pages' scripts bundled in place of its
 * modules, then what our policy, language and first paint ask for, then checks. `--if-changed` skips it where
 * dist/site was built from the same inputs; `--smallest` takes a minute more, once, to pack the engine for deployment.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { withBuildLock } from "./site/build-lock.js";
import { bundleScripts } from "./site/bundle-scripts.js";
import { siteFaults } from "./site/check-site.js";
import { contentHash } from "./site/content-hash.js";
import { ensureDomainLink } from "./site/domain-link.js";
import { finishPage } from "./site/html-page.js";
import { inputDigest } from "./site/input-digest.js";
import { packageFile, ROOT } from "./site/installed-packages.js";
import { packEngine } from "./site/pack-engine.js";
import { writeRegistry } from "./site/write-registry.js";
import { writeStyles } from "./site/write-styles.js";

const SITE = join(ROOT, "dist/site");
/** Outside dist/site: everything in there is served. */
const STAMP = join(ROOT, "dist/site.digest");
/** The packed engine, kept from build to build. */
const PACKED = join(ROOT, "dist/engine");

/** Links that Framework cannot follow: to the Worker's pages, to its own main element, in notes we take out. */
const EXPECTED = /→ (\/api\/|.*#observablehq-main$)|↳ \/data\//;

const siteFiles = (): string[] =>
  readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SITE, join(entry.parentPath, entry.name)))
    .sort();

const read = (file: string): string => readFileSync(join(SITE, file), "utf8");

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(SITE, file)), { recursive: true });
  writeFileSync(join(SITE, file), content);
}

function runFramework(): void {
  ensureDomainLink();
  writeRegistry();
  writeStyles();
  // Framework's cache does not notice an upgrade in node_modules.
  rmSync(join(ROOT, "dashboards/.observablehq"), { recursive: true, force: true });
  rmSync(SITE, { recursive: true, force: true });
  const framework = packageFile("@observablehq/framework/dist/bin/observable.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      framework,
      "build",
      "--root",
      "dashboards",
      "--config",
      "dashboards/observablehq.config.ts",
    ],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", CI: "true" } },
  );
  const lines = stripVTControlCharacters(`${stdout}\n${stderr}`).split("\n");
  for (const line of lines.filter((l) => /npm-offline|↳/.test(l) && !EXPECTED.test(l))) {
    console.warn(`\n  ${line.trim()}`);
  }
  // dashboards/data is a link to the domain's folder, and its notes for developers are no pages of the site.
  rmSync(join(SITE, "data"), { recursive: true, force: true });
  if (status !== 0 || /npm-offline: blocked/.test(stderr)) {
    console.error(`${stdout}\n${stderr}`);
    throw new Error("Framework's build failed");
  }
}

/** The pages of the site, by their name: `progress` is dashboards/progress.md and progress.html. */
const pageNames = (): string[] =>
  siteFiles()
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.slice(0, -".html".length));

async function finishPages(): Promise<void> {
  const scripts = await bundleScripts(
    SITE,
    pageNames().map((page) => `dashboards/${page}.md`),
  );
  const starter = readFileSync(join(ROOT, "scripts/site/start-after-paint.js"), "utf8");
  const startScript = `/_site/start-${contentHash(starter)}.js`;
  write(startScript, starter);
  for (const page of pageNames()) {
    const parts = { startScript, scripts: scripts.get(page), readStyle: read };
    write(`${page}.html`, finishPage(read(`${page}.html`), page, parts));
  }
  // Framework's runtime, and the style that every page carries: nothing asks for them.
  for (const folder of ["_import", "_observablehq"])
    rmSync(join(SITE, folder), { recursive: true, force: true });
}

function packEngines(): void {
  for (const file of siteFiles().filter((f) => f.endsWith(".wasm")))
    packEngine(join(SITE, file), PACKED, process.argv.includes("--smallest"));
}

/** What goes out as it is. */
function copyFiles(): void {
  mkdirSync(join(SITE, "api-reference"), { recursive: true });
  for (const name of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
    copyFileSync(packageFile(`swagger-ui-dist/${name}`), join(SITE, "api-reference", name));
  }
  copyFileSync(join(ROOT, "scripts/site/_headers"), join(SITE, "_headers"));
}

async function step(name: string, work: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  await work();
  console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function main(): Promise<void> {
  const digest = inputDigest();
  if (process.argv.includes("--if-changed") && stamp() === digest) {
    console.log("site: unchanged, kept as it is");
    return;
  }
  rmSync(STAMP, { force: true });
  await step("site: pages", runFramework);
  await step("site: scripts, policy, language, first paint", finishPages);
  await step("site: engine packed", packEngines);
  await step("site: API reference, headers", copyFiles);
  const files = siteFiles();
  const faults = siteFaults(SITE, files);
  if (faults.length > 0) throw new Error(`the site is not fit to go out:\n${faults.join("\n")}`);
  writeFileSync(STAMP, digest);
  const bytes = (of: readonly string[]) => of.reduce((sum, f) => sum + statSync(join(SITE, f)).size, 0) / 1e6;
  const engine = files.filter((f) => /\.(br|gz)$/.test(f));
  console.log(
    `site: ${pageNames().length} pages, ${files.length} files, ${bytes(files).toFixed(1)} MB, of it ${bytes(engine).toFixed(1)} MB the packed engine → dist/site`,
  );
}

function stamp(): string | null {
  try {
    statSync(join(SITE, "progress.html"));
    return readFileSync(STAMP, "utf8");
  } catch {
    return null;
  }
}

await withBuildLock(join(ROOT, "dist/site.lock"), main);

/**
 * Builds the site into dist/site: Framework's build with no network, then what our policy, language and first paint
 * ask for, then checks. `--if-changed` skips it where dist/site was built from the same inputs.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { constants, gzipSync } from "node:zlib";
import { withBuildLock } from "./site/build-lock.js";
import { siteFaults } from "./site/check-site.js";
import { contentHash } from "./site/content-hash.js";
import { ensureDomainLink } from "./site/domain-link.js";
import { inJapanese } from "./site/english-words.js";
import { finishPage } from "./site/html-page.js";
import { inputDigest } from "./site/input-digest.js";
import { findPackage, ROOT } from "./site/installed-packages.js";
import { writeRegistry } from "./site/write-registry.js";

const SITE = join(ROOT, "dist/site");
/** Outside dist/site: everything in there is served. */
const STAMP = join(ROOT, "dist/site.digest");

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
  // Framework's cache notices neither an upgrade in node_modules nor an edit behind a link.
  rmSync(join(ROOT, "dashboards/.observablehq"), { recursive: true, force: true });
  rmSync(SITE, { recursive: true, force: true });
  const framework = join(findPackage("@observablehq/framework")!.dir, "dist/bin/observable.js");
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
  if (status !== 0 || /npm-offline: (not installed|blocked)/.test(stderr)) {
    console.error(`${stdout}\n${stderr}`);
    throw new Error("Framework's build failed");
  }
}

function finishPages(): number {
  const starter = readFileSync(join(ROOT, "scripts/site/start-after-paint.js"), "utf8");
  const startScript = `_import/start.${contentHash(starter)}.js`;
  write(startScript, starter);
  const pages = siteFiles().filter((file) => file.endsWith(".html"));
  const styles = new Set<string>();
  for (const file of pages) {
    const readStyle = (path: string) => (styles.add(path), read(path));
    const { html, scripts } = finishPage(read(file), `/${file}`, { startScript, readStyle });
    write(file, html);
    for (const [name, script] of Object.entries(scripts)) write(join(dirname(file), name), script);
  }
  for (const style of styles) rmSync(join(SITE, style));
  for (const file of siteFiles().filter((f) => /^_observablehq\/.*\.js$/.test(f)))
    write(file, inJapanese(read(file)));
  return pages.length;
}

/** The engine is 34 MB, over the limit of Workers' assets: only its gzip goes out. */
function packEngine(): void {
  for (const file of siteFiles().filter((f) => f.endsWith(".wasm"))) {
    write(`${file}.gz`, gzipSync(readFileSync(join(SITE, file)), { level: constants.Z_BEST_COMPRESSION }));
    rmSync(join(SITE, file));
  }
  for (const stub of siteFiles().filter((f) => f.includes("-mvp"))) rmSync(join(SITE, stub));
}

function copyApiReference(): void {
  const { dir } = findPackage("swagger-ui-dist")!;
  mkdirSync(join(SITE, "api-reference"), { recursive: true });
  for (const name of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
    copyFileSync(join(dir, name), join(SITE, "api-reference", name));
  }
}

function step<T>(name: string, work: () => T): T {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  const result = work();
  console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

function main(): void {
  const digest = inputDigest();
  if (process.argv.includes("--if-changed") && stamp() === digest) {
    console.log("site: unchanged, kept as it is");
    return;
  }
  rmSync(STAMP, { force: true });
  step("site: pages", runFramework);
  const pages = step("site: policy, language, first paint", finishPages);
  step("site: engine packed", packEngine);
  step("site: API reference", copyApiReference);
  const files = siteFiles();
  const faults = siteFaults(SITE, files);
  if (faults.length > 0) throw new Error(`the site is not fit to go out:\n${faults.join("\n")}`);
  writeFileSync(STAMP, digest);
  const bytes = (of: readonly string[]) => of.reduce((sum, f) => sum + statSync(join(SITE, f)).size, 0) / 1e6;
  const engine = files.filter((f) => f.endsWith(".gz"));
  console.log(
    `site: ${pages} pages, ${files.length} files, ${bytes(files).toFixed(1)} MB, of it ${bytes(engine).toFixed(1)} MB the packed engine → dist/site`,
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

withBuildLock(join(ROOT, "dist/site.lock"), main);

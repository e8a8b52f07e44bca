/**
 * Answers Framework's two kinds of network request from node_modules, so that a build needs no network:
 * `https://registry.…/NAME[/TAG]` → the installed version only; `https://cdn.jsdelivr.net/npm/NAME@VERSION/PATH`
 * → the file, or (PATH ends in `+esm`) an ES module bundled by esbuild. Imported for its effect by the config.
 */
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { bundleEsm } from "./bundle-esm.js";
import { findPackage, splitSpecifier } from "./installed-packages.js";

/** Framework names a fixed version of these itself; the installed one answers for it. */
const ANY_VERSION = new Set(["@duckdb/duckdb-wasm"]);

const js = (body: string): Response =>
  new Response(body, { headers: { "content-type": "application/javascript; charset=utf-8" } });

function notFound(what: string): Response {
  console.error(`npm-offline: not installed: ${what}`);
  return new Response("not found", { status: 404 });
}

function registryAnswer(url: URL): Response {
  const { name } = splitSpecifier(decodeURIComponent(url.pathname.slice(1)).replace(/\/latest$/, ""));
  // 0.0.0 is a tombstone: it only names a dynamic import that nobody calls; using it is a 404 below.
  const version = findPackage(name)?.version ?? "0.0.0";
  return Response.json({ version, versions: { [version]: {} } });
}

async function packageAnswer(url: URL): Promise<Response> {
  const { name, range, path } = splitSpecifier(decodeURIComponent(url.pathname).slice("/npm/".length));
  const found = findPackage(name);
  if (!found || (range && range !== found.version && !ANY_VERSION.has(name))) {
    return notFound(`${name}@${range ?? "*"}`);
  }
  if (path.endsWith("+esm")) return js(await bundleEsm(found.dir, name, path.replace(/\/?\+esm$/, "")));
  // Framework always copies the 39 MB mvp build, and every browser we support picks eh: a stub goes out instead.
  if (name === "@duckdb/duckdb-wasm" && /-mvp\.(wasm|worker\.js)$/.test(path)) {
    return js("/* mvp build left out */");
  }
  const file = join(found.dir, path);
  if (!existsSync(file)) return notFound(`${name}/${path}`);
  const body = readFileSync(file);
  if ([".js", ".mjs"].includes(extname(file))) return js(body.toString("utf8"));
  const type = extname(file) === ".json" ? "application/json" : "application/octet-stream";
  return new Response(new Uint8Array(body), { headers: { "content-type": type } });
}

globalThis.fetch = async function offlineFetch(input: string | URL | Request): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (url.host.startsWith("registry.")) return registryAnswer(url);
  if (url.host === "cdn.jsdelivr.net") return packageAnswer(url);
  console.error(`npm-offline: blocked ${url.href}`);
  return new Response("blocked", { status: 403 });
};

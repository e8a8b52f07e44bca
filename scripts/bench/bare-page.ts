import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { PROJECT_ROOT } from "../run-tool.js";
import type { OwnAnswer } from "./slow-line.js";

/** What a page of DuckDB alone does, as its documentation has it; the title says when SQL has answered. */
const script = (worker: string, wasm: string): string => `
import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
const db = new AsyncDuckDB(new VoidLogger(), new Worker("${worker}"));
await db.instantiate("${wasm}");
const connection = await db.connect();
await connection.query("SELECT 1");
document.title = "ready";`;

/** A page that loads the same engine file and starts it, nothing else: what no page can be faster than by much. */
export async function barePage(): Promise<Record<string, OwnAnswer>> {
  const files = readdirSync(join(PROJECT_ROOT, "dist/site/_site"));
  const address = (form: RegExp): string =>
    `/_site/${files.map((file) => form.exec(file)?.[1]).find(Boolean)!}`;
  const contents = script(address(/^(duckdb-.*worker-.*\.js)$/), address(/^(duckdb-.*\.wasm)\.br$/));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PROJECT_ROOT },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  const packed = (type: string, body: string | Uint8Array): OwnAnswer => ({
    headers: { "content-type": type, "content-encoding": "gzip" },
    body: gzipSync(body),
  });
  return {
    "/bare": packed(
      "text/html",
      '<!doctype html><title>…</title><script type="module" src="/bare.js"></script>',
    ),
    "/bare.js": packed("text/javascript", outputFiles[0]!.contents),
  };
}

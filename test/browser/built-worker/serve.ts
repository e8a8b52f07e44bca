/** Serves the built Worker by the runtime that is under wrangler: `serve.ts FOLDER PORT STATE TOKEN`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type LegacyWorkerOptions } from "miniflare";
import { HOST } from "../../../scripts/ports.js";

const [folder = "", port, state = "", token = ""] = process.argv.slice(2);
const options = JSON.parse(readFileSync(join(folder, "options.json"), "utf8")) as LegacyWorkerOptions;
const root = join(folder, "worker");
/** As wrangler.toml has them. */
const TYPES = { js: "ESModule", csv: "Text", wasm: "CompiledWasm", ttf: "Data" } as const;

const modules = readdirSync(root)
  .map((name) => ({ path: join(root, name), type: TYPES[name.split(".").at(-1) as keyof typeof TYPES] }))
  .filter(({ type }) => type !== undefined)
  // The first is the Worker's entry.
  .sort((a, b) => Number(b.type === "ESModule") - Number(a.type === "ESModule"));

await new Miniflare(
  convertV4MiniflareOptions({
    host: HOST,
    port: Number(port),
    cf: false,
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: join(state, "v3"),
    workers: [
      {
        ...options,
        name: "ikiwatari",
        bindings: { ...options.bindings, ADMIN_TOKEN: token },
        modulesRoot: root,
        modules,
      },
    ],
  }),
).ready;

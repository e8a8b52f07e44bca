import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packEngine } from "../../scripts/site/pack-engine.js";

let folder: string;
let wasm: string;
let cache: string;
const ENGINE = Buffer.from("the engine ".repeat(1000));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ikiwatari-engine-"));
  [wasm, cache] = [join(folder, "duckdb.wasm"), join(folder, "cache")];
  writeFileSync(wasm, ENGINE);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the packed engine", () => {
  it("is the engine, in two forms, in the place of its file", () => {
    packEngine(wasm, cache, false);
    expect(readdirSync(folder).toSorted()).toEqual(["cache", "duckdb.wasm.br", "duckdb.wasm.gz"]);
    expect(brotliDecompressSync(readFileSync(`${wasm}.br`))).toEqual(ENGINE);
    expect(gunzipSync(readFileSync(`${wasm}.gz`))).toEqual(ENGINE);
  });

  it("is packed once for the same content, and anew for another", () => {
    packEngine(wasm, cache, false);
    const [brotli] = readdirSync(cache);
    writeFileSync(join(cache, brotli!), "kept");
    writeFileSync(wasm, ENGINE);
    packEngine(wasm, cache, false);
    expect(readFileSync(`${wasm}.br`, "utf8")).toBe("kept");
    writeFileSync(wasm, "another engine");
    packEngine(wasm, cache, false);
    expect(brotliDecompressSync(readFileSync(`${wasm}.br`)).toString()).toBe("another engine");
  });

  it("goes out as small as it was ever packed", () => {
    packEngine(wasm, cache, true);
    const [smallest] = readdirSync(cache);
    expect(smallest).toMatch(/\.11\.br$/);
    writeFileSync(join(cache, smallest!), "smallest");
    writeFileSync(wasm, ENGINE);
    packEngine(wasm, cache, false);
    expect(readFileSync(`${wasm}.br`, "utf8")).toBe("smallest");
  });
});

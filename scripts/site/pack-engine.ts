import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { contentHash } from "./content-hash.js";

/** Brotli of DuckDB's 34 MB: 9 makes 5.9 MB in some ten seconds, 11 makes 5.1 MB in more than a minute. */
const QUALITY = { usual: 9, smallest: constants.BROTLI_MAX_QUALITY } as const;

const brotli = (content: Uint8Array, quality: number): Uint8Array =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

/**
 * Puts `<wasm>.br` and `<wasm>.gz` in the place of the engine's file, which is over the limit of Workers' assets.
 * Each is packed once and kept in `cache` under its content's hash; the smallest that is there goes out.
 * @param smallest packs it as small as it goes, if that was not done before.
 */
export function packEngine(wasm: string, cache: string, smallest: boolean): void {
  const content = readFileSync(wasm);
  const kept = (ending: string): string => join(cache, `${contentHash(content)}.${ending}`);
  const pack = (ending: string, work: () => Uint8Array): string => {
    const file = kept(ending);
    if (existsSync(file)) return file;
    mkdirSync(cache, { recursive: true });
    // Under its name only when it is whole.
    writeFileSync(`${file}.part`, work());
    renameSync(`${file}.part`, file);
    return file;
  };
  const quality = smallest || existsSync(kept(`${QUALITY.smallest}.br`)) ? QUALITY.smallest : QUALITY.usual;
  copyFileSync(
    pack(`${quality}.br`, () => brotli(content, quality)),
    `${wasm}.br`,
  );
  copyFileSync(
    pack("gz", () => gzipSync(content, { level: constants.Z_BEST_COMPRESSION })),
    `${wasm}.gz`,
  );
  rmSync(wasm);
}

import type { AppContext } from "../http/app-env.js";
import { Refusal } from "../refusal.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";
import { readRange } from "./open-data/byte-range.js";
import { evaluateConditions, rangeHolds } from "./open-data/preconditions.js";
import { ensureChartPng } from "./pictures/chart-png.js";
import type { Release } from "./release.js";

/** What is served under a release's own address never changes, but may be withdrawn: a day, see docs/decisions/014. */
const FOR_A_DAY = "public, max-age=86400, immutable";
/** `latest` is asked again each time; where it is the same, the answer is a 304. */
const ASK_AGAIN = "public, max-age=0, must-revalidate";

/**
 * What releases of the method before hold and nobody may read: the reasons why values were hidden, and what tells of
 * the hidden ones by their digests (manifest) or by the work they gave (certificate).
 */
const WITHHELD = new Set(["protected.json", "manifest.json", "certificate.json", "first-paint.json"]);

/** Whether a file of a release is for the public. */
export const isPublicFile = (name: string, { method }: Pick<Release, "method">): boolean =>
  !(method === "suppression" && WITHHELD.has(name));

/** Kinds that are for programs and spreadsheets: a browser saves them. */
const DOWNLOADS = /\.(csv|geojson|parquet|arrow)$/;

/**
 * Answers a request for a file of a published release: whole, a single range of it, or that the reader has it already.
 * @throws Refusal not_found, precondition_failed, range_not_satisfiable
 */
export async function releaseFile(
  c: AppContext,
  release: Release,
  file: string,
  by: "latest" | "release",
): Promise<Response> {
  const key = objectKey("release", release.municipality, release.digest, file);
  await ensureChartPng(c.env.OBJECTS, release, file);
  const found = isPublicFile(file, release) ? await c.env.OBJECTS.head(key) : null;
  if (!found) {
    throw new Refusal("not_found", { ja: "その名前のファイルはありません", en: "No file of that name" });
  }
  const validators = { etag: found.httpEtag, lastModified: found.uploaded.toUTCString() };
  const headers: Record<string, string> = {
    etag: validators.etag,
    "last-modified": validators.lastModified,
    "cache-control": by === "latest" ? ASK_AGAIN : FOR_A_DAY,
    "content-location": `/open-data/${release.municipality}/releases/${release.id}/${file}`,
    "ikiwatari-release": release.id,
    "cross-origin-resource-policy": "cross-origin",
  };
  const state = evaluateConditions(c.req.raw.headers, validators);
  if (state === "failed") {
    throw new Refusal("precondition_failed", {
      ja: "ファイルは別の版に変わりました。はじめから読み直してください",
      en: "The file is another one now; read it again from its beginning",
    });
  }
  if (state === "not_modified") return c.body(null, 304, headers);
  const range = rangeHolds(c.req.raw.headers, validators)
    ? readRange(c.req.header("range"), found.size)
    : null;
  if (range === "unsatisfiable") {
    throw new Refusal(
      "range_not_satisfiable",
      { ja: `ファイルは ${found.size} バイトです`, en: `The file has ${found.size} bytes` },
      { headers: { "content-range": `bytes */${found.size}`, "accept-ranges": "bytes" } },
    );
  }
  const whole = {
    ...headers,
    "accept-ranges": "bytes",
    "content-type": mediaTypeOf(file),
    "content-length": String(range ? range.length : found.size),
    "content-disposition": disposition(release, file),
    ...(range && {
      "content-range": `bytes ${range.offset}-${range.offset + range.length - 1}/${found.size}`,
    }),
  };
  const status = range ? 206 : 200;
  if (c.req.method === "HEAD") return c.body(null, status, whole);
  const object = await c.env.OBJECTS.get(key, range ? { range } : {});
  return c.body(object!.body, status, whole);
}

/** Saved files say of which town and date they are; the month's own name says it already. */
function disposition(release: Release, file: string): string {
  if (!DOWNLOADS.test(file)) return "inline";
  const { municipality, through } = release;
  const dot = file.lastIndexOf(".");
  const name = file.startsWith(municipality)
    ? file
    : `${municipality}_${file.slice(0, dot)}_${through.replaceAll("-", "")}${file.slice(dot)}`;
  return `attachment; filename="${name}"`;
}

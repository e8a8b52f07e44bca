import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import type { AppContext, AppEnv } from "../app-env.js";
import { checked, operation } from "../openapi.js";
import { Refusal } from "../problem.js";
import { latestRelease, releaseById, type Release } from "../releases/release.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";

const fileName = z.string().regex(/^[a-z0-9-]+\.(arrow|csv|json|parquet|svg)$/);
const responses = { 200: { description: "The file", media: "application/octet-stream" } };

export const openData = new Hono<AppEnv>()
  .use(
    "/open-data/*",
    cors({ origin: "*", allowMethods: ["GET", "HEAD"], exposeHeaders: ["etag", "ikiwatari-release"] }),
  )
  .get(
    "/open-data/:municipality/latest/:file",
    operation({
      tag: "open data",
      summary: "A file of the latest release: a stable address",
      description: "figures.csv, .json, .arrow, .parquet; headline.json; charts as .svg; manifest.json",
      role: null,
      responses,
    }),
    checked("param", z.object({ municipality: municipalityCode, file: fileName })),
    async (c) => {
      const { municipality, file } = c.req.valid("param");
      const release = await latestRelease(c.env.DB, municipality);
      if (!release)
        throw new Refusal("not_found", {
          ja: "公開されたデータはまだありません",
          en: "Nothing is published yet",
        });
      return releaseFile(c, release, file, "public, max-age=0, must-revalidate");
    },
  )
  .get(
    "/open-data/:municipality/releases/:id/:file",
    operation({
      tag: "open data",
      summary: "A file of one release, as it was: never changes",
      role: null,
      responses: {
        ...responses,
        410: { description: "Withdrawn, with the reason", media: "application/problem+json" },
      },
    }),
    checked("param", z.object({ municipality: municipalityCode, id: z.string(), file: fileName })),
    async (c) => {
      const { municipality, id, file } = c.req.valid("param");
      const release = await releaseById(c.env.DB, id);
      // A draft is nobody's business outside: it answers like a release that does not exist.
      if (!release || release.municipality !== municipality || release.status === "draft") {
        throw new Refusal("not_found", { ja: "その公開版はありません", en: "No such release" });
      }
      if (release.status === "withdrawn") {
        throw new Refusal("gone", { ja: `理由: ${release.reason}`, en: `Reason: ${release.reason}` });
      }
      return releaseFile(c, release, file, "public, max-age=86400");
    },
  );

async function releaseFile(
  c: AppContext,
  release: Release,
  file: string,
  cacheControl: string,
): Promise<Response> {
  const key = objectKey("release", release.municipality, release.digest, file);
  const found =
    file === "first-paint.json" ? null : await c.env.OBJECTS.get(key, { onlyIf: c.req.raw.headers });
  if (!found)
    throw new Refusal("not_found", { ja: "その名前のファイルはありません", en: "No file of that name" });
  const headers = {
    "content-type": mediaTypeOf(file),
    "cache-control": cacheControl,
    etag: found.httpEtag,
    "last-modified": found.uploaded.toUTCString(),
    "ikiwatari-release": release.id,
    "cross-origin-resource-policy": "cross-origin",
  };
  return "body" in found ? c.body(found.body as ReadableStream, 200, headers) : c.body(null, 304, headers);
}

import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import type { AppEnv } from "../http/app-env.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";
import { publicRelease } from "../releases/open-data/public-release.js";
import { releaseFile } from "../releases/release-file.js";
import { latestRelease } from "../releases/release.js";

const fileName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*\.(arrow|csv|geojson|html|json|jsonld|parquet|png|svg)$/);
const responses = {
  200: { description: "The file", media: "application/octet-stream" },
  206: { description: "The range that was asked for", media: "application/octet-stream" },
  304: { description: "The reader has it already" },
};

/** Readable from any site: what a program needs to fetch files, parts of them, and to tell one state from another. */
const anySite = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD"],
  allowHeaders: [
    "range",
    "if-range",
    "if-match",
    "if-none-match",
    "if-modified-since",
    "if-unmodified-since",
  ],
  exposeHeaders: [
    "accept-ranges",
    "content-disposition",
    "content-length",
    "content-location",
    "content-range",
    "etag",
    "ikiwatari-release",
    "last-modified",
  ],
  maxAge: 86_400,
});

export const openData = new Hono<AppEnv>()
  .use("/open-data/*", anySite)
  .get(
    "/open-data/:municipality/latest/:file",
    operation({
      tag: "open data",
      summary: "A file of the latest release: a stable address",
      description:
        "Of the protected tables: tables.csv, .json, .arrow, .parquet; places.csv; CODE_mynumbercard_YYYYMMDD.csv; " +
        "districts.geojson where the town has given a map. " +
        "About them: datapackage.json, dcat.jsonld, csvw.json, dictionary.html, manifest.json. Single byte ranges.",
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
      return releaseFile(c, release, file, "latest");
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
      const release = await publicRelease(c.env.DB, municipality, id);
      return releaseFile(c, release, file, "release");
    },
  );

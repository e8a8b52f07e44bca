import { Hono } from "hono";
import { z } from "zod";
import { mapFileSchema, receivedMapSchema, removedMapSchema } from "../../data/contract/api/district-map.js";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppEnv } from "../http/app-env.js";
import { receiveMap } from "./receive-map.js";
import { asListed, toldMap } from "../district-map/told-map.js";
import { replaceMap } from "../ledger/district-maps.js";
import { districtsAt } from "../ledger/districts.js";
import { currentRevision } from "../ledger/revisions.js";
import { checked, operation } from "../http/openapi.js";
import { prepareSnapshot } from "../snapshots/ensure-snapshot.js";
import { mediaTypeOf } from "../snapshots/files.js";
import { MAP_FILE, mapFile } from "../snapshots/map-file.js";
import { CODE_PROPERTIES, NAME_PROPERTIES } from "../district-map/match-district.js";
import { Refusal } from "../refusal.js";

const param = z.object({ code: municipalityCode });

/** Of every request that sends a map. */
export const mapQuery = z.object({
  dry_run: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .meta({ description: "Of a map: check only; nothing is written" }),
});

const HOW_FEATURES_MATCH =
  `A feature is the district whose code stands in one of its properties ${CODE_PROPERTIES.join(", ")}, else the one ` +
  `whose name stands in ${NAME_PROPERTIES.join(", ")}, else, where it has none of these, the one with the feature's ` +
  "id as its code. Features of one district become one. Longitude and latitude of JGD2011 or WGS 84; Polygon or " +
  "MultiPolygon; 8 MB, 20,000 features, 300,000 places. Borders are simplified to what a drawing shows; every other " +
  "property is dropped.";

const PATH = "/municipalities/:code/districts.geojson";

/** The town's own map of its districts. */
export const districtMap = new Hono<AppEnv>()
  .get(
    PATH,
    operation({
      tag: "figures",
      summary: "The town's own map of its districts",
      role: "reader",
      responses: {
        200: {
          description:
            "GeoJSON: a MultiPolygon for each district that has one, simplified, with a label's place",
          media: "application/geo+json",
        },
        304: { description: "The reader has it already" },
      },
    }),
    requireRole("reader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const revision = await currentRevision(c.env.DB, code);
      const districts = await districtsAt(c.env.DB, code, revision);
      const map = await toldMap(c.env.DB, code, revision, asListed(districts));
      if (!map) {
        throw new Refusal("not_found", {
          ja: "この団体の地図はまだありません",
          en: "The municipality has not given a map",
        });
      }
      const file = mapFile(map, districts);
      const headers = {
        etag: `"${await sha256Hex(file)}"`,
        "cache-control": "private, no-cache",
        vary: "cookie, authorization",
      };
      if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
      return c.body(file as Uint8Array<ArrayBuffer>, 200, {
        ...headers,
        "content-type": mediaTypeOf(MAP_FILE),
      });
    },
  )
  .put(
    PATH,
    operation({
      tag: "figures",
      summary: "Give the town's own map of its districts",
      description: HOW_FEATURES_MATCH,
      role: "uploader",
      body: {
        "application/geo+json": { schema: mapFileSchema },
        "application/json": { schema: mapFileSchema },
      },
      responses: { 200: { description: "What was taken in, or would be", schema: receivedMapSchema } },
    }),
    requireRole("uploader"),
    checked("param", param),
    checked("query", mapQuery),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      if (!/^application\/(geo\+)?json\b/i.test(c.req.header("content-type") ?? "")) {
        throw new Refusal("unsupported_media_type", { ja: "GeoJSON で送ってください", en: "Send GeoJSON" });
      }
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await receiveMap(c, code, bytes, { dryRun: c.req.valid("query").dry_run }));
    },
  )
  .delete(
    PATH,
    operation({
      tag: "figures",
      summary: "Remove the town's own map",
      description: "From now on; releases and revisions that had it keep it.",
      role: "uploader",
      responses: {
        200: {
          description: "Removed, or there was none",
          schema: removedMapSchema,
        },
      },
    }),
    requireRole("uploader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const by = { actor: c.var.actor.id, at: c.var.now().toISOString(), digest: null };
      const result = await replaceMap(c.env.DB, code, null, by, { dryRun: false });
      if (result.changed) c.executionCtx.waitUntil(prepareSnapshot(c.env, code, result.revision));
      return c.json(result);
    },
  );

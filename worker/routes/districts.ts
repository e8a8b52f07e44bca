import { Hono } from "hono";
import { z } from "zod";
import { mapFileSchema, receivedMapSchema } from "../../data/contract/api/district-map.js";
import { districtListSchema, replacedDistrictsSchema } from "../../data/contract/api/district.js";
import type { District } from "../../data/contract/district.js";
import { districtSchema, municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppEnv } from "../http/app-env.js";
import { receiveMap } from "./receive-map.js";
import { readDistricts } from "../intake/read-districts.js";
import { districtsAt } from "../ledger/districts.js";
import { replaceDistricts } from "../ledger/replace-districts.js";
import { currentRevision } from "../ledger/revisions.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";
import { prepareSnapshot } from "../snapshots/ensure-snapshot.js";
import { mapQuery } from "./district-map.js";

const param = z.object({ code: municipalityCode });

export const districts = new Hono<AppEnv>()
  .get(
    "/municipalities/:code/districts",
    operation({
      tag: "figures",
      summary: "A municipality's district list",
      role: "reader",
      responses: { 200: { description: "In code order", schema: districtListSchema } },
    }),
    requireRole("reader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const list = await districtsAt(c.env.DB, code, await currentRevision(c.env.DB, code));
      return c.json({
        municipality: code,
        districts: list.map(({ municipality: _, ...district }) => district),
      });
    },
  )
  .put(
    "/municipalities/:code/districts",
    operation({
      tag: "figures",
      summary: "Replace the district list",
      description:
        "CSV or a JSON array: code, name, kana, name_en, area, tile_x, tile_y. Districts that figures use must stay. " +
        "GeoJSON is the town's map of the districts it has listed: the same as PUT districts.geojson.",
      role: "uploader",
      body: {
        "text/csv": {},
        "application/json": { schema: z.array(districtSchema) },
        "application/geo+json": { schema: mapFileSchema },
      },
      responses: {
        200: { description: "What changed", schema: z.union([replacedDistrictsSchema, receivedMapSchema]) },
      },
    }),
    requireRole("uploader"),
    checked("param", param),
    checked("query", mapQuery),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (/^application\/geo\+json\b/i.test(c.req.header("content-type") ?? "")) {
        return c.json(await receiveMap(c, code, bytes, { dryRun: c.req.valid("query").dry_run }));
      }
      if (c.req.valid("query").dry_run) {
        throw new Refusal("invalid_request", {
          ja: "dry_run は地図(GeoJSON)だけにあります",
          en: "dry_run is for a map (GeoJSON) alone",
        });
      }
      const list: District[] = readDistricts(bytes, c.req.header("content-type") ?? "", code);
      const at = c.var.now().toISOString();
      const result = await replaceDistricts(c.env.DB, code, list, {
        actor: c.var.actor.id,
        at,
        digest: await sha256Hex(bytes),
      });
      if (!result.ok) {
        throw new Refusal("conflict", {
          ja: `数字のある地区が一覧から${result.inUse}件抜けています`,
          en: `${result.inUse} district(s) that figures refer to are missing from the list`,
        });
      }
      const { ok: _, ...answer } = result;
      if (result.added + result.changed + result.removed > 0) {
        c.executionCtx.waitUntil(prepareSnapshot(c.env, code, result.revision));
      }
      return c.json(answer);
    },
  );

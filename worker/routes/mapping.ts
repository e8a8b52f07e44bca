import { Hono } from "hono";
import { z } from "zod";
import { mappingSchema, savedMappingSchema } from "../../data/contract/api/mapping.js";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppEnv } from "../http/app-env.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { removeMapping, saveMapping, savedMapping } from "../ledger/mappings.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";

const param = z.object({ code: municipalityCode });
const NONE = { mapping: null, saved_at: null, saved_by: null };
const PATH = "/municipalities/:code/mapping";

/** How a municipality's files are read, kept between uploads. */
export const mapping = new Hono<AppEnv>()
  .get(
    PATH,
    operation({
      tag: "uploads",
      summary: "The saved mapping of a municipality",
      role: "reader",
      responses: {
        200: { description: "`mapping` is null where none was saved", schema: savedMappingSchema },
      },
    }),
    requireRole("reader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      return c.json((await savedMapping(c.env.DB, code)) ?? NONE);
    },
  )
  .put(
    PATH,
    operation({
      tag: "uploads",
      summary: "Save a mapping",
      description: "An upload that brings none is read with it, wherever its columns are all in the file.",
      role: "uploader",
      body: { "application/json": { schema: mappingSchema } },
      responses: { 200: { description: "Saved", schema: savedMappingSchema } },
    }),
    requireRole("uploader"),
    checked("param", param),
    checked("json", mappingSchema),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const wanted = c.req.valid("json");
      const finding = screenText(JSON.stringify(wanted));
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      const saved = {
        mapping: wanted,
        saved_at: c.var.now().toISOString(),
        saved_by: c.var.actor.id,
      };
      await saveMapping(c.env.DB, code, saved);
      return c.json(saved);
    },
  )
  .delete(
    PATH,
    operation({
      tag: "uploads",
      summary: "Forget the saved mapping",
      role: "uploader",
      responses: { 204: { description: "There is none now" } },
    }),
    requireRole("uploader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      await removeMapping(c.env.DB, code, { actor: c.var.actor.id, at: c.var.now().toISOString() });
      return c.body(null, 204);
    },
  );

import { Hono } from "hono";
import { z } from "zod";
import { savedSettingsSchema } from "../../data/contract/api/settings.js";
import { municipalityCode, townSettingsSchema } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppEnv } from "../http/app-env.js";
import { screenPublicText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { saveTownSettings, townSettings } from "../ledger/town-settings.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";

const param = z.object({ code: municipalityCode });

/** What a municipality decides about its publications: what is hidden, under which licence, what residents read. */
export const settings = new Hono<AppEnv>()
  .get(
    "/municipalities/:code/settings",
    operation({
      tag: "releases",
      summary: "The settings of a municipality's publications",
      role: "reader",
      responses: {
        200: { description: "`saved_at` is null while the defaults hold", schema: savedSettingsSchema },
      },
    }),
    requireRole("reader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      return c.json(await townSettings(c.env.DB, code));
    },
  )
  .put(
    "/municipalities/:code/settings",
    operation({
      tag: "releases",
      summary: "Replace the settings",
      description: "They hold for releases drafted from now on; what is left out has its default.",
      role: "publisher",
      body: { "application/json": { schema: townSettingsSchema } },
      responses: { 200: { description: "Saved", schema: savedSettingsSchema } },
    }),
    requireRole("publisher"),
    checked("param", param),
    checked("json", townSettingsSchema),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const wanted = c.req.valid("json");
      const finding = screenPublicText(JSON.stringify(wanted));
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      const by = { actor: c.var.actor.id, at: c.var.now().toISOString() };
      await saveTownSettings(c.env.DB, code, wanted, by);
      return c.json({ settings: wanted, saved_at: by.at, saved_by: by.actor });
    },
  );

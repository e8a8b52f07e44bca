import { Hono } from "hono";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { LANGUAGES } from "../../data/contract/town-settings.js";
import type { AppEnv } from "../http/app-env.js";
import { townSettings } from "../ledger/town-settings.js";
import { checked, operation } from "../http/openapi.js";
import { municipalityName } from "../reference.js";
import { latestRelease } from "../releases/release.js";
import { COPY_SCRIPT, makerPage } from "../releases/pictures/maker-page.js";
import { askedRelease } from "../releases/pictures/asked-release.js";
import { emptyEmbed } from "../releases/pictures/empty-embed.js";
import { framePolicy, MAKER_POLICY } from "../releases/pictures/frame-policy.js";
import { readReleaseJson } from "../releases/pictures/read-release-json.js";
import { releaseFile } from "../releases/release-file.js";

const chart = z.enum(["progress", "remaining", "ages", "districts", "flow"]);
const lang = z.enum(LANGUAGES).default("ja");
const html = { 200: { description: "The page", media: "text/html" } };

export const embed = new Hono<AppEnv>()
  .get("/embed/", (c) => c.redirect(`/embed${new URL(c.req.url).search}`))
  .get(
    "/embed",
    operation({
      tag: "open data",
      summary: "A form that makes the code for a chart on another site",
      role: null,
      responses: html,
    }),
    checked(
      "query",
      z.object({
        m: municipalityCode.optional(),
        chart: chart.default("progress"),
        lang,
        width: z.enum(["full", "wide", "narrow"]).default("full"),
      }),
    ),
    async (c) => {
      const { m, chart: id, lang: language, width } = c.req.valid("query");
      const municipality = m ?? c.get("settings").defaultMunicipality;
      const release = await askedRelease(c.env.DB, municipality, undefined);
      const choice = { chart: id, language, width };
      const { origin } = new URL(c.req.url);
      return c.html(await makerPage(c.env.OBJECTS, release, { origin, choice }), 200, {
        "cache-control": "public, max-age=0, must-revalidate",
        "content-security-policy": MAKER_POLICY,
      });
    },
  )
  .get("/embed/copy.js", (c) =>
    c.body(COPY_SCRIPT, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
    }),
  )
  .get(
    "/embed/:municipality/:chart",
    operation({
      tag: "open data",
      summary: "A chart as a page for frames on other sites",
      description: "Which sites may frame it is the town's setting; it has no cookies and no scripts",
      role: null,
      responses: {
        ...html,
        410: { description: "Withdrawn, with the reason", media: "application/problem+json" },
      },
    }),
    checked("param", z.object({ municipality: municipalityCode, chart })),
    checked("query", z.object({ lang, release: z.string().optional() })),
    async (c) => {
      const { municipality, chart: id } = c.req.valid("param");
      const { lang: language, release: asked } = c.req.valid("query");
      if (asked === undefined && (await latestRelease(c.env.DB, municipality)) === null) {
        // Whoever framed it cannot do anything about it: their readers see a line, not a fault's description.
        return c.html(emptyEmbed(municipalityName(municipality).name, language), 404, {
          "cache-control": "public, max-age=0, must-revalidate",
          "content-security-policy": framePolicy(
            (await townSettings(c.env.DB, municipality)).settings.frame_ancestors,
          ),
        });
      }
      const release = await askedRelease(c.env.DB, municipality, asked);
      const about = await readReleaseJson<{ settings: { frame_ancestors: string[] } }>(
        c.env.OBJECTS,
        release,
        "release.json",
      );
      const by = asked === undefined ? "latest" : "release";
      const page = await releaseFile(c, release, `embed-${id}.${language}.html`, by);
      page.headers.set("content-security-policy", framePolicy(about.settings.frame_ancestors));
      return page;
    },
  );

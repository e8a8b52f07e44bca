import { Hono } from "hono";
import { z } from "zod";
import { isoDate, municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, identify, requireRole } from "../access/guard.js";
import { mayTouch } from "../access/role.js";
import type { AppContext, AppEnv } from "../app-env.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { checked, operation } from "../openapi.js";
import { pageQuery, paged } from "../paging.js";
import { Refusal } from "../problem.js";
import { draftRelease } from "../releases/draft-release.js";
import { publishRelease, withdrawRelease } from "../releases/publish-release.js";
import { listReleases, releaseById, type Release } from "../releases/release.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";
import { listedReleaseSchema, releaseSchema } from "./release-schema.js";

const answer = z.object({ release: releaseSchema });

/** A list has releases without their reports; outsiders are not told who made them either. */
function listed(release: Release, isInside: boolean) {
  const { report: _, settings: _settings, earlier: _earlier, ...told } = release;
  if (isInside) return told;
  const { created_by: _by, published_by: _publisher, withdrawn_by: _withdrawer, ...open } = told;
  return open;
}

async function requireRelease(c: AppContext, id: string): Promise<Release> {
  const release = await releaseById(c.env.DB, id);
  if (!release) throw new Refusal("not_found", { ja: "その公開版はありません", en: "No such release" });
  assertMunicipality(c, release.municipality);
  return release;
}

const by = (c: AppContext) => ({ actor: c.var.actor.id, at: c.var.now().toISOString() });

export const releases = new Hono<AppEnv>()
  .post(
    "/releases",
    operation({
      tag: "releases",
      summary: "Draft a release, with its disclosure report",
      role: "publisher",
      responses: { 201: { description: "The draft", schema: answer } },
    }),
    requireRole("publisher"),
    checked("json", z.strictObject({ municipality: municipalityCode, through: isoDate })),
    async (c) => {
      const { municipality, through } = c.req.valid("json");
      assertMunicipality(c, municipality);
      const release = await draftRelease(c.env, { id: c.var.newId("rel"), municipality, through }, by(c));
      if (!release) {
        throw new Refusal("conflict", {
          ja: "この基準日までに公開できる数字がありません",
          en: "There are no figures up to that date",
        });
      }
      return c.json({ release }, 201, { location: `/api/v1/releases/${release.id}` });
    },
  )
  .get(
    "/releases",
    operation({
      tag: "releases",
      summary: "List releases, the withdrawn ones with their reasons",
      description: "Drafts are listed for whoever may read inside.",
      role: null,
      responses: {
        200: {
          description: "Newest first",
          schema: z.object({ releases: z.array(listedReleaseSchema), next: z.number().nullable() }),
        },
      },
    }),
    checked("query", pageQuery.extend({ municipality: municipalityCode })),
    async (c) => {
      const { municipality, limit, after = null } = c.req.valid("query");
      const actor = await identify(c);
      const drafts = actor !== null && mayTouch(actor, municipality);
      const { items, next } = paged(
        c,
        await listReleases(c.env.DB, { municipality, limit, after, drafts }),
        limit,
      );
      return c.json({ releases: items.map((r) => listed(r, drafts)), next });
    },
  )
  .get(
    "/releases/:id",
    operation({
      tag: "releases",
      summary: "One release with its disclosure report",
      role: "reader",
      responses: { 200: { description: "The release", schema: answer } },
    }),
    requireRole("reader"),
    async (c) => c.json({ release: await requireRelease(c, c.req.param("id")) }),
  )
  .get(
    "/releases/:id/files/:file",
    operation({
      tag: "releases",
      summary: "A file of a release, a draft's too: what it would show",
      role: "reader",
      responses: { 200: { description: "The file", media: "application/octet-stream" } },
    }),
    requireRole("reader"),
    checked("param", z.object({ id: z.string(), file: z.string().regex(/^[\w.-]{1,100}$/) })),
    async (c) => {
      const { id, file } = c.req.valid("param");
      const { municipality, digest } = await requireRelease(c, id);
      const object = await c.env.OBJECTS.get(objectKey("release", municipality, digest, file));
      if (!object)
        throw new Refusal("not_found", { ja: "その名前のファイルはありません", en: "No file of that name" });
      return c.body(object.body as ReadableStream, 200, {
        "content-type": mediaTypeOf(file),
        "cache-control": "private, no-store",
      });
    },
  )
  .post(
    "/releases/:id/publish",
    operation({
      tag: "releases",
      summary: "Publish a draft and move `latest` to it",
      role: "publisher",
      responses: { 200: { description: "Published; also where it was before", schema: answer } },
    }),
    requireRole("publisher"),
    async (c) =>
      c.json({ release: await publishRelease(c.env, await requireRelease(c, c.req.param("id")), by(c)) }),
  )
  .post(
    "/releases/:id/withdraw",
    operation({
      tag: "releases",
      summary: "Withdraw a published release with a reason",
      role: "publisher",
      responses: {
        200: { description: "Withdrawn; `latest` goes back to the release before", schema: answer },
      },
    }),
    requireRole("publisher"),
    checked("json", z.strictObject({ reason: z.string().trim().min(1).max(500) })),
    async (c) => {
      const { reason } = c.req.valid("json");
      const finding = screenText(reason);
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      return c.json({
        release: await withdrawRelease(c.env.DB, await requireRelease(c, c.req.param("id")), reason, by(c)),
      });
    },
  );

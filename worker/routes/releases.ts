import { Hono } from "hono";
import { z } from "zod";
import type { ProblemCode } from "../../data/contract/api/problem.js";
import { jobAnswerSchema, type ReleaseJob as ToldJob } from "../../data/contract/api/release-job.js";
import {
  draftOrderSchema,
  releaseAnswerSchema,
  releaseListSchema,
  withdrawalSchema,
} from "../../data/contract/api/release.js";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, identify, requireRole } from "../access/guard.js";
import { mayTouch } from "../access/role.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { checked, operation } from "../http/openapi.js";
import { pageQuery, paged } from "../http/paging.js";
import { problemWords } from "../http/problem.js";
import { Refusal } from "../refusal.js";
import { ensureChartPng } from "../releases/pictures/chart-png.js";
import { publishRelease, withdrawRelease } from "../releases/publish-release.js";
import type { ReleaseJob } from "../releases/release-job.js";
import { listReleases, releaseById, type Release } from "../releases/release.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";

/** A list has releases without their reports; outsiders are told neither who made them nor how often the ledger was written. */
function listed(release: Release & { seq?: number }, isInside: boolean) {
  const { report: _, settings: _s, successions: _c, earlier: _e, key_id: _k, seq: _n, ...told } = release;
  if (isInside) return told;
  const {
    created_by: _by,
    published_by: _publisher,
    withdrawn_by: _withdrawer,
    revision: _r,
    ...open
  } = told;
  return open;
}

/** Whole, but for the fingerprint of the key. */
const whole = ({ key_id: _, ...release }: Release) => release;

/** A draft that is made sooner is the answer itself; else the answer says how far it is. */
const WAIT_MS = 25_000;

/** The maker of a town's drafts: an object of its own, outside the requests that visitors share. */
const makerOf = (c: AppContext, municipality: string) =>
  c.env.RELEASE_MAKERS.get(c.env.RELEASE_MAKERS.idFromName(municipality));

/** What the problem of a failed draft says beside its kind and words. */
function parsedProblem({ kind, detail, members }: NonNullable<ReleaseJob["problem"]>) {
  const { code = kind, ...others } = JSON.parse(members) as { code?: ProblemCode };
  return { kind, detail, code, members: others };
}

function toldJob({ problem, ...job }: ReleaseJob): ToldJob {
  if (problem === null) return { ...job, problem };
  const { kind, detail, code, members } = parsedProblem(problem);
  return { ...job, problem: { ...problemWords(kind, code, detail), ...members } };
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
      description:
        "A draft that takes longer than half a minute, or that is asked for with `Prefer: respond-async`, goes on as a " +
        "job: see /releases/{id}/progress.",
      role: "publisher",
      responses: {
        201: { description: "The draft", schema: releaseAnswerSchema },
        202: { description: "It is being made", schema: jobAnswerSchema },
      },
    }),
    requireRole("publisher"),
    checked("json", draftOrderSchema),
    async (c) => {
      const { municipality, through } = c.req.valid("json");
      assertMunicipality(c, municipality);
      const maker = makerOf(c, municipality);
      const order = { id: c.var.newId("rel"), municipality, through, ...by(c) };
      let job = await maker.start(order);
      if (!/\brespond-async\b/i.test(c.req.header("prefer") ?? ""))
        job = (await maker.wait(order.id, WAIT_MS)) ?? job;
      const location = `/api/v1/releases/${order.id}`;
      if (job.state === "running")
        return c.json({ job: toldJob(job) }, 202, {
          location: `${location}/progress?municipality=${municipality}`,
        });
      if (job.problem) {
        const { kind, detail, code, members } = parsedProblem(job.problem);
        throw new Refusal(kind, detail, { code, members });
      }
      return c.json({ release: whole((await releaseById(c.env.DB, order.id))!) }, 201, { location });
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
          schema: releaseListSchema,
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
      const told = { releases: items.map((r) => listed(r, drafts)), next };
      if (!drafts) return c.json(told);
      const job = await makerOf(c, municipality).current();
      return c.json({ ...told, job: job && toldJob(job) });
    },
  )
  .get(
    "/releases/:id",
    operation({
      tag: "releases",
      summary: "One release with its disclosure report",
      role: "reader",
      responses: { 200: { description: "The release", schema: releaseAnswerSchema } },
    }),
    requireRole("reader"),
    async (c) => c.json({ release: whole(await requireRelease(c, c.req.param("id"))) }),
  )
  .get(
    "/releases/:id/progress",
    operation({
      tag: "releases",
      summary: "How far the making of a draft is",
      role: "reader",
      responses: { 200: { description: "The job", schema: jobAnswerSchema } },
    }),
    requireRole("reader"),
    checked("query", z.object({ municipality: municipalityCode })),
    async (c) => {
      const { municipality } = c.req.valid("query");
      assertMunicipality(c, municipality);
      const job = await makerOf(c, municipality).progress(c.req.param("id"));
      if (!job) throw new Refusal("not_found", { ja: "その下書きは作られていません", en: "No such draft" });
      return c.json({ job: toldJob(job) });
    },
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
      const release = await requireRelease(c, id);
      const { municipality, digest } = release;
      await ensureChartPng(c.env.OBJECTS, release, file);
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
      responses: { 200: { description: "Published; also where it was before", schema: releaseAnswerSchema } },
    }),
    requireRole("publisher"),
    async (c) =>
      c.json({
        release: whole(await publishRelease(c.env, await requireRelease(c, c.req.param("id")), by(c))),
      }),
  )
  .post(
    "/releases/:id/withdraw",
    operation({
      tag: "releases",
      summary: "Withdraw a published release with a reason",
      role: "publisher",
      responses: {
        200: {
          description: "Withdrawn; `latest` goes back to the release before",
          schema: releaseAnswerSchema,
        },
      },
    }),
    requireRole("publisher"),
    checked("json", withdrawalSchema),
    async (c) => {
      const { reason } = c.req.valid("json");
      const finding = screenText(reason);
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      return c.json({
        release: whole(
          await withdrawRelease(c.env.DB, await requireRelease(c, c.req.param("id")), reason, by(c)),
        ),
      });
    },
  );

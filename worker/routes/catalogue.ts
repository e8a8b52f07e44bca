import { Hono } from "hono";
import { etag } from "hono/etag";
import { z } from "zod";
import type { Manifest } from "../../data/contract/api/manifest.js";
import { municipalityCode } from "../../data/contract/schema.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { knownMunicipalities } from "../ledger/revisions.js";
import { checked, operation } from "../http/openapi.js";
import { municipalityName } from "../reference.js";
import { Refusal } from "../refusal.js";
import { publicArchive } from "../releases/open-data/archive.js";
import { dcatCatalogue, storedDataset } from "../releases/open-data/catalogue.js";
import { atomFeed } from "../releases/open-data/feed.js";
import { releasePage, townPage, townsPage } from "../releases/open-data/index-pages.js";
import { publicRelease } from "../releases/open-data/public-release.js";
import { latestRelease, type Release } from "../releases/release.js";
import { objectKey } from "../snapshots/files.js";

/** A publication or a withdrawal shows at once: a reader asks each time, and is told that nothing changed. */
const ASK_AGAIN = { "cache-control": "public, max-age=0, must-revalidate" };
const town = z.object({ municipality: municipalityCode });
const page = { 200: { description: "The page", media: "text/html" } };

export const catalogue = new Hono<AppEnv>()
  .get("/open-data", (c) => c.redirect("/open-data/"))
  .get(
    "/open-data/",
    etag(),
    operation({
      tag: "open data",
      summary: "The towns that have published, as a page",
      role: null,
      responses: page,
    }),
    async (c) => {
      const releases = await latestReleases(c);
      const latest = releases.map((release) => ({ town: municipalityName(release.municipality), release }));
      return c.html(townsPage(latest), 200, ASK_AGAIN);
    },
  )
  .get(
    "/open-data/catalog.jsonld",
    etag(),
    operation({
      tag: "open data",
      summary: "A DCAT catalogue of all towns that have published",
      role: null,
      responses: { 200: { description: "JSON-LD", media: "application/ld+json" } },
    }),
    async (c) =>
      c.body(JSON.stringify(await dcatCatalogue(c.env.OBJECTS, await latestReleases(c)), null, 1), 200, {
        ...ASK_AGAIN,
        "content-type": "application/ld+json",
      }),
  )
  .get(
    "/open-data/:municipality/",
    etag(),
    operation({
      tag: "open data",
      summary: "A town's files and all its releases, as a page",
      role: null,
      responses: page,
    }),
    checked("param", town),
    async (c) => {
      const { municipality } = c.req.valid("param");
      const release = await latestRelease(c.env.DB, municipality);
      const archive = await publicArchive(c.env.DB, municipality);
      if (!release) throw nothingPublished();
      return c.html(townPage(await view(c, release), archive), 200, ASK_AGAIN);
    },
  )
  .get(
    "/open-data/:municipality/feed.atom",
    etag(),
    operation({
      tag: "open data",
      summary: "An Atom feed of a town's releases, the withdrawn ones with their reasons",
      role: null,
      responses: { 200: { description: "Atom", media: "application/atom+xml" } },
    }),
    checked("param", town),
    async (c) => {
      const { municipality } = c.req.valid("param");
      const archive = await publicArchive(c.env.DB, municipality);
      if (archive.length === 0) throw nothingPublished();
      const feed = atomFeed(municipalityName(municipality), archive, new URL(c.req.url).origin);
      return c.body(feed, 200, { ...ASK_AGAIN, "content-type": "application/atom+xml; charset=utf-8" });
    },
  )
  .get(
    "/open-data/:municipality/releases/:id/",
    etag(),
    operation({
      tag: "open data",
      summary: "The files of one release, as a page",
      role: null,
      responses: {
        ...page,
        410: { description: "Withdrawn, with the reason", media: "application/problem+json" },
      },
    }),
    checked("param", town.extend({ id: z.string() })),
    async (c) => {
      const { municipality, id } = c.req.valid("param");
      const release = await publicRelease(c.env.DB, municipality, id);
      return c.html(releasePage(await view(c, release)), 200, ASK_AGAIN);
    },
  );

async function latestReleases(c: AppContext): Promise<Release[]> {
  const known = (await knownMunicipalities(c.env.DB)).filter((m) => m.latest_release !== null);
  const found = await Promise.all(known.map((m) => latestRelease(c.env.DB, m.code)));
  return found.filter((release) => release !== null);
}

async function view(c: AppContext, release: Release) {
  const { municipality, digest } = release;
  const manifest = await c.env.OBJECTS.get(objectKey("release", municipality, digest, "manifest.json"));
  return {
    town: municipalityName(municipality),
    release,
    manifest: await manifest!.json<Manifest>(),
    dataset: await storedDataset(c.env.OBJECTS, release),
  };
}

const nothingPublished = () =>
  new Refusal("not_found", { ja: "公開されたデータはまだありません", en: "Nothing is published yet" });

import type { Manifest } from "../../data/contract/api/manifest.js";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { identify } from "../access/guard.js";
import { mayTouch, type Actor } from "../access/role.js";
import type { AppContext } from "../http/app-env.js";
import { currentRevision, knownMunicipalities } from "../ledger/revisions.js";
import { municipalityName } from "../reference.js";
import { currentImport } from "../reference-series/ledger.js";
import { referenceFiles } from "../reference-series/open-files.js";
import { latestRelease } from "../releases/release.js";
import { ensureSnapshot } from "../snapshots/ensure-snapshot.js";
import { objectKey } from "../snapshots/files.js";
import { MAP_FILE } from "../snapshots/map-file.js";

/** What a page is told, and where the bundle behind it lies. */
export interface PageData {
  context: PageContext;
  bundle: { kind: Manifest["kind"]; digest: string } | null;
}

/** Which town, by which door: the internal snapshot for whoever may read it, else the latest release, else nothing. */
export async function pageData(c: AppContext): Promise<PageData> {
  const asked = c.req.query("m");
  const code = asked && isMunicipalityCode(asked) ? asked : c.var.settings.defaultMunicipality;
  const actor = await identifyVisitor(c);
  const known = await knownMunicipalities(c.env.DB);
  const context: PageContext = {
    municipality: municipalityName(code),
    municipalities: known
      .filter((m) => m.latest_release !== null || (actor && mayTouch(actor, m.code)))
      .map((m) => ({ code: m.code, name: municipalityName(m.code).name })),
    door: "none",
    role: actor?.role ?? null,
    files: null,
    revision: null,
    release: null,
    synthetic: false,
    reference: referenceFiles(await currentImport(c.env.DB), code),
  };
  return (
    (actor && (await internalDoor(c, context, actor))) ||
    (await publicDoor(c, context)) || { context, bundle: null }
  );
}

/** A page is shown to anybody: a wrong or revoked token makes a visitor, not an error. */
async function identifyVisitor(c: AppContext): Promise<Actor | null> {
  return c.req.header("authorization") === undefined ? identify(c) : null;
}

async function internalDoor(c: AppContext, context: PageContext, actor: Actor): Promise<PageData | null> {
  const { code } = context.municipality;
  if (!mayTouch(actor, code)) return null;
  const revision = await currentRevision(c.env.DB, code);
  const digest = revision > 0 ? await ensureSnapshot(c.env, code, revision) : null;
  if (digest === null) return null;
  const manifest = await readManifest(c, "snapshot", code, digest);
  const at = (file: string) => `/api/v1/snapshots/${code}/${digest}/${file}`;
  return {
    context: {
      ...context,
      door: "internal",
      revision,
      files: filesAt(at, manifest),
      synthetic: manifest?.synthetic ?? false,
    },
    bundle: { kind: "snapshot", digest },
  };
}

async function publicDoor(c: AppContext, context: PageContext): Promise<PageData | null> {
  const { code } = context.municipality;
  const release = await latestRelease(c.env.DB, code);
  if (!release) return null;
  const { id, digest } = release;
  const manifest = await readManifest(c, "release", code, digest);
  const at = (file: string) => `/open-data/${code}/releases/${id}/${file}`;
  return {
    context: {
      ...context,
      door: "public",
      ...(manifest?.rough_totals && { roughTotals: true }),
      release: id,
      files: filesAt(at, manifest),
      synthetic: manifest?.synthetic ?? false,
    },
    bundle: { kind: "release", digest },
  };
}

const filesAt = (at: (file: string) => string, manifest: Manifest | null) => ({
  figures: at("figures.arrow"),
  districts: at("districts.arrow"),
  manifest: at("manifest.json"),
  ...(manifest?.files.some(({ name }) => name === MAP_FILE) && { map: at(MAP_FILE) }),
});

async function readManifest(
  c: AppContext,
  kind: Manifest["kind"],
  code: string,
  digest: string,
): Promise<Manifest | null> {
  const manifest = await c.env.OBJECTS.get(objectKey(kind, code, digest, "manifest.json"));
  return manifest && manifest.json<Manifest>();
}

import type { Manifest } from "../../../data/contract/api/manifest.js";
import { outlineOf } from "../../../data/disclosure/outline.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { openDataFiles } from "../../../worker/releases/open-data/open-data-files.js";
import { insertRelease } from "../../../worker/releases/release.js";
import { mediaTypeOf } from "../../../worker/snapshots/files.js";
import { storeBundle } from "../../../worker/snapshots/store-bundle.js";
import { env } from "../harness.js";

export const TOWN = "172073";
/** The ledger's revision that the releases were made from. */
const REVISION = 7;
const encoder = new TextEncoder();
const hex = async (bytes: Uint8Array): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();

/** Stores a release's files where they lie when it is drafted, and its row; publishes it unless told not to. */
export async function storeRelease(
  release: PublicRelease,
  publishedAt: string | null,
): Promise<Map<string, Uint8Array>> {
  const files = await openDataFiles(release);
  const manifest: Manifest = {
    format: 1,
    kind: "release",
    municipality: TOWN,
    as_of: { first: "2026-09-30", last: release.through },
    rows: release.tables.rows.length,
    synthetic: release.synthetic,
    files: await Promise.all(
      [...files].map(async ([name, bytes]) => ({
        name,
        bytes: bytes.byteLength,
        sha256: await hex(bytes),
        media_type: mediaTypeOf(name),
      })),
    ),
  };
  files.set("manifest.json", encoder.encode(JSON.stringify(manifest)));
  const digest = await hex(files.get("manifest.json")!);
  await storeBundle(env.OBJECTS, { digest, manifest, files });
  await insertRelease(
    env.DB,
    {
      id: release.id,
      municipality: TOWN,
      status: "draft",
      method: "tens-of-people",
      key_id: "key of a test",
      successions: [],
      through: release.through,
      revision: REVISION,
      digest,
      settings: release.settings,
      earlier: [],
      previous: release.previous,
      report: {} as never,
      created_at: release.made_at,
      created_by: "test",
      published_at: null,
      published_by: null,
      withdrawn_at: null,
      withdrawn_by: null,
      reason: null,
    },
    outlineOf(release.tables),
  ).run();
  if (publishedAt !== null) await publishRow(release.id, publishedAt);
  return files;
}

async function publishRow(id: string, at: string): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE releases SET status = 'published', published_at = ? WHERE id = ?").bind(at, id),
    env.DB.prepare(
      `INSERT INTO municipality_states (code, revision, latest_release) VALUES (?1, 7, ?2)
       ON CONFLICT (code) DO UPDATE SET latest_release = ?2`,
    ).bind(TOWN, id),
  ]);
}

/** Withdraws a release; `latest` names the other one, or none. */
export async function withdrawRow(id: string, latest: string | null, reason: string): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      "UPDATE releases SET status = 'withdrawn', withdrawn_at = '2026-12-02T00:00:00.000Z', reason = ? WHERE id = ?",
    ).bind(reason, id),
    env.DB.prepare("UPDATE municipality_states SET latest_release = ? WHERE code = ?").bind(latest, TOWN),
  ]);
}

import { describeError } from "../describe-error.js";
import { asListed, toldMap } from "../district-map/told-map.js";
import { districtsAt } from "../ledger/districts.js";
import { figuresAt } from "../ledger/figures.js";
import { currentRevision, recordedAt } from "../ledger/revisions.js";
import { SNAPSHOT_EDITION } from "./editions.js";
import { makeBundle } from "./make-bundle.js";
import { objectKey } from "./files.js";
import { storeBundle } from "./store-bundle.js";

export interface Stores {
  DB: D1Database;
  OBJECTS: R2Bucket;
}

/**
 * The digest of the internal snapshot of one revision, made and stored if it is not there yet.
 * @returns null where the municipality has no such revision.
 */
export async function ensureSnapshot(
  stores: Stores,
  municipality: string,
  revision: number,
): Promise<string | null> {
  const known = await stores.DB.prepare(
    "SELECT digest FROM snapshot_editions WHERE municipality = ? AND revision = ? AND edition = ?",
  )
    .bind(municipality, revision, SNAPSHOT_EDITION)
    .first<{ digest: string }>();
  if (known) return known.digest;
  const at = await recordedAt(stores.DB, municipality, revision);
  if (at === null) return null;
  const districts = await districtsAt(stores.DB, municipality, revision);
  const map = await toldMap(stores.DB, municipality, revision, asListed(districts));
  const bundle = await makeBundle({
    kind: "snapshot",
    municipality,
    revision: { number: revision, recordedAt: at },
    figures: await figuresAt(stores.DB, municipality, revision),
    districts,
    ...(map && { map }),
  });
  await storeBundle(stores.OBJECTS, bundle);
  await stores.DB.prepare(
    "INSERT OR IGNORE INTO snapshot_editions (municipality, revision, edition, digest) VALUES (?, ?, ?, ?)",
  )
    .bind(municipality, revision, SNAPSHOT_EDITION, bundle.digest)
    .run();
  return bundle.digest;
}

/** Months uploaded one after another come faster than this; only the last of them is worth a snapshot. */
export const QUIET_MS = 2000;

/**
 * Makes the snapshot of a municipality's newest revision ahead of its first reader, once no further write
 * has come for a moment. A revision that another one has overtaken gets none: nobody will ask for it first.
 */
export async function prepareSnapshot(stores: Stores, municipality: string, revision: number): Promise<void> {
  await scheduler.wait(QUIET_MS);
  try {
    if ((await currentRevision(stores.DB, municipality)) !== revision) return;
    await ensureSnapshot(stores, municipality, revision);
  } catch (error) {
    // Nobody waits for it: the first reader makes it, and is told what is wrong.
    console.error(JSON.stringify({ snapshot: municipality, error: describeError(error) }));
  }
}

/** Deletes the snapshots of older revisions and editions: each can be made again from the ledger. */
export async function sweepSnapshots(stores: Stores, municipality: string): Promise<void> {
  const newest = await currentRevision(stores.DB, municipality);
  const { results } = await stores.DB.prepare(
    `SELECT DISTINCT digest FROM snapshot_editions WHERE municipality = ?1 AND (revision < ?2 OR edition < ?3)
       AND digest NOT IN (SELECT digest FROM snapshot_editions
         WHERE municipality = ?1 AND revision = ?2 AND edition = ?3)`,
  )
    .bind(municipality, newest, SNAPSHOT_EDITION)
    .all<{ digest: string }>();
  for (const { digest } of results) {
    // The row goes first: an object without a row is made again, a row without objects would be a dead end.
    await stores.DB.prepare("DELETE FROM snapshot_editions WHERE municipality = ? AND digest = ?")
      .bind(municipality, digest)
      .run();
    const { objects } = await stores.OBJECTS.list({
      prefix: objectKey("snapshot", municipality, digest, ""),
    });
    const manifestFirst = objects
      .map((o) => o.key)
      .sort((a, b) => Number(b.endsWith("/manifest.json")) - Number(a.endsWith("/manifest.json")));
    for (const key of manifestFirst) await stores.OBJECTS.delete(key);
  }
}

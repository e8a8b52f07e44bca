import { districtsAt } from "../ledger/districts.js";
import { figuresAt } from "../ledger/figures.js";
import { currentRevision, recordedAt } from "../ledger/revisions.js";
import { makeBundle } from "./make-bundle.js";
import { storeBundle } from "./store-bundle.js";

export interface Stores {
  DB: D1Database;
  OBJECTS: R2Bucket;
}

/**
 * The digest of the internal snapshot of one revision, made and stored if it is not there yet.
 * @returns null where the municipality has no such revision.
 */
export async function ensureSnapshot(stores: Stores, municipality: string, revision: number): Promise<string | null> {
  const known = await stores.DB.prepare("SELECT digest FROM snapshots WHERE municipality = ? AND revision = ?")
    .bind(municipality, revision)
    .first<{ digest: string }>();
  if (known) return known.digest;
  const at = await recordedAt(stores.DB, municipality, revision);
  if (at === null) return null;
  const bundle = await makeBundle({
    kind: "snapshot",
    municipality,
    revision,
    recordedAt: at,
    figures: await figuresAt(stores.DB, municipality, revision),
    districts: await districtsAt(stores.DB, municipality, revision),
  });
  await storeBundle(stores.OBJECTS, bundle);
  await stores.DB.prepare("INSERT OR IGNORE INTO snapshots (municipality, revision, digest) VALUES (?, ?, ?)")
    .bind(municipality, revision, bundle.digest)
    .run();
  return bundle.digest;
}

/**
 * Makes the snapshot of a municipality's newest revision ahead of its first reader. An upload that another
 * one has overtaken makes none: nobody will ask for it first.
 */
export async function prepareSnapshot(stores: Stores, municipality: string, revision: number): Promise<void> {
  if ((await currentRevision(stores.DB, municipality)) !== revision) return;
  await ensureSnapshot(stores, municipality, revision);
}

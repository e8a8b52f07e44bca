import type { AuditedRelease } from "../../data/disclosure/audit/certificate.js";
import type { ProtectedTables } from "../../data/disclosure/published.js";
import { figuresAt } from "../ledger/figures.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import { objectKey } from "../snapshots/files.js";
import { releaseById } from "./release.js";

/** The protected tables as the next release and the audit read them again. */
export const PROTECTED_FILE = "protected.json";

/** Every release that was ever published, oldest first: what was read cannot be called back. */
export async function everPublished(db: D1Database, municipality: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM releases WHERE municipality = ? AND published_at IS NOT NULL
       ORDER BY published_at, seq`,
    )
    .bind(municipality)
    .all<{ id: string }>();
  return results.map((r) => r.id);
}

/**
 * What those releases told, with the figures behind it.
 * @throws Error where a release's tables are gone: without them nothing can be proven.
 */
export async function earlierReleases(stores: Stores, ids: readonly string[]): Promise<AuditedRelease[]> {
  const earlier: AuditedRelease[] = [];
  for (const id of ids) {
    const release = await releaseById(stores.DB, id);
    const key = release && objectKey("release", release.municipality, release.digest, PROTECTED_FILE);
    const object = key && (await stores.OBJECTS.get(key));
    if (!release || !object) throw new Error("the tables of an earlier release are not there");
    const figures = await figuresAt(stores.DB, release.municipality, release.revision);
    earlier.push({
      tables: await object.json<ProtectedTables>(),
      figures: figures.filter((f) => f.as_of <= release.through),
    });
  }
  return earlier;
}

import type { Stores } from "../snapshots/ensure-snapshot.js";

/** A draft that nobody published is made again where it is wanted after all; one in the making is younger. */
const KEPT_MS = 14 * 86_400_000;

/**
 * Deletes the files of drafts that have lain for two weeks, and of drafts that an interrupted request never
 * recorded. Files of releases that were ever published stay.
 */
export async function sweepReleases(stores: Stores, municipality: string, now: Date): Promise<void> {
  const { results } = await stores.DB.prepare(
    "SELECT digest FROM releases WHERE municipality = ? AND published_at IS NOT NULL",
  )
    .bind(municipality)
    .all<{ digest: string }>();
  const kept = new Set(results.map((r) => r.digest));
  const prefix = `releases/${municipality}/`;
  let cursor: string | undefined;
  do {
    const page = await stores.OBJECTS.list({ prefix, ...(cursor && { cursor }) });
    const old = page.objects
      .filter((o) => now.getTime() - o.uploaded.getTime() > KEPT_MS)
      .map((o) => o.key)
      .filter((key) => !kept.has(key.slice(prefix.length).split("/")[0]!))
      // The manifest says that a bundle is whole: it goes first.
      .sort((a, b) => Number(b.endsWith("/manifest.json")) - Number(a.endsWith("/manifest.json")));
    for (const key of old) await stores.OBJECTS.delete(key);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
}

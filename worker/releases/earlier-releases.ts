import type { Outline } from "../../data/disclosure/outline.js";
import { readTables } from "../../data/disclosure/read-tables.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import { objectKey } from "../snapshots/files.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import type { Release } from "./release.js";

/** A release that was ever published: what was read cannot be called back. */
export interface EarlierRelease {
  id: string;
  method: Release["method"];
  through: string;
  keyId: string | null;
  /** Null for one of the method before. */
  outline: Outline | null;
}

/** Every release that was ever published, oldest first, the withdrawn ones too. */
export async function everPublished(db: D1Database, municipality: string): Promise<EarlierRelease[]> {
  const { results } = await db
    .prepare(
      `SELECT id, method, through, key_id AS keyId, outline FROM releases
       WHERE municipality = ? AND published_at IS NOT NULL ORDER BY published_at, seq`,
    )
    .bind(municipality)
    .all<Omit<EarlierRelease, "outline"> & { outline: string | null }>();
  return results.map((row) => ({
    ...row,
    outline: row.outline === null ? null : (JSON.parse(row.outline) as Outline),
  }));
}

/**
 * The tables of a release as everybody reads them; null for one of the method before.
 * @throws Error where its file is gone
 */
export async function publishedTables(stores: Stores, release: Release): Promise<PublicTables | null> {
  if (release.method === "suppression") return null;
  const key = objectKey("release", release.municipality, release.digest, "tables.json");
  const object = await stores.OBJECTS.get(key);
  if (!object) throw new Error("the tables of an earlier release are not there");
  return readTables(await object.json());
}

import type { SavedMapping } from "../../data/contract/api/mapping.js";
import { NO_MAPPING, type Mapping } from "../../data/contract/api/mapping.js";
import { auditLine } from "./audit-log.js";

/** One that was saved: nothing of it is null. */
type KeptMapping = { [K in keyof SavedMapping]: NonNullable<SavedMapping[K]> };

/** Null where none was saved. */
export async function savedMapping(db: D1Database, municipality: string): Promise<KeptMapping | null> {
  const row = await db
    .prepare("SELECT mapping, saved_at, saved_by FROM mappings WHERE municipality = ?")
    .bind(municipality)
    .first<{ mapping: string; saved_at: string; saved_by: string }>();
  return row && { ...row, mapping: { ...NO_MAPPING, ...(JSON.parse(row.mapping) as Partial<Mapping>) } };
}

export async function saveMapping(
  db: D1Database,
  municipality: string,
  { mapping, saved_at, saved_by }: KeptMapping,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO mappings (municipality, mapping, saved_at, saved_by) VALUES (?, ?, ?, ?)
         ON CONFLICT (municipality) DO UPDATE
         SET mapping = excluded.mapping, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
      )
      .bind(municipality, JSON.stringify(mapping), saved_at, saved_by),
    auditLine(db, { ...line(municipality, saved_at, saved_by), action: "mapping.saved" }),
  ]);
}

/** Nothing happens where there is none, but the audit log says that it was asked for. */
export async function removeMapping(
  db: D1Database,
  municipality: string,
  by: { actor: string; at: string },
): Promise<void> {
  await db.batch([
    db.prepare("DELETE FROM mappings WHERE municipality = ?").bind(municipality),
    auditLine(db, { ...line(municipality, by.at, by.actor), action: "mapping.removed" }),
  ]);
}

const line = (municipality: string, at: string, actor: string) => ({
  at,
  actor,
  municipality,
  target: municipality,
  digest: null,
});

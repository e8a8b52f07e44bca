import { auditLine } from "./audit-log.js";
import { currentRevision, openRevision } from "./revisions.js";

/** A town's map as it is kept: TopoJSON text, and whom the town names as its source. */
export interface KeptMap {
  topology: string;
  attribution: string | null;
}

/** The map that revision `revision` knew; null where it knew none. */
export async function mapAt(db: D1Database, municipality: string, revision: number): Promise<KeptMap | null> {
  return db
    .prepare(
      `SELECT topology, attribution FROM district_maps
       WHERE municipality = ?1 AND opened_in <= ?2 AND (superseded_in IS NULL OR superseded_in > ?2)`,
    )
    .bind(municipality, revision)
    .first<KeptMap>();
}

/** Writers that meet try again from the new state; more than this in a row is a fault worth showing. */
const MAX_ATTEMPTS = 5;

/**
 * Makes a map the town's, or with null removes the one it has, in one transaction as a new revision. The same map
 * again, and the removal of none, change nothing.
 * @returns the revision in which the town's map is this one
 */
export async function replaceMap(
  db: D1Database,
  municipality: string,
  map: KeptMap | null,
  by: { actor: string; at: string; digest: string | null },
  { dryRun }: { dryRun: boolean },
): Promise<{ revision: number; changed: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const revision = await currentRevision(db, municipality);
    const before = await mapAt(db, municipality, revision);
    const isSame = before?.topology === map?.topology && before?.attribution === map?.attribution;
    if (isSame || dryRun) return { revision, changed: !isSame };
    const next = revision + 1;
    try {
      await db.batch([
        ...openRevision(db, municipality, next, "districts", by.at),
        db
          .prepare(
            "UPDATE district_maps SET superseded_in = ? WHERE municipality = ? AND superseded_in IS NULL",
          )
          .bind(next, municipality),
        ...(map ? [insertMap(db, municipality, map, next)] : []),
        auditLine(db, {
          ...by,
          action: map ? "district_map.replaced" : "district_map.removed",
          municipality,
          target: municipality,
        }),
      ]);
      return { revision: next, changed: true };
    } catch (error) {
      const isOvertaken = (await currentRevision(db, municipality)) !== revision;
      if (!isOvertaken || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

const insertMap = (
  db: D1Database,
  municipality: string,
  { topology, attribution }: KeptMap,
  revision: number,
): D1PreparedStatement =>
  db
    .prepare("INSERT INTO district_maps (municipality, topology, attribution, opened_in) VALUES (?, ?, ?, ?)")
    .bind(municipality, topology, attribution, revision);

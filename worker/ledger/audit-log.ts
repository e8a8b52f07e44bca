import type { AuditEntry } from "../../data/contract/api/access.js";
/** A statement for the same transaction as the write it tells of. */
export function auditLine(db: D1Database, entry: AuditEntry): D1PreparedStatement {
  return db
    .prepare(
      "INSERT INTO audit_log (at, actor, action, municipality, target, digest) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(entry.at, entry.actor, entry.action, entry.municipality, entry.target, entry.digest);
}

/** Oldest first. @param page.municipality a code, or * for the lines of every municipality and of none. */
export async function listAudit(
  db: D1Database,
  page: { municipality: string; after: number; limit: number },
) {
  const { results } = await db
    .prepare(
      `SELECT seq, at, actor, action, municipality, target, digest FROM audit_log
       WHERE seq > ? AND ? IN ('*', municipality) ORDER BY seq LIMIT ?`,
    )
    .bind(page.after, page.municipality, page.limit + 1)
    .all<AuditEntry & { seq: number }>();
  return results;
}

import type { Actor } from "./role.js";
import { newSecret, sha256Hex } from "./secret.js";
import { actorOfTokenHash } from "./tokens.js";

export const SESSION_COOKIE = "ikiwatari_session";
export const SESSION_HOURS = 12;

/** Opens a session for the token behind `actor`; sweeps expired ones in the same transaction. */
export async function openSession(
  db: D1Database,
  tokenSha256: string,
  now: Date,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = newSecret("iks_");
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await db.batch([
    db.prepare("DELETE FROM sessions WHERE expires_at <= ?").bind(now.toISOString()),
    db
      .prepare("INSERT INTO sessions (secret_sha256, token_sha256, expires_at) VALUES (?, ?, ?)")
      .bind(await sha256Hex(secret), tokenSha256, expiresAt.toISOString()),
  ]);
  return { secret, expiresAt };
}

/** Who a session cookie belongs to; null where it expired or its token was revoked or rotated. */
export async function actorOfSession(
  db: D1Database,
  adminToken: string | undefined,
  secret: string,
  now: Date,
): Promise<Actor | null> {
  const row = await db
    .prepare("SELECT token_sha256 FROM sessions WHERE secret_sha256 = ? AND expires_at > ?")
    .bind(await sha256Hex(secret), now.toISOString())
    .first<{ token_sha256: string }>();
  return row && actorOfTokenHash(db, adminToken, row.token_sha256, "session");
}

export async function closeSession(db: D1Database, secret: string): Promise<void> {
  await db
    .prepare("DELETE FROM sessions WHERE secret_sha256 = ?")
    .bind(await sha256Hex(secret))
    .run();
}

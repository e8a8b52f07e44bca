import type { TokenRecord } from "../../data/contract/api/access.js";
import type { Role } from "../../data/contract/page-context.js";
import type { Actor } from "./role.js";
import { newSecret, sha256Hex } from "./secret.js";

/** The id under which the secret ADMIN_TOKEN acts; it stands in no table and is rotated as a secret. */
const SETUP_ACTOR = "setup-admin";

/** Who a bearer token belongs to; null for an unknown or revoked one. One query, none for the set-up token. */
export async function actorOfToken(
  db: D1Database,
  adminToken: string | undefined,
  secret: string,
): Promise<Actor | null> {
  const tokenSha256 = await sha256Hex(secret);
  return actorOfTokenHash(db, adminToken, tokenSha256, "token");
}

/** Comparing SHA-256 values leaks nothing of use through time: neither side can be steered byte by byte. */
export async function actorOfTokenHash(
  db: D1Database,
  adminToken: string | undefined,
  tokenSha256: string,
  by: Actor["by"],
): Promise<Actor | null> {
  if (adminToken && (await sha256Hex(adminToken)) === tokenSha256) {
    return { id: SETUP_ACTOR, role: "admin", municipality: "*", by, tokenSha256 };
  }
  const row = await db
    .prepare("SELECT id, role, municipality FROM tokens WHERE secret_sha256 = ? AND revoked_at IS NULL")
    .bind(tokenSha256)
    .first<{ id: string; role: Role; municipality: string }>();
  return row && { ...row, by, tokenSha256 };
}

/** Statement and secret of a new token; the secret is shown once and only its hash is stored. */
export async function createToken(
  db: D1Database,
  token: Omit<TokenRecord, "revoked_at">,
): Promise<{ secret: string; statement: D1PreparedStatement }> {
  const secret = newSecret("ikw_");
  const statement = db
    .prepare(
      `INSERT INTO tokens (id, secret_sha256, label, role, municipality, created_at, created_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      token.id,
      await sha256Hex(secret),
      token.label,
      token.role,
      token.municipality,
      token.created_at,
      token.created_by,
    );
  return { secret, statement };
}

/** Oldest first. @param page.municipality a code, or * for the tokens of every municipality. */
export async function listTokens(
  db: D1Database,
  page: { municipality: string; after: number; limit: number },
) {
  const { results } = await db
    .prepare(
      `SELECT seq, id, label, role, municipality, created_at, created_by, revoked_at
       FROM tokens WHERE seq > ? AND ? IN ('*', municipality) ORDER BY seq LIMIT ?`,
    )
    .bind(page.after, page.municipality, page.limit + 1)
    .all<TokenRecord & { seq: number }>();
  return results;
}

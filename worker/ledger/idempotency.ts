/** Keys are kept this long; a client that retries later than that sends the same bytes anyway. */
export const KEY_DAYS = 30;

export async function uploadOfKey(
  db: D1Database,
  actor: string,
  key: string,
): Promise<{ requestDigest: string; uploadId: string } | null> {
  const row = await db
    .prepare("SELECT request_digest, upload_id FROM idempotency_keys WHERE actor = ? AND key = ?")
    .bind(actor, key)
    .first<{ request_digest: string; upload_id: string }>();
  return row && { requestDigest: row.request_digest, uploadId: row.upload_id };
}

export async function rememberKey(
  db: D1Database,
  entry: { actor: string; key: string; requestDigest: string; uploadId: string; at: string },
): Promise<void> {
  await db
    .prepare(
      "INSERT OR IGNORE INTO idempotency_keys (actor, key, request_digest, upload_id, created_at) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(entry.actor, entry.key, entry.requestDigest, entry.uploadId, entry.at)
    .run();
}

import { mediaTypeOf } from "../snapshots/files.js";

const PREFIX = "originals/";
const keyOf = (municipality: string, sha256: string): string => `${PREFIX}${municipality}/${sha256}`;

/**
 * Keeps the bytes of a file that is about to be accepted: it has passed every check and the screen. Written
 * before the ledger, so that no accepted upload ever lacks its original; one whose upload did not come
 * about is swept.
 */
export async function keepOriginal(
  objects: R2Bucket,
  original: { municipality: string; sha256: string; format: string; bytes: Uint8Array },
): Promise<void> {
  await objects.put(keyOf(original.municipality, original.sha256), original.bytes, {
    onlyIf: new Headers({ "if-none-match": "*" }),
    httpMetadata: { contentType: mediaTypeOf(`original.${original.format}`) },
  });
}

export function readOriginal(
  objects: R2Bucket,
  { municipality, sha256 }: { municipality: string; sha256: string },
): Promise<R2ObjectBody | null> {
  return objects.get(keyOf(municipality, sha256));
}

/** An upload in flight is not swept: its original is younger than this. */
const GRACE_MS = 86_400_000;

/** Deletes originals that no upload refers to: what an interrupted upload left. */
export async function sweepOriginals(db: D1Database, objects: R2Bucket, now: Date): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await objects.list({ prefix: PREFIX, ...(cursor && { cursor }) });
    for (const { key, uploaded } of page.objects) {
      if (now.getTime() - uploaded.getTime() < GRACE_MS) continue;
      const [municipality, sha256] = key.slice(PREFIX.length).split("/") as [string, string];
      const used = await db
        .prepare("SELECT 1 FROM uploads WHERE municipality = ? AND sha256 = ? LIMIT 1")
        .bind(municipality, sha256)
        .first();
      if (!used) await objects.delete(key);
    }
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
}

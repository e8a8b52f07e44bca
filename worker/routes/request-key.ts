import { sha256Hex } from "../access/secret.js";
import type { AppContext } from "../http/app-env.js";
import { uploadOfKey } from "../ledger/idempotency.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { Refusal } from "../refusal.js";

/** A random key has groups of digits, one in ten of which would be taken for a number. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The Idempotency-Key of a request as it is kept: its digest, for a key is whatever its sender made it.
 * @returns null where there is none
 * @throws Refusal invalid_request; idempotency_mismatch where the key came with another request before
 */
export async function keyOfRequest(
  c: AppContext,
  key: string | undefined,
  requestDigest: string,
): Promise<string | null> {
  if (!key) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refusal("invalid_request", {
      ja: "Idempotency-Key は200文字までの英数記号です",
      en: "Idempotency-Key is up to 200 visible ASCII characters",
    });
  }
  const finding = UUID.test(key) ? null : screenText(key);
  if (finding) throw new Refusal("invalid_request", wordsOf(finding));
  const digest = await sha256Hex(key);
  const known = await uploadOfKey(c.env.DB, c.var.actor.id, digest);
  if (known && known.requestDigest !== requestDigest) {
    throw new Refusal("idempotency_mismatch", {
      ja: "別のファイルには新しいキーを使ってください",
      en: "Use a new key for another file",
    });
  }
  return digest;
}

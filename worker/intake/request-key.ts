import type { AppContext } from "../app-env.js";
import { uploadOfKey } from "../ledger/idempotency.js";
import { Refusal } from "../problem.js";

/** @throws Refusal idempotency_mismatch where the key came with another request before */
export async function assertKeyFits(c: AppContext, key: string, requestDigest: string): Promise<void> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refusal("invalid_request", {
      ja: "Idempotency-Key は200文字までの英数記号です",
      en: "Idempotency-Key is up to 200 visible ASCII characters",
    });
  }
  const known = await uploadOfKey(c.env.DB, c.var.actor.id, key);
  if (known && known.requestDigest !== requestDigest) {
    throw new Refusal("idempotency_mismatch", {
      ja: "別のファイルには新しいキーを使ってください",
      en: "Use a new key for another file",
    });
  }
}

import type { Figure, Provenance } from "../../data/contract/figure.js";
import { leafNoise, type LeafNoise, type NoiseOf } from "../../data/disclosure/noise.js";
import { Refusal } from "../refusal.js";

const encoder = new TextEncoder();

/**
 * Open to everybody: it protects nobody, and gives the sample the same files at every fresh start. It is taken for
 * towns all of whose figures are marked as synthetic, and for no others.
 */
const SAMPLE_KEY = encoder.encode("sample figures: nobody to protect");
export const SAMPLE_KEY_ID = "sample";

/** The noise of a town's people, and which key it comes from. */
export interface TownNoise {
  /** A fingerprint of the key: never leaves the house. */
  keyId: string;
  /** The noise of these identities (see Lineage); asking for any other is an error. */
  noiseOf(identities: readonly string[]): Promise<NoiseOf>;
}

/**
 * The noise of a town; its key is made with the first draft and never again.
 * @param published key ids of every release that was ever published
 * @throws Refusal conflict where what was published had another key, or its key is lost: two noises of the same people
 * would give both away
 */
export async function townNoise(
  db: D1Database,
  municipality: string,
  figures: readonly (Figure & { provenance: Provenance })[],
  published: readonly string[],
  now: string,
): Promise<TownNoise> {
  const known = new Set(published.filter((id) => id !== SAMPLE_KEY_ID));
  // Whoever marks as a sample what was published as real must not see it again under a key that everybody has.
  const isSample = known.size === 0 && figures.every((f) => f.provenance === "synthetic");
  const bytes = isSample ? SAMPLE_KEY : await townKey(db, municipality, { make: known.size === 0, now });
  const key =
    bytes &&
    (await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]));
  const sign = async (text: string): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign("HMAC", key!, encoder.encode(text)));
  const keyId = isSample ? SAMPLE_KEY_ID : key && hex(await sign("key")).slice(0, 16);
  if (!keyId || (!isSample && [...known].some((id) => id !== keyId))) throw otherKey();
  return {
    keyId,
    async noiseOf(identities) {
      const noise = new Map<string, LeafNoise>();
      for (const id of identities) {
        noise.set(id, leafNoise(await sign(JSON.stringify(["leaves", municipality, id]))));
      }
      return (identity) => noise.get(identity)!;
    },
  };
}

async function townKey(
  db: D1Database,
  municipality: string,
  { make, now }: { make: boolean; now: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (make) {
    await db
      .prepare("INSERT OR IGNORE INTO noise_keys (municipality, key, made_at) VALUES (?, ?, ?)")
      .bind(municipality, crypto.getRandomValues(new Uint8Array(32)), now)
      .run();
  }
  const row = await db
    .prepare("SELECT key FROM noise_keys WHERE municipality = ?")
    .bind(municipality)
    .first<{ key: ArrayBuffer }>();
  return row && new Uint8Array(row.key);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

const otherKey = () =>
  new Refusal(
    "conflict",
    {
      ja: "これまでの公開に使った秘密の鍵がありません。別の鍵で公開すると、二つを比べて人数を言い当てられるおそれがあるため、下書きを作れません。鍵のあるデータベースに戻してください",
      en: "The secret key of the releases so far is not here. Another key would let two releases be compared, so no draft is made; restore the database that holds the key",
    },
    { code: "other_key" },
  );

import { auditLine } from "../ledger/audit-log.js";
import { Refusal } from "../problem.js";
import { storeBundle } from "../snapshots/store-bundle.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import { makeRelease } from "./make-release.js";
import { latestRelease, releaseById, type Release } from "./release.js";

interface By {
  actor: string;
  at: string;
}

/**
 * Publishes a draft: its files are made again from the ledger, must come out under the draft's digest,
 * are written and verified, and then one statement moves `latest`. Until then readers see the old release.
 * A release that is published already stays as it is.
 * @throws Refusal conflict
 */
export async function publishRelease(stores: Stores, release: Release, by: By): Promise<Release> {
  if (release.status === "published") return release;
  if (release.status === "withdrawn") {
    throw new Refusal("conflict", {
      ja: "取り下げた公開版は戻せません。下書きを作り直してください",
      en: "A withdrawn release cannot come back; make a new draft",
    });
  }
  const latest = await latestRelease(stores.DB, release.municipality);
  if (latest && (latest.revision > release.revision || latest.through > release.through)) {
    throw new Refusal("conflict", {
      ja: "より新しい公開版がすでにあります。下書きを作り直してください",
      en: "A newer release is published already; make a new draft",
    });
  }
  const made = await makeRelease(stores.DB, release.municipality, release.revision, release.through);
  if (made?.bundle.digest !== release.digest) {
    throw new Refusal("conflict", {
      ja: "下書きの後でソフトウェアが更新され、中身が変わります。下書きを作り直してください",
      en: "The software was updated since the draft and its files would differ; make a new draft",
    });
  }
  await storeBundle(stores.OBJECTS, made.bundle);
  await stores.DB.batch([
    stores.DB.prepare(
      "UPDATE releases SET status = 'published', published_at = ?, published_by = ? WHERE id = ? AND status = 'draft'",
    ).bind(by.at, by.actor, release.id),
    stores.DB.prepare(
      `UPDATE municipality_states SET latest_release = ?1
       WHERE code = ?2 AND EXISTS (SELECT 1 FROM releases WHERE id = ?1 AND status = 'published')`,
    ).bind(release.id, release.municipality),
    auditLine(stores.DB, {
      ...by,
      action: "release.published",
      municipality: release.municipality,
      target: release.id,
      digest: release.digest,
    }),
  ]);
  return (await releaseById(stores.DB, release.id))!;
}

/** Withdraws a published release; `latest` goes back to the newest one still published, or to none. */
export async function withdrawRelease(
  db: D1Database,
  release: Release,
  reason: string,
  by: By,
): Promise<Release> {
  if (release.status !== "published") {
    throw new Refusal("conflict", {
      ja: "取り下げられるのは公開中のものだけです",
      en: "Only a published release can be withdrawn",
    });
  }
  await db.batch([
    db
      .prepare(
        `UPDATE releases SET status = 'withdrawn', withdrawn_at = ?, withdrawn_by = ?, reason = ?
         WHERE id = ? AND status = 'published'`,
      )
      .bind(by.at, by.actor, reason, release.id),
    db
      .prepare(
        `UPDATE municipality_states SET latest_release =
           (SELECT id FROM releases WHERE municipality = ?1 AND status = 'published' ORDER BY published_at DESC, seq DESC LIMIT 1)
         WHERE code = ?1`,
      )
      .bind(release.municipality),
    auditLine(db, {
      ...by,
      action: "release.withdrawn",
      municipality: release.municipality,
      target: release.id,
      digest: release.digest,
    }),
  ]);
  return (await releaseById(db, release.id))!;
}

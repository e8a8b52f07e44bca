import type { Words } from "../../data/contract/api/issue.js";
import type { ProblemCode } from "../../data/contract/api/problem.js";
import { auditLine } from "../ledger/audit-log.js";
import { isBundleWhole, storeBundle } from "../snapshots/store-bundle.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import { everPublished } from "./earlier-releases.js";
import { makeRelease } from "./make-release.js";
import { townSettings } from "../ledger/town-settings.js";
import { Refusal } from "../refusal.js";
import { latestRelease, releaseById, type Release } from "./release.js";

interface By {
  actor: string;
  at: string;
}

/**
 * Publishes a draft. Its files lie there since it was drafted; those that were swept are made again from the
 * ledger and must come out under the draft's digest. All of them are verified, and then one statement moves
 * `latest`: until then readers see the old release. One that is published already stays as it is.
 * @throws Refusal conflict
 */
export async function publishRelease(stores: Stores, release: Release, by: By): Promise<Release> {
  if (release.status === "published") return release;
  await assertPublishable(stores.DB, release);
  if (!(await isBundleWhole(stores.OBJECTS, "release", release.municipality, release.digest))) {
    const made = await makeRelease(stores, release);
    if (made?.bundle.digest !== release.digest) throw notPublishable("software");
    await storeBundle(stores.OBJECTS, made.bundle);
  }
  await stores.DB.batch([
    // Only if nothing was published since it was drafted: its proof counts what had been told by then.
    stores.DB.prepare(
      `UPDATE releases SET status = 'published', published_at = ?1, published_by = ?2
       WHERE id = ?3 AND status = 'draft'
         AND (SELECT count(*) FROM releases WHERE municipality = ?4 AND published_at IS NOT NULL) = ?5`,
    ).bind(by.at, by.actor, release.id, release.municipality, release.earlier.length),
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
  const published = (await releaseById(stores.DB, release.id))!;
  if (published.status !== "published") throw notPublishable("overtaken");
  return published;
}

/** Why a draft cannot be published. */
const OBSTACLES = {
  software: {
    code: "draft_outdated",
    ja: "下書きの後でソフトウェアが更新され、中身が変わります。下書きを作り直してください",
    en: "The software was updated since the draft and its files would differ; make a new draft",
  },
  overtaken: {
    code: "draft_outdated",
    ja: "下書きの後でほかの公開版が公開されました。下書きを作り直してください",
    en: "Another release was published since the draft; make a new draft",
  },
  withdrawn: {
    code: "release_withdrawn",
    ja: "取り下げた公開版は戻せません。下書きを作り直してください",
    en: "A withdrawn release cannot come back; make a new draft",
  },
  failed: {
    code: "audit_failed",
    ja: "検査を通らないところがあるため公開できません。報告を見て、公開の設定を直してください",
    en: "It does not pass the audit, so it cannot be published; see its report and change the settings",
  },
  told: {
    code: "draft_outdated",
    ja: "下書きの後で「ほかで一の位まで公表した基準日」が加えられました。下書きを作り直してください",
    en: "Dates told to the person elsewhere were added since the draft; make a new draft",
  },
  older: {
    code: "draft_outdated",
    ja: "より新しい公開版がすでにあります。下書きを作り直してください",
    en: "A newer release is published already; make a new draft",
  },
} satisfies Record<string, Words & { code: ProblemCode }>;

const notPublishable = (obstacle: keyof typeof OBSTACLES): Refusal => {
  const { code, ...detail } = OBSTACLES[obstacle];
  return new Refusal("conflict", detail, { code });
};

async function assertPublishable(db: D1Database, release: Release): Promise<void> {
  if (release.status === "withdrawn") throw notPublishable("withdrawn");
  if (release.method === "suppression") throw notPublishable("software");
  if (!release.report.audit.passed) throw notPublishable("failed");
  const { policy } = (await townSettings(db, release.municipality)).settings;
  const kept = new Set(release.report.policy.toldExactly);
  if (policy.toldExactly.some((date) => !kept.has(date))) throw notPublishable("told");
  const latest = await latestRelease(db, release.municipality);
  if (latest && (latest.revision > release.revision || latest.through > release.through))
    throw notPublishable("older");
  const told = await everPublished(db, release.municipality);
  if (told.map((r) => r.id).join() !== release.earlier.join()) throw notPublishable("overtaken");
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

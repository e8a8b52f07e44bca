import { outlineOf } from "../../data/disclosure/outline.js";
import { auditLine } from "../ledger/audit-log.js";
import { currentRevision } from "../ledger/revisions.js";
import { successionsOf } from "../ledger/successions.js";
import { townSettings } from "../ledger/town-settings.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import { storeBundle } from "../snapshots/store-bundle.js";
import { everPublished } from "./earlier-releases.js";
import { makeRelease, type MakingOptions } from "./make-release.js";
import { insertRelease, latestRelease, type Release, type ReleaseSource } from "./release.js";

/**
 * Makes a draft of what the ledger says now, up to an as-of date, under the settings in force. Its files are
 * written at once, so that whoever decides can see them; nobody else is given them. Made again under the same id, as
 * after an interruption, it is the same draft.
 * @returns null where there is nothing to publish.
 * @throws Refusal conflict where settings, successions or the key do not fit
 */
export async function draftRelease(
  stores: Stores,
  wanted: { id: string; municipality: string; through: string },
  by: { actor: string; at: string },
  options: MakingOptions = {},
): Promise<Release | null> {
  const { municipality } = wanted;
  const source: ReleaseSource = {
    ...wanted,
    revision: await currentRevision(stores.DB, municipality),
    settings: (await townSettings(stores.DB, municipality)).settings,
    successions: await successionsOf(stores.DB, municipality),
    earlier: (await everPublished(stores.DB, municipality)).map((r) => r.id),
    previous: (await latestRelease(stores.DB, municipality))?.id ?? null,
    created_at: by.at,
  };
  const made = await makeRelease(stores, source, options);
  if (!made) return null;
  const release: Release = {
    ...source,
    through: made.bundle.manifest.as_of!.last,
    status: "draft",
    method: "tens-of-people",
    key_id: made.keyId,
    digest: made.bundle.digest,
    report: made.report,
    created_by: by.actor,
    published_at: null,
    published_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    reason: null,
  };
  await storeBundle(stores.OBJECTS, made.bundle);
  await stores.DB.batch([
    insertRelease(stores.DB, release, outlineOf(made.tables)),
    auditLine(stores.DB, {
      ...by,
      action: "release.drafted",
      municipality,
      target: release.id,
      digest: release.digest,
    }),
  ]);
  return release;
}

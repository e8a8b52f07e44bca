import type { Env } from "./env.js";
import { KEY_DAYS } from "./ledger/idempotency.js";
import { sweepOriginals } from "./ledger/originals.js";
import { currentRevision, knownMunicipalities } from "./ledger/revisions.js";
import { sweepReferenceFiles } from "./reference-series/open-files.js";
import { sweepReleases } from "./releases/sweep-releases.js";
import { ensureSnapshot, sweepSnapshots } from "./snapshots/ensure-snapshot.js";

const MS_PER_DAY = 86_400_000;

/** Daily: sweeps what has expired or can be made again, and makes snapshots that an interrupted upload left unmade. */
export async function keepHouse(env: Env, now: Date): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("DELETE FROM sessions WHERE expires_at <= ?").bind(now.toISOString()),
    env.DB.prepare("DELETE FROM idempotency_keys WHERE created_at <= ?").bind(
      new Date(now.getTime() - KEY_DAYS * MS_PER_DAY).toISOString(),
    ),
  ]);
  await sweepOriginals(env.DB, env.OBJECTS, now);
  await sweepReferenceFiles(env);
  for (const { code } of await knownMunicipalities(env.DB)) {
    await ensureSnapshot(env, code, await currentRevision(env.DB, code));
    await sweepSnapshots(env, code);
    await sweepReleases(env, code, now);
  }
}

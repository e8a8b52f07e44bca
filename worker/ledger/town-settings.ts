import type { SavedSettings } from "../../data/contract/api/settings.js";
import { DEFAULT_SETTINGS, type TownSettings } from "../../data/contract/town-settings.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import { sha256Hex } from "../access/secret.js";
import { auditLine } from "./audit-log.js";

/** The settings in force; a field that came into being after they were saved has its default. */
export async function townSettings(db: D1Database, municipality: string): Promise<SavedSettings> {
  const row = await db
    .prepare(
      "SELECT settings, saved_at, saved_by FROM town_settings WHERE municipality = ? ORDER BY seq DESC LIMIT 1",
    )
    .bind(municipality)
    .first<{ settings: string; saved_at: string; saved_by: string }>();
  if (!row) return { settings: DEFAULT_SETTINGS, saved_at: null, saved_by: null };
  const saved = JSON.parse(row.settings) as Partial<TownSettings>;
  return { ...row, settings: { ...DEFAULT_SETTINGS, ...saved, policy: currentPolicy(saved.policy ?? {}) } };
}

/** What was decided under the method before is kept as far as it still has a meaning: ages and merges. */
function currentPolicy(saved: Partial<DisclosurePolicy>): DisclosurePolicy {
  const policy = { ...DEFAULT_SETTINGS.policy };
  for (const key of Object.keys(policy) as (keyof DisclosurePolicy)[]) {
    if (saved[key] !== undefined) Object.assign(policy, { [key]: saved[key] });
  }
  return policy;
}

/** Keeps the settings as the newest; the ones before stay. */
export async function saveTownSettings(
  db: D1Database,
  municipality: string,
  settings: TownSettings,
  by: { actor: string; at: string },
): Promise<void> {
  const text = JSON.stringify(settings);
  await db.batch([
    db
      .prepare("INSERT INTO town_settings (municipality, settings, saved_at, saved_by) VALUES (?, ?, ?, ?)")
      .bind(municipality, text, by.at, by.actor),
    auditLine(db, {
      ...by,
      action: "settings.saved",
      municipality,
      target: municipality,
      digest: await sha256Hex(text),
    }),
  ]);
}

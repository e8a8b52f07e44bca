import type { Succession } from "../../data/disclosure/succession.js";
import { sha256Hex } from "../access/secret.js";
import { auditLine } from "./audit-log.js";

/** Which districts' people go by which other codes, as the town says now; empty where it has said nothing. */
export async function successionsOf(db: D1Database, municipality: string): Promise<Succession[]> {
  const row = await db
    .prepare("SELECT successions FROM district_successions WHERE municipality = ? ORDER BY seq DESC LIMIT 1")
    .bind(municipality)
    .first<{ successions: string }>();
  return row ? (JSON.parse(row.successions) as Succession[]) : [];
}

/** Keeps the list as the newest; the ones before stay. */
export async function saveSuccessions(
  db: D1Database,
  municipality: string,
  successions: readonly Succession[],
  by: { actor: string; at: string },
): Promise<void> {
  const text = JSON.stringify(successions);
  await db.batch([
    db
      .prepare(
        "INSERT INTO district_successions (municipality, successions, saved_at, saved_by) VALUES (?, ?, ?, ?)",
      )
      .bind(municipality, text, by.at, by.actor),
    auditLine(db, {
      ...by,
      action: "successions.saved",
      municipality,
      target: municipality,
      digest: await sha256Hex(text),
    }),
  ]);
}

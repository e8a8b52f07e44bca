import type { Upload } from "../../data/contract/api/upload.js";
import { auditLine } from "./audit-log.js";
import { currentRevision, openRevision } from "./revisions.js";
import {
  closeStatements,
  insertStatements,
  openStatementsOf,
  statementsOfRevision,
  type Statement,
} from "./statements.js";

export type TakeBack =
  | { ok: true; revision: number }
  | { ok: false; reason: "taken_back_before" | "changed_nothing" | "overtaken" };

/**
 * Takes back an upload that is still the last word on every district it changed: a new revision in which its
 * statements are closed and those it replaced are open again. Nothing is erased. Districts it registered stay.
 */
export async function takeBack(
  db: D1Database,
  upload: Upload,
  by: { actor: string; at: string },
): Promise<TakeBack> {
  const { municipality } = upload;
  if (upload.taken_back_in !== null) return { ok: false, reason: "taken_back_before" };
  const { added, changed, removed } = upload.changes;
  if (added + changed + removed === 0) return { ok: false, reason: "changed_nothing" };

  const revision = await currentRevision(db, municipality);
  const opened = await statementsOfRevision(db, municipality, "opened_in", upload.revision);
  const replaced = await statementsOfRevision(db, municipality, "superseded_in", upload.revision);
  const mine = new Set(opened.map((s) => s.id));
  const others = (await openStatementsOf(db, municipality, upload.as_of)).filter((s) => !mine.has(s.id));
  const stated = new Set(others.map(placeOf));
  const isOvertaken =
    opened.some((s) => s.superseded_in !== null) || replaced.some((s) => stated.has(placeOf(s)));
  if (isOvertaken) return { ok: false, reason: "overtaken" };

  const next = revision + 1;
  await db.batch([
    ...openRevision(db, municipality, next, "take-back", by.at),
    ...closeStatements(db, [...mine], next),
    ...insertStatements(db, replaced, next),
    db.prepare("UPDATE uploads SET taken_back_in = ? WHERE id = ?").bind(next, upload.id),
    auditLine(db, {
      ...by,
      action: "upload.taken_back",
      municipality,
      target: upload.id,
      digest: upload.sha256,
    }),
  ]);
  return { ok: true, revision: next };
}

const placeOf = ({ as_of, district }: Statement): string => `${as_of} ${district}`;

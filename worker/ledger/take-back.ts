import { figureKey } from "../../data/contract/figure.js";
import { auditLine } from "./audit-log.js";
import { closeFigures, insertFigures, openFiguresOf, type LedgerFigure } from "./figures.js";
import { currentRevision, openRevision } from "./revisions.js";
import type { Upload } from "./uploads.js";

export type TakeBack =
  | { ok: true; revision: number }
  | { ok: false; reason: "taken_back_before" | "changed_nothing" | "overtaken" };

type StoredFigure = LedgerFigure & { id: number; superseded_in: number | null };

/**
 * Takes back an upload that is still the last word on everything it changed: a new revision in which its
 * figures are closed and those it replaced are open again. Nothing is erased. Districts it registered stay.
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
  const opened = await figuresOfRevision(db, municipality, "opened_in", upload.revision);
  const replaced = await figuresOfRevision(db, municipality, "superseded_in", upload.revision);
  const mine = new Set(opened.map((f) => f.id));
  const others = (await openFiguresOf(db, municipality, upload.as_of)).filter((f) => !mine.has(f.id));
  const stated = new Set(others.map(figureKey));
  const isOvertaken =
    opened.some((f) => f.superseded_in !== null) || replaced.some((f) => stated.has(figureKey(f)));
  if (isOvertaken) return { ok: false, reason: "overtaken" };

  const next = revision + 1;
  await db.batch([
    ...openRevision(db, municipality, next, "take-back", by.at),
    ...closeFigures(db, [...mine], next),
    ...insertFigures(db, replaced, next),
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

async function figuresOfRevision(
  db: D1Database,
  municipality: string,
  column: "opened_in" | "superseded_in",
  revision: number,
): Promise<StoredFigure[]> {
  const { results } = await db
    .prepare(`SELECT * FROM figures WHERE municipality = ? AND ${column} = ?`)
    .bind(municipality, revision)
    .all<StoredFigure>();
  return results;
}

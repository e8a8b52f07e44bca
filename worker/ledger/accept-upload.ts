import { ALL, figureKey, type Provenance } from "../../data/contract/figure.js";
import { grainOf, sameCells, type DateRows } from "../intake/check-grain.js";
import type { FileIssue } from "../intake/issue.js";
import type { PreparedUpload } from "../intake/prepare-upload.js";
import { issue } from "../intake/words.js";
import { auditLine } from "./audit-log.js";
import { sameFigure } from "./differences.js";
import { insertDistricts } from "./districts.js";
import { closeFigures, insertFigures, openFiguresOf, type LedgerFigure } from "./figures.js";
import { currentRevision, openRevision } from "./revisions.js";
import { insertUpload, uploadByRequest, type ChangeCounts, type Upload } from "./uploads.js";

export interface UploadRequest {
  id: string;
  sha256: string;
  requestDigest: string;
  receivedAt: string;
  actor: string;
  format: string;
  encoding: string;
  rows: number;
  provenance: Provenance;
}

/** What would be written: figures to open, ids to close. */
interface Change {
  revision: number;
  open: LedgerFigure[];
  close: number[];
  counts: ChangeCounts;
  issues: FileIssue[];
}

export type Acceptance = { ok: true; upload: Upload; known: boolean } | { ok: false; issues: FileIssue[] };

/** Writers that meet try again from the new state; more than this in a row is a fault worth showing. */
const MAX_ATTEMPTS = 5;

/**
 * Compares a prepared upload with the ledger and, unless `dryRun`, writes it in one transaction as a new
 * revision. A file states whole districts of a date: each district of a date it holds is replaced by what
 * the file says, the date's other districts stay.
 * @param beforeWriting called when nothing but the writing is left; what it throws stops the upload.
 */
export async function acceptUpload(
  db: D1Database,
  prepared: PreparedUpload,
  request: UploadRequest,
  { dryRun, beforeWriting }: { dryRun: boolean; beforeWriting: () => void | Promise<void> },
): Promise<Acceptance> {
  for (let attempt = 1; ; attempt++) {
    const change = await compare(db, prepared, request.provenance);
    if (change.issues.length > 0) return { ok: false, issues: change.issues };
    const upload = describe(prepared, request, change);
    if (dryRun) return { ok: true, upload, known: false };
    await beforeWriting();
    try {
      await db.batch(statements(db, prepared, request, change, upload));
      return { ok: true, upload, known: false };
    } catch (error) {
      const known = await uploadByRequest(db, request.requestDigest);
      if (known) return { ok: true, upload: known, known: true };
      const overtaken = (await currentRevision(db, prepared.municipality)) !== change.revision;
      if (!overtaken || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

async function compare(db: D1Database, prepared: PreparedUpload, provenance: Provenance): Promise<Change> {
  const { municipality, dates } = prepared;
  const revision = await currentRevision(db, municipality);
  const open = await openFiguresOf(
    db,
    municipality,
    dates.map((d) => d.as_of),
  );
  const openByDate = Map.groupBy(open, (f) => f.as_of);
  const change: Change = {
    revision,
    open: [],
    close: [],
    counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
    issues: [],
  };
  for (const date of dates) compareDate(date, openByDate.get(date.as_of) ?? [], provenance, change);
  return change;
}

function compareDate(
  date: DateRows,
  open: (LedgerFigure & { id: number })[],
  provenance: Provenance,
  change: Change,
): void {
  const stated = new Set(date.figures.map((f) => f.district));
  const others = open.filter((f) => !stated.has(f.district) && f.district !== ALL);
  const row = date.figures[0]?.row ?? null;
  if (others.length > 0 && !date.grain.byDistrict) change.issues.push(issue("grain_coarser", row, null));
  else if (others.length > 0 && !sameCells(grainOf(others), date.grain)) {
    change.issues.push(issue("grain_differs", row, null));
  }
  // A town's total gives way to its districts; so does each district to its new statement.
  const replaced = new Map(
    open.filter((f) => stated.has(f.district) || f.district === ALL).map((f) => [figureKey(f), f]),
  );
  for (const { row: _row, area: _area, ...figure } of date.figures) {
    const now: LedgerFigure = { ...figure, provenance };
    const key = figureKey(now);
    const before = replaced.get(key);
    replaced.delete(key);
    if (before && sameFigure(before, now)) {
      change.counts.unchanged++;
      continue;
    }
    change.open.push(now);
    if (before) change.close.push(before.id);
    change.counts[before ? "changed" : "added"]++;
  }
  for (const gone of replaced.values()) change.close.push(gone.id);
  change.counts.removed += replaced.size;
}

const changesLedger = (prepared: PreparedUpload, change: Change): boolean =>
  change.open.length + change.close.length + prepared.newDistricts.length > 0;

function describe(prepared: PreparedUpload, request: UploadRequest, change: Change): Upload {
  return {
    id: request.id,
    municipality: prepared.municipality,
    revision: change.revision + (changesLedger(prepared, change) ? 1 : 0),
    sha256: request.sha256,
    received_at: request.receivedAt,
    actor: request.actor,
    format: request.format,
    encoding: request.encoding,
    rows: request.rows,
    as_of: prepared.dates.map((d) => d.as_of),
    synthetic: request.provenance === "synthetic",
    changes: change.counts,
    notes: prepared.notes,
    taken_back_in: null,
  };
}

function statements(
  db: D1Database,
  prepared: PreparedUpload,
  request: UploadRequest,
  change: Change,
  upload: Upload,
): D1PreparedStatement[] {
  const { municipality, newDistricts } = prepared;
  const next = change.revision + 1;
  return [
    ...(changesLedger(prepared, change)
      ? openRevision(db, municipality, next, "upload", request.receivedAt)
      : []),
    ...closeFigures(db, change.close, next),
    ...insertFigures(db, change.open, next),
    ...(newDistricts.length > 0 ? [insertDistricts(db, newDistricts, next)] : []),
    insertUpload(db, upload, request.requestDigest),
    auditLine(db, {
      at: request.receivedAt,
      actor: request.actor,
      action: "upload.accepted",
      municipality,
      target: upload.id,
      digest: request.sha256,
    }),
  ];
}

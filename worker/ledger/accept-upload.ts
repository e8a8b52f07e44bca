import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Upload } from "../../data/contract/api/upload.js";
import type { Provenance } from "../../data/contract/figure.js";
import type { PreparedUpload } from "../intake/prepare-upload.js";
import { auditLine } from "./audit-log.js";
import { compareUpload, type LedgerChange } from "./compare-upload.js";
import { insertDistricts } from "./districts.js";
import { currentRevision, openRevision } from "./revisions.js";
import { closeStatements, insertStatements } from "./statements.js";
import { insertUpload, uploadByRequest } from "./uploads.js";

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

export type Acceptance = { ok: true; upload: Upload; known: boolean } | { ok: false; issues: FileIssue[] };

/** Writers that meet try again from the new state; more than this in a row is a fault worth showing. */
const MAX_ATTEMPTS = 5;

/**
 * Compares a prepared upload with the ledger and, unless `dryRun`, writes it in one transaction as a new
 * revision.
 * @param beforeWriting called when nothing but the writing is left; what it throws stops the upload.
 */
export async function acceptUpload(
  db: D1Database,
  prepared: PreparedUpload,
  request: UploadRequest,
  { dryRun, beforeWriting }: { dryRun: boolean; beforeWriting: () => void | Promise<void> },
): Promise<Acceptance> {
  for (let attempt = 1; ; attempt++) {
    const change = await compareUpload(db, prepared, request.provenance);
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

const changesLedger = (prepared: PreparedUpload, change: LedgerChange): boolean =>
  change.open.length + change.close.length + prepared.newDistricts.length > 0;

function describe(prepared: PreparedUpload, request: UploadRequest, change: LedgerChange): Upload {
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
  change: LedgerChange,
  upload: Upload,
): D1PreparedStatement[] {
  const { municipality, newDistricts } = prepared;
  const next = change.revision + 1;
  return [
    ...(changesLedger(prepared, change)
      ? openRevision(db, municipality, next, "upload", request.receivedAt)
      : []),
    ...closeStatements(db, change.close, next),
    ...insertStatements(db, change.open, next),
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

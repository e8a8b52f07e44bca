import type { ChangeCounts } from "../../data/contract/api/counts.js";
import type { Upload } from "../../data/contract/api/upload.js";
import type { Provenance } from "../../data/contract/figure.js";

interface UploadRow extends ChangeCounts {
  seq: number;
  id: string;
  municipality: string;
  sha256: string;
  received_at: string;
  actor: string;
  format: string;
  encoding: string;
  row_count: number;
  as_of_dates: string;
  provenance: Provenance;
  notes: string;
  revision: number;
  taken_back_in: number | null;
}

function fromRow(row: UploadRow): Upload & { seq: number } {
  const { added, changed, removed, unchanged } = row;
  return {
    seq: row.seq,
    id: row.id,
    municipality: row.municipality,
    revision: row.revision,
    sha256: row.sha256,
    received_at: row.received_at,
    actor: row.actor,
    format: row.format,
    encoding: row.encoding,
    rows: row.row_count,
    as_of: JSON.parse(row.as_of_dates),
    synthetic: row.provenance === "synthetic",
    changes: { added, changed, removed, unchanged },
    notes: JSON.parse(row.notes),
    taken_back_in: row.taken_back_in,
  };
}

export function insertUpload(db: D1Database, upload: Upload, requestDigest: string): D1PreparedStatement {
  const { changes } = upload;
  return db
    .prepare(
      `INSERT INTO uploads (id, municipality, sha256, request_digest, received_at, actor, format, encoding,
         row_count, as_of_dates, provenance, notes, revision, added, changed, removed, unchanged)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      upload.id,
      upload.municipality,
      upload.sha256,
      requestDigest,
      upload.received_at,
      upload.actor,
      upload.format,
      upload.encoding,
      upload.rows,
      JSON.stringify(upload.as_of),
      upload.synthetic ? "synthetic" : "reported",
      JSON.stringify(upload.notes),
      upload.revision,
      changes.added,
      changes.changed,
      changes.removed,
      changes.unchanged,
    );
}

/** The standing upload of the same bytes read in the same way; one that was taken back does not count. */
export async function uploadByRequest(db: D1Database, requestDigest: string): Promise<Upload | null> {
  const row = await db
    .prepare("SELECT * FROM uploads WHERE request_digest = ? AND taken_back_in IS NULL")
    .bind(requestDigest)
    .first<UploadRow>();
  return row && withoutSeq(fromRow(row));
}

export async function uploadById(db: D1Database, id: string): Promise<Upload | null> {
  const row = await db.prepare("SELECT * FROM uploads WHERE id = ?").bind(id).first<UploadRow>();
  return row && withoutSeq(fromRow(row));
}

/** Newest first. `after` is the seq of the last one seen; `municipality` null means all. */
export async function listUploads(
  db: D1Database,
  page: { municipality: string | null; after: number | null; limit: number },
): Promise<(Upload & { seq: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM uploads WHERE (?1 IS NULL OR municipality = ?1) AND (?2 IS NULL OR seq < ?2)
       ORDER BY seq DESC LIMIT ?3`,
    )
    .bind(page.municipality, page.after, page.limit + 1)
    .all<UploadRow>();
  return results.map(fromRow);
}

export function withoutSeq({ seq: _, ...upload }: Upload & { seq: number }): Upload {
  return upload;
}

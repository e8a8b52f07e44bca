import type { ListedRelease, ReleaseWithReport } from "../../data/contract/api/release.js";
import type { Outline } from "../../data/disclosure/outline.js";

/** A release as it is kept. One of the method before is an archive, with a report of its own. */
export type Release = Omit<ReleaseWithReport, "method"> & {
  method: ListedRelease["method"];
  /** A fingerprint of the key of its noise; null for a release of the method before. */
  key_id: string | null;
};

/** What a release is made from, and can be made again from. */
export type ReleaseSource = Pick<
  Release,
  | "id"
  | "municipality"
  | "through"
  | "revision"
  | "settings"
  | "successions"
  | "earlier"
  | "previous"
  | "created_at"
>;

/** In the table's columns, but for the outline, which only the makers of later releases read. */
const COLUMNS = `id, municipality, status, through, revision, digest, report, settings, earlier, previous, created_at,
  created_by, published_at, published_by, withdrawn_at, withdrawn_by, reason, method, successions, key_id`;

type ReleaseRow = Omit<Release, "report" | "settings" | "earlier" | "successions"> & {
  seq: number;
  report: string;
  settings: string;
  earlier: string;
  successions: string;
};

const fromRow = ({
  report,
  settings,
  earlier,
  successions,
  ...row
}: ReleaseRow): Release & { seq: number } => ({
  ...row,
  report: JSON.parse(report),
  settings: JSON.parse(settings),
  earlier: JSON.parse(earlier),
  successions: JSON.parse(successions),
});

/** A draft. @param outline what later releases will be held against, once it is published */
export function insertRelease(db: D1Database, r: Release, outline: Outline): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO releases (id, municipality, status, through, revision, digest, report, settings, earlier,
         previous, created_at, created_by, method, successions, key_id, outline)
       VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      r.id,
      r.municipality,
      r.through,
      r.revision,
      r.digest,
      JSON.stringify(r.report),
      JSON.stringify(r.settings),
      JSON.stringify(r.earlier),
      r.previous,
      r.created_at,
      r.created_by,
      r.method,
      JSON.stringify(r.successions),
      r.key_id,
      JSON.stringify(outline),
    );
}

export async function releaseById(db: D1Database, id: string): Promise<Release | null> {
  const row = await db
    .prepare(`SELECT seq, ${COLUMNS} FROM releases WHERE id = ?`)
    .bind(id)
    .first<ReleaseRow>();
  return row && withoutSeq(fromRow(row));
}

/** The release that `latest` names; null where none is published. */
export async function latestRelease(db: D1Database, municipality: string): Promise<Release | null> {
  const row = await db
    .prepare(
      `SELECT seq, ${COLUMNS} FROM releases WHERE id = (SELECT latest_release FROM municipality_states WHERE code = ?)`,
    )
    .bind(municipality)
    .first<ReleaseRow>();
  return row && withoutSeq(fromRow(row));
}

/** Newest first. @param drafts whether drafts are told of: only to who may publish or read inside. */
export async function listReleases(
  db: D1Database,
  page: { municipality: string; after: number | null; limit: number; drafts: boolean },
): Promise<(Release & { seq: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT seq, ${COLUMNS} FROM releases
       WHERE municipality = ?1 AND (?2 IS NULL OR seq < ?2) AND (?3 = 1 OR status <> 'draft')
       ORDER BY seq DESC LIMIT ?4`,
    )
    .bind(page.municipality, page.after, page.drafts ? 1 : 0, page.limit + 1)
    .all<ReleaseRow>();
  return results.map(fromRow);
}

const withoutSeq = ({ seq: _, ...release }: Release & { seq: number }): Release => release;

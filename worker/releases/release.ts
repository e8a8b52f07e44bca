import type { TownSettings } from "../../data/contract/town-settings.js";
import type { Outline } from "../../data/disclosure/outline.js";
import type { Succession } from "../../data/disclosure/succession.js";
import type { DisclosureReport } from "./report.js";

/** What a release is made from, and can be made again from. */
export interface ReleaseSource {
  id: string;
  municipality: string;
  /** The last as-of date it holds. */
  through: string;
  revision: number;
  settings: TownSettings;
  /** Which districts' people go by which other codes. */
  successions: readonly Succession[];
  /** Every release published before it, oldest first, the withdrawn ones too. */
  earlier: string[];
  /** The release that `latest` named when it was drafted; null for none. */
  previous: string | null;
  created_at: string;
}

export interface Release extends ReleaseSource {
  status: "draft" | "published" | "withdrawn";
  /** How it protects people; releases of the method before are an archive. */
  method: "suppression" | "tens-of-people";
  /** A fingerprint of the key of its noise; null for a release of the method before. */
  key_id: string | null;
  /** SHA-256 of its manifest. */
  digest: string;
  report: DisclosureReport;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  reason: string | null;
}

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

/** Which data a page reads: the internal snapshot of a signed-in reader, the latest release, or nothing yet. */
export type Door = "internal" | "public" | "none";

/** From least to most; whoever may do more may do all before it. */
export const ROLES = ["reader", "uploader", "publisher", "admin"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What the Worker tells a page about itself, as JSON in `<script type="application/json" id="page-context">`
 * in its head. A page opened without the Worker has none.
 */
export interface PageContext {
  municipality: { code: string; name: string; prefecture: string };
  /** The towns this visitor can choose, in code order; always holds `municipality` where it has data. */
  municipalities: { code: string; name: string }[];
  door: Door;
  /** Null without a session. */
  role: Role | null;
  /** Same-origin addresses of the data the page may load; null where door is "none". `map` only where the town has one. */
  files: { figures: string; districts: string; manifest: string; map?: string } | null;
  /** Ledger revision the data was made from; the internal door alone is told. */
  revision: number | null;
  /** Release id where door is "public". */
  release: string | null;
  /** Of a release: the town's own counts are told in tens, too, and the page must say so. */
  roughTotals?: boolean;
  /** Some of the figures are made up: the page must say サンプル・合成データ. */
  synthetic: boolean;
  /**
   * Same-origin addresses of the ministry's tables as one import knew them, open to every visitor: the totals of all
   * places, the nation's ages, and the published series of this town, its prefecture and the nation. Null where
   * nothing is imported.
   */
  reference: { import: number; towns: string; ages: string; published: string } | null;
}

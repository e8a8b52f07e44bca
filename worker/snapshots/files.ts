/** Media type of every kind of file in a snapshot or release, by its ending. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  arrow: "application/vnd.apache.arrow.stream",
  csv: "text/csv; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  geojson: "application/geo+json",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json",
  html: "text/html; charset=utf-8",
  png: "image/png",
  ndjson: "application/x-ndjson; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  svg: "image/svg+xml; charset=utf-8",
};

export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

export interface ManifestFile {
  name: string;
  bytes: number;
  sha256: string;
  media_type: string;
}

/** What a snapshot consists of; its own SHA-256 is the digest by which the snapshot is addressed. */
export interface Manifest {
  format: 1;
  kind: "snapshot" | "release";
  municipality: string;
  /** Of a snapshot: the ledger revision it was made from, and when that became known. A release tells neither. */
  revision?: number;
  recorded_at?: string;
  /** First and last as-of date; null for a snapshot without figures. */
  as_of: { first: string; last: string } | null;
  rows: number;
  synthetic: boolean;
  /** Of a release whose policy tells the town's own counts in tens, too. */
  rough_totals?: true;
  files: ManifestFile[];
}

/** Files by name, the manifest among them, and the manifest's SHA-256. */
export interface Bundle {
  digest: string;
  manifest: Manifest;
  files: ReadonlyMap<string, Uint8Array>;
}

/** Where a bundle's file lies in R2. Internal and public files never share a prefix. */
export function objectKey(
  kind: Manifest["kind"],
  municipality: string,
  digest: string,
  file: string,
): string {
  return `${kind === "release" ? "releases" : "snapshots"}/${municipality}/${digest}/${file}`;
}

import type { Manifest } from "../../data/contract/api/manifest.js";

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

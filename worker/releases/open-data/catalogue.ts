import { municipalityName } from "../../reference.js";
import { objectKey } from "../../snapshots/files.js";
import type { Release } from "../release.js";
import { townPath } from "./dcat.js";
import { CONTEXT } from "./json-ld-context.js";

/** dcat.jsonld of a release as it was stored; null for one that was made before there was any. */
export async function storedDataset(
  objects: R2Bucket,
  release: Release,
): Promise<Record<string, unknown> | null> {
  const object = await objects.get(objectKey("release", release.municipality, release.digest, "dcat.jsonld"));
  return object && (await object.json<Record<string, unknown>>());
}

/** catalog.jsonld: a DCAT catalogue of the towns that have published, each with its current release. */
export async function dcatCatalogue(objects: R2Bucket, latest: readonly Release[]): Promise<unknown> {
  const datasets = await Promise.all(latest.map((release) => townDataset(objects, release)));
  const dates = latest.map((r) => r.published_at!);
  return {
    "@context": CONTEXT,
    "@id": "/open-data/",
    "@type": ["dcat:Catalog", "schema:DataCatalog"],
    "dcterms:title": [
      { "@value": "マイナンバーカード普及状況のオープンデータ", "@language": "ja" },
      { "@value": "Open data on My Number card adoption", "@language": "en" },
    ],
    "dcterms:language": ["ja", "en"],
    "foaf:homepage": "/open-data/",
    ...(dates.length > 0 && { "dcterms:modified": dates.reduce((a, b) => (a > b ? a : b)) }),
    "dcat:dataset": datasets,
  };
}

/** The town's data at their lasting address; what they are now is their current version. */
async function townDataset(objects: R2Bucket, release: Release): Promise<unknown> {
  const { "@context": _, ...current } = (await storedDataset(objects, release)) ?? {};
  return {
    "@id": townPath(release.municipality),
    "@type": ["dcat:Dataset", "schema:Dataset"],
    "dcterms:identifier": release.municipality,
    "dcterms:title": current["dcterms:title"] ?? municipalityName(release.municipality).name,
    "dcterms:modified": release.published_at,
    "dcat:landingPage": townPath(release.municipality),
    ...("@id" in current && { "dcat:hasCurrentVersion": current }),
  };
}

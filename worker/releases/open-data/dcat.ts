import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Words } from "./column.js";
import { CONTEXT } from "./json-ld-context.js";
import { LICENCES } from "./licence.js";
import { datesOf, noticeOf } from "./notice.js";
import type { PublishedFile } from "./published-file.js";

const both = ({ ja, en }: Words) => [
  { "@value": ja, "@language": "ja" },
  { "@value": en, "@language": "en" },
];

/** The address of a town's open data, of a release's files, from the root of whatever origin serves them. */
export const townPath = (code: string): string => `/open-data/${code}/`;
export const releasePath = (code: string, id: string): string => `${townPath(code)}releases/${id}/`;

/**
 * dcat.jsonld: the release as a dataset of DCAT 3 (W3C) and of schema.org in one. Addresses begin at the root, so
 * that they hold on every origin and are the same wherever the file is read.
 */
export function dcatDataset(release: PublicRelease, files: readonly PublishedFile[]): unknown {
  const { municipality, settings, id, previous, made_at, through } = release;
  const { title, description, publisher, contact, town } = noticeOf(release);
  const { first, last } = datesOf(release);
  const at = releasePath(municipality.code, id);
  const licence = LICENCES[settings.licence].path;
  return {
    "@context": CONTEXT,
    "@id": at,
    "@type": ["dcat:Dataset", "schema:Dataset"],
    "dcterms:identifier": id,
    "dcterms:title": both(title),
    "schema:name": both(title),
    "dcterms:description": both(description),
    "schema:description": both(description),
    "dcterms:publisher": {
      "@type": ["foaf:Organization", "schema:Organization"],
      "foaf:name": both(publisher),
      "schema:name": both(publisher),
    },
    "dcat:contactPoint": { "@type": "vcard:Organization", "vcard:fn": both(contact) },
    "dcterms:license": licence,
    "schema:license": licence,
    "dcterms:issued": made_at,
    "schema:datePublished": made_at,
    "dcat:version": through,
    "schema:version": through,
    "dcat:isVersionOf": townPath(municipality.code),
    ...(previous && { "dcat:previousVersion": releasePath(municipality.code, previous) }),
    "dcterms:temporal": {
      "@type": "dcterms:PeriodOfTime",
      "dcat:startDate": { "@value": first, "@type": "xsd:date" },
      "dcat:endDate": { "@value": last, "@type": "xsd:date" },
    },
    "schema:temporalCoverage": `${first}/${last}`,
    "dcterms:spatial": {
      "@type": ["dcterms:Location", "schema:AdministrativeArea"],
      "dcterms:identifier": municipality.code,
      "schema:identifier": municipality.code,
      "schema:name": both({ ja: `${municipality.prefecture}${town.ja}`, en: town.en }),
    },
    "dcterms:language": ["ja", "en"],
    "dcat:keyword": both({ ja: "マイナンバーカード", en: "My Number card" }),
    "dcat:landingPage": townPath(municipality.code),
    "foaf:page": `${at}dictionary.html`,
    "schema:isAccessibleForFree": true,
    "dcat:distribution": files.map((file) => distribution(file, at, licence)),
  };
}

/** One file, as DCAT's distribution and schema.org's download. */
function distribution(file: PublishedFile, at: string, licence: string): unknown {
  const { name, title, bytes, sha256, mediaType, format } = file;
  return {
    "@id": `${at}${name}`,
    "@type": ["dcat:Distribution", "schema:DataDownload"],
    "dcterms:title": both(title),
    "schema:name": both(title),
    "dcat:accessURL": `${at}${name}`,
    "dcat:downloadURL": `${at}${name}`,
    "schema:contentUrl": `${at}${name}`,
    "dcat:mediaType": `https://www.iana.org/assignments/media-types/${mediaType}`,
    "schema:encodingFormat": mediaType,
    "dcterms:format": format.toUpperCase(),
    "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
    "schema:contentSize": `${bytes} B`,
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
      "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
    },
    "dcterms:license": licence,
    ...(file.table && { "dcterms:conformsTo": `${at}csvw.json` }),
  };
}

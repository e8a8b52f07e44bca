const address = { "@type": "@id" } as const;
const moment = { "@type": "xsd:dateTime" } as const;

/** Every prefix and every property whose value is an address; in the document, so that nothing has to be fetched. */
export const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  schema: "https://schema.org/",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  "dcat:accessURL": address,
  "dcat:dataset": address,
  "dcat:downloadURL": address,
  "dcat:isVersionOf": address,
  "dcat:landingPage": address,
  "dcat:mediaType": address,
  "dcat:previousVersion": address,
  "dcterms:conformsTo": address,
  "dcterms:license": address,
  "dcterms:issued": moment,
  "dcterms:modified": moment,
  "foaf:homepage": address,
  "foaf:page": address,
  "schema:contentUrl": address,
  "schema:license": address,
  "schema:datePublished": { "@type": "schema:DateTime" },
  "spdx:algorithm": address,
} as const;

import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Column } from "./column.js";
import { LICENCES } from "./licence.js";
import { noticeOf } from "./notice.js";
import type { PublishedFile, PublishedTable } from "./published-file.js";

/** csvw.json: metadata for tabular data on the web (W3C, 2015-12-17), a table for each CSV. */
export function csvwMetadata(release: PublicRelease, files: readonly PublishedFile[]): unknown {
  const { title, description, publisher } = noticeOf(release);
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "ja" }],
    "dc:title": [
      { "@value": title.ja, "@language": "ja" },
      { "@value": title.en, "@language": "en" },
    ],
    "dc:description": [
      { "@value": description.ja, "@language": "ja" },
      { "@value": description.en, "@language": "en" },
    ],
    "dc:publisher": publisher.ja,
    "dc:issued": { "@value": release.made_at, "@type": "xsd:dateTime" },
    "dc:license": { "@id": LICENCES[release.settings.licence].path },
    dialect: { encoding: "utf-8", lineTerminators: ["\r\n"], header: true },
    tables: files.flatMap(({ name, title: titles, table }) =>
      table
        ? [
            {
              url: name,
              "dc:title": titles.ja,
              tableSchema: {
                columns: table.columns.map((column) => csvwColumn(column, table.missing)),
                ...(unique(table) && { primaryKey: unique(table) }),
                ...(name === "tables.csv" && { foreignKeys: [PLACE_KEY] }),
              },
            },
          ]
        : [],
    ),
  };
}

const PLACE_KEY = {
  columnReference: ["kind", "place"],
  reference: { resource: "places.csv", columnReference: ["kind", "code"] },
};

/** A key without blanks; null where the table has none. */
function unique({ columns, unique: headers }: PublishedTable): string[] | null {
  const keys = headers.map((header) => columns.find((c) => c.name === header)!);
  return keys.every((c) => c.required) ? keys.map(nameOf) : null;
}

/** Names are variables of URI templates (CSVW 5.1.2), so Japanese headers are titles and not names. */
const nameOf = ({ key, name }: Column): string => key ?? name;

const csvwColumn = (column: Column, missing: readonly string[]) => ({
  name: nameOf(column),
  titles: { ja: [column.name], ...(column.name !== column.title.en && { en: [column.title.en] }) },
  "dc:description": [
    { "@value": column.meaning.ja, "@language": "ja" },
    { "@value": column.meaning.en, "@language": "en" },
  ],
  datatype: datatypeOf(column),
  null: missing,
  required: column.required ?? false,
});

function datatypeOf({ type, natural, pattern }: Column): unknown {
  if (type === "date") return { base: "date", format: "yyyy-MM-dd" };
  if (type === "boolean") return { base: "boolean", format: "true|false" };
  if (type === "string") return pattern ? { base: "string", format: pattern } : "string";
  const base = type === "integer" ? "integer" : "decimal";
  return natural ? { base, minimum: 0 } : base;
}

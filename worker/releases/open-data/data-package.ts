import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Column } from "./column.js";
import { LICENCES } from "./licence.js";
import { noticeOf } from "./notice.js";
import type { PublishedFile, PublishedTable } from "./published-file.js";
import { sourcesOf } from "./sources.js";

/**
 * datapackage.json: a Data Package (2.0, and readable by tools of 1.0: missing values and licences are written as
 * both know them), a Table Schema for each CSV, digests of all files.
 */
export function dataPackage(release: PublicRelease, files: readonly PublishedFile[]): unknown {
  const { municipality, settings, made_at, id } = release;
  const { title, description, publisher } = noticeOf(release);
  const licence = LICENCES[settings.licence];
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `${municipality.code}-mynumbercard`,
    id: `${municipality.code}/${id}`,
    title: title.ja,
    description: `${description.ja}\n\n${title.en}\n\n${description.en}`,
    created: made_at,
    version: release.through.replaceAll("-", "."),
    synthetic: release.synthetic,
    licenses: [{ name: licence.name, title: licence.title.ja, path: licence.path }],
    sources: sourcesOf(release),
    contributors: [{ title: publisher.ja, roles: ["publisher"], role: "publisher" }],
    keywords: [
      "マイナンバーカード",
      "個人番号カード",
      "申請率",
      "交付枚数率",
      "保有枚数率",
      municipality.name,
    ],
    resources: files.map(resource),
  };
}

function resource(file: PublishedFile): unknown {
  const { name, title, bytes, sha256, mediaType, format, table } = file;
  return {
    name: name.replaceAll("_", "-").toLowerCase(),
    path: name,
    title: title.ja,
    description: title.en,
    format,
    mediatype: mediaType,
    bytes,
    hash: `sha256:${sha256}`,
    ...(table && {
      type: "table",
      profile: "tabular-data-resource",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: table.columns.map(field),
        missingValues: table.missing,
        ...keyOf(table),
        ...(name === "tables.csv" && { foreignKeys: [PLACE_KEY] }),
      },
    }),
  };
}

/** A primary key has no blanks (Table Schema), a unique key may: the town has no code of a place in the month's file. */
const keyOf = ({ columns, unique }: PublishedTable) =>
  unique.every((name) => columns.find((c) => c.name === name)?.required)
    ? { primaryKey: unique }
    : { uniqueKeys: [unique] };

const PLACE_KEY = {
  fields: ["kind", "place"],
  reference: { resource: "places.csv", fields: ["kind", "code"] },
};

function field({
  name,
  title,
  meaning,
  type,
  unit,
  required,
  natural,
  pattern,
  enum: values,
}: Column): unknown {
  const constraints = {
    ...(required && { required }),
    ...(natural && { minimum: 0 }),
    ...(pattern && { pattern }),
    ...(values && { enum: values }),
  };
  return {
    name,
    title: title.ja,
    description: `${meaning.ja} / ${title.en}: ${meaning.en}`,
    type,
    ...(type === "date" && { format: "default" }),
    ...(unit && { unit: unit.ja }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

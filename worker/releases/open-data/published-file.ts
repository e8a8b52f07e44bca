import { mediaTypeOf } from "../../snapshots/files.js";
import type { Column, Words } from "./column.js";

/** What a CSV holds. */
export interface PublishedTable {
  columns: readonly Column[];
  /** The texts that stand for no value. */
  missing: readonly string[];
  /** The headers whose values together are never the same twice. */
  unique: readonly string[];
}

/** A data file of a release, as the metadata describe it. */
export interface PublishedFile {
  name: string;
  title: Words;
  bytes: number;
  sha256: string;
  /** Without parameters. */
  mediaType: string;
  /** The ending: csv, json, arrow, parquet. */
  format: string;
  /** Of a CSV. */
  table?: PublishedTable;
}

export async function describeFile(
  name: string,
  title: Words,
  content: Uint8Array,
  table?: PublishedTable,
): Promise<PublishedFile> {
  return {
    name,
    title,
    bytes: content.byteLength,
    sha256: await sha256(content),
    mediaType: mediaTypeOf(name).split(";")[0]!,
    format: name.slice(name.lastIndexOf(".") + 1),
    ...(table && { table }),
  };
}

/** Written out digit by digit: the same files are made by Node, whose arrays know no toHex. */
async function sha256(content: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

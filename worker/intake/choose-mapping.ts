import type { MappingOrigin } from "../../data/contract/api/mapping.js";
import { NO_MAPPING, type Mapping } from "../../data/contract/api/mapping.js";
import { normaliseHeader } from "./columns.js";
import { readFile, type FileFormat, type ReadFile } from "./read-file.js";
import type { Table } from "./table.js";

/** A file read by one mapping, and whose mapping it was. */
export interface MappedFile {
  file: ReadFile;
  mapping: Mapping;
  origin: MappingOrigin;
}

/**
 * Reads a file by the mapping that came with it, else by the municipality's saved one where the file has
 * all of its columns, else by the aliases alone.
 */
export function readMapped(
  bytes: Uint8Array,
  format: FileFormat,
  given: Mapping | null,
  saved: Mapping | null,
): MappedFile {
  const read = (mapping: Mapping, origin: MappingOrigin): MappedFile => ({
    file: readFile(bytes, format, [], mapping),
    mapping,
    origin,
  });
  if (given) return read(given, "request");
  if (saved) {
    const bySaved = read(saved, "saved");
    if (bySaved.file.table && hasColumnsOf(saved, bySaved.file.table)) return bySaved;
  }
  return read(NO_MAPPING, "none");
}

function hasColumnsOf(mapping: Mapping, { header }: Table): boolean {
  const present = new Set(header.map(normaliseHeader));
  return Object.values(mapping.columns)
    .flat()
    .every((name) => present.has(normaliseHeader(name)));
}

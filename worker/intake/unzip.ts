import { inflateRawSync } from "node:zlib";
import type { IssueCode } from "./words.js";

/** A workbook's parts by their names, inflated and checked; or why the archive is refused. */
export type Unzipped = { parts: Map<string, Uint8Array> } | { fault: IssueCode };

export const MAX_ENTRIES = 100;
export const MAX_INFLATED_BYTES = 20 * 1024 * 1024;
/** Inflated bytes to archive bytes; a real sheet of figures reaches about 30. */
export const MAX_RATIO = 100;

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  inflated: number;
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** Whether the bytes begin as a ZIP archive, which every .xlsx is (an old .xls or an encrypted one is not). */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Inflates an archive within its limits. What the directory claims is checked first; then each entry is
 * inflated into hardly more room than it claimed, so that a directory that lies stops near the claim.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  const entries = readDirectory(bytes);
  if (!entries) return { fault: "broken_workbook" };
  const claimed = entries.reduce((n, entry) => n + entry.inflated, 0);
  if (entries.length > MAX_ENTRIES) return { fault: "workbook_too_many_parts" };
  if (claimed > MAX_INFLATED_BYTES || claimed > MAX_RATIO * bytes.length)
    return { fault: "workbook_too_large" };
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const data = inflate(bytes, entry);
    // Two parts of one name would be read differently by different programs.
    if (!data || parts.has(entry.name)) return { fault: "broken_workbook" };
    parts.set(entry.name, data);
  }
  return { parts };
}

/** Null where the directory is not one: cut off, of several disks, or of the 64-bit kind that 5 MB never need. */
function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return null;
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const nameLength = view.getUint16(at + 28, true);
    if (encrypted || at + 46 + nameLength > end) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function inflate(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return null;
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packed > bytes.length) return null;
  const packed = bytes.subarray(from, from + entry.packed);
  const data = entry.method === DEFLATED ? inflateWithin(packed, entry.inflated) : packed;
  if (entry.method !== STORED && entry.method !== DEFLATED) return null;
  return data?.length === entry.inflated && crc32(data) === entry.crc ? data : null;
}

/**
 * The runtime gives up while its buffer grows, up to 64 KiB before the limit it was told. What comes out
 * is held to the claim exactly, by its length.
 */
const SLACK_BYTES = 128 * 1024;

function inflateWithin(packed: Uint8Array, room: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: room + SLACK_BYTES });
  } catch {
    // Cut off, not deflated, or larger than it claimed: an expected outcome that zlib reports by throwing.
    return null;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(data: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < data.length; i++) c = CRC_TABLE[(c ^ data[i]!) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A file inside an archive; what its directory claims can differ from what it holds. */
export interface ZipEntry {
  name: string;
  data: Uint8Array;
  /** What the directory says of it; the truth where it is not said. */
  claimedBytes?: number;
  claimedCrc?: number;
  /** Not deflated. */
  stored?: boolean;
}

const u16 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >>> 8) & 255);
const u32 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);

/** An archive, byte by byte: no library writes the broken ones. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const {
    name,
    data,
    claimedBytes = data.length,
    claimedCrc = crc32(data),
    stored = false,
  } of entries) {
    const packed = stored ? data : deflateRawSync(data);
    const called = new TextEncoder().encode(name);
    const method = [u16(20), u16(0x800), u16(stored ? 0 : 8), u32(0)];
    const sizes = [u32(claimedCrc), u32(packed.length), u32(claimedBytes), u16(called.length), u16(0)];
    const common = [...method, ...sizes];
    const local = Buffer.concat([u32(0x04034b50), ...common, called, packed]);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(at), called]),
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(central.length), u32(at), u16(0)];
  return new Uint8Array(Buffer.concat([...locals, central, ...end]));
}

/** The parts of an archive that a library has written: one whose directory tells the truth. */
export function unzip(bytes: Uint8Array): ZipEntry[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from(u32(0x06054b50)));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, (): ZipEntry => {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [called, extra, remark] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + called);
    at += 46 + called + extra + remark;
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(from, from + packed);
    return { name, data: new Uint8Array(method === 0 ? data : inflateRawSync(data)) };
  });
}

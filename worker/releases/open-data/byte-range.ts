/** A part of a file: where it begins, and how many bytes. */
export interface ByteRange {
  offset: number;
  length: number;
}

/**
 * What a Range header asks of a file (RFC 9110, 14.1.2): the one range, `unsatisfiable` where it lies beyond the
 * file, or null where the whole file is the answer: no range, several (a server may ignore those), another unit or
 * no valid range.
 */
export function readRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=[\t ]*(\d*)-(\d*)[\t ]*$/i.exec(header ?? "");
  if (!match) return null;
  const [first, last] = [match[1]!, match[2]!];
  if (first === "") return last === "" ? null : suffix(Number(last), size);
  const offset = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < offset) return null;
  return offset >= size ? "unsatisfiable" : { offset, length: end - offset + 1 };
}

function suffix(asked: number, size: number): ByteRange | "unsatisfiable" {
  const length = Math.min(asked, size);
  return length === 0 ? "unsatisfiable" : { offset: size - length, length };
}

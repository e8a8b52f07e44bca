/** How the bytes of a text file were read. */
export type TextEncoding = "utf-8" | "utf-8-bom" | "cp932";

/**
 * The text of a file from a town hall: strict UTF-8 first, then CP932 (the runtime's "shift_jis" is
 * the WHATWG one, which has NEC and IBM extensions such as 髙, 﨑 and ①). Text that is valid UTF-8
 * is practically never CP932 as well, so the order decides nothing by chance.
 * @returns null where the bytes are neither.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | null {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = tryDecode("utf-8", bytes);
  if (utf8 !== null) return { text: utf8, encoding: hasBom ? "utf-8-bom" : "utf-8" };
  const cp932 = tryDecode("shift_jis", bytes);
  return cp932 === null ? null : { text: cp932, encoding: "cp932" };
}

function tryDecode(label: "utf-8" | "shift_jis", bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    // Not in this encoding: an expected outcome that the decoder reports by throwing.
    return null;
  }
}

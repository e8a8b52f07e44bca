/** What stands for a character that the pictures' font lacks (下駄記号, the printer's mark for a missing type). */
const MISSING = "〓";

/** Text elements of our own drawings: they are never nested. */
const TEXT = /<text\b[^>]*>.*?<\/text>/gsu;
const REFERENCE = /^&#\d+;$/;

/**
 * A drawing whose texts hold nothing but characters of the font: others are drawn as 〓, variation selectors are
 * dropped. Whatever stands outside of `<text>` stays.
 * @param missing receives every character that had to be replaced.
 */
export function drawableText(svg: string, covered: ReadonlySet<number>, missing: Set<string>): string {
  return svg.replace(TEXT, (text) =>
    text.replace(/(<[^>]*>)|&#\d+;|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|./gsu, (piece, tag?: string) => {
      if (tag !== undefined || REFERENCE.test(piece) || piece < " ") return piece;
      const code = piece.codePointAt(0)!;
      if ((code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0100) return "";
      if (covered.has(code)) return piece;
      missing.add(piece);
      return MISSING;
    }),
  );
}

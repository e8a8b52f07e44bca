const TABLE_RECORD = 16;
const CMAP = 0x636d6170;

/**
 * The code points that a TrueType font has glyphs for, read from its `cmap` (formats 4 and 12, which every font of
 * the web has). resvg leaves out what a font lacks without a word: whoever draws has to know beforehand.
 * @throws Error where the bytes are no such font.
 */
export function fontCoverage(font: ArrayBuffer): ReadonlySet<number> {
  const view = new DataView(font);
  const cmap = tableOffset(view);
  const covered = new Set<number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) addGroups(view, at, covered);
    else if (format === 4) addSegments(view, at, covered);
  }
  if (covered.size === 0) throw new Error("the font names no characters");
  return covered;
}

function tableOffset(view: DataView): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * TABLE_RECORD;
    if (view.getUint32(record) === CMAP) return view.getUint32(record + 8);
  }
  throw new Error("the font has no cmap");
}

/** Format 12: groups of first and last code point. */
function addGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) covered.add(code);
  }
}

/** Format 4: segments of the basic plane; in those with an offset a glyph of 0 is none. */
function addSegments(view: DataView, at: number, covered: Set<number>): void {
  const count = view.getUint16(at + 6) / 2;
  for (let i = 0; i < count; i++) {
    const last = view.getUint16(at + 14 + i * 2);
    const first = view.getUint16(at + 16 + (count + i) * 2);
    const delta = view.getUint16(at + 16 + (2 * count + i) * 2);
    const rangeAt = at + 16 + (3 * count + i) * 2;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        range === 0 ? (code + delta) % 0x10000 : view.getUint16(rangeAt + range + (code - first) * 2);
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** A stretch of a text, in UTF-16 units. */
export interface Place {
  from: number;
  to: number;
}

/**
 * Where DuckDB saw an error: it prints the line (cut at both ends where it is long) and a caret under the place, in
 * columns of a terminal, in which full-width characters take two. Null where it says none.
 * @param sql the text that was asked.
 */
export function errorPlace(message: string, sql: string): Place | null {
  const match = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message);
  if (!match) return null;
  const [, label, number, printed, indent] = match as unknown as [string, string, string, string, string];
  const lines = sql.split("\n");
  const line = lines[Number(number) - 1];
  if (line === undefined) return null;
  const before = printed.startsWith("...") ? 3 : 0;
  const excerpt = printed.slice(before, printed.endsWith("...") ? -3 : undefined);
  const begins = line.replace(/[\t\r]/g, " ").indexOf(excerpt.replace(/[\t\r]/g, " "));
  if (begins < 0) return null;
  const column = begins + unitsIn(excerpt, indent.length - label.length - before);
  const from = lines.slice(0, Number(number) - 1).reduce((sum, l) => sum + l.length + 1, 0) + column;
  return wordAt(sql, Math.min(from, sql.length));
}

/** How many UTF-16 units of a text take up `columns` of a terminal. */
function unitsIn(text: string, columns: number): number {
  let [units, used] = [0, 0];
  for (const character of text) {
    if (used >= columns) break;
    used += isWide(character.codePointAt(0)!) ? 2 : 1;
    units += character.length;
  }
  return units;
}

/** Whether a character takes two columns: kana, kanji, full-width forms. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);

/** The word, the quoted text or the sign that stands there; at the end of the text its last character. */
function wordAt(sql: string, from: number): Place {
  const word = /[\p{L}\p{N}_]+|"(?:[^"]|"")*"|'(?:[^']|'')*'|\S/uy;
  word.lastIndex = from;
  if (word.test(sql)) return { from, to: word.lastIndex };
  return { from: Math.max(0, from - 1), to: Math.max(1, from) };
}

/** Marks that no line begins with (行頭禁則), the ones our sentences use. */
const NO_BEGINNING = new Set("、。，．）)」』】%％〜～・:：ー…件枚人");

/** About how wide a text stands, in em of its font: no font is at hand where charts are drawn. */
export function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x2e80) width += 1;
    else if (/[A-Z%@mw]/.test(character)) width += 0.72;
    else if (/[ijlt.,:;'’| ()]/.test(character)) width += 0.34;
    else width += 0.58;
  }
  return width;
}

/** Marks of a sentence's parts: a line that is full enough rather ends behind or before them than in mid-phrase. */
const ENDS_A_PART = /[、。，．,.:：）)]\s*$/u;
const BEGINS_A_PART = /^[（(「『]/u;
const FULL_ENOUGH = 0.55;

/**
 * A text in lines of at most `limit` em: broken at the marks of its parts where they come late enough, else at
 * spaces and between full-width characters, never inside a number or a Latin word. A single piece that is longer
 * stands on a line of its own.
 */
export function breakText(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const piece of pieces(text)) {
    if (line.length > 0 && widthInEm([...line, piece].join("").trimEnd()) > limit) {
      const at = bestBreak([...line, piece], limit);
      lines.push(line.slice(0, at).join("").trimEnd());
      line = [...line.slice(at), piece];
      line[0] = line[0]!.trimStart();
    } else line.push(piece);
  }
  return [...lines, line.join("").trimEnd()].filter((l) => l !== "");
}

/** How many of the pieces stand on the line; the last piece never does. */
function bestBreak(line: readonly string[], limit: number): number {
  for (let at = line.length - 1; at > 0; at--) {
    if (widthInEm(line.slice(0, at).join("")) < limit * FULL_ENOUGH) break;
    if (ENDS_A_PART.test(line[at - 1]!) || BEGINS_A_PART.test(line[at]!)) return at;
  }
  return line.length - 1;
}

/** Keeps lines from ending between 約 and its number, and inside a band: 72〜76%. Of no use in a title. */
export const keepAbout = (text: string): string => text.replaceAll(/(?:約|だいたい|\d〜)(?=\d)/g, "$&\u2060");

/** What a line may end after: words and numbers with their unit, words of katakana, single characters with the marks behind them. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const [piece] of text.matchAll(/(?:あと)?約?\(*[!-')-~‐-⁯〜]+[ァ-ヺー]* *|[ァ-ヺー]+ *| +|./gsu)) {
    const last = found.at(-1);
    const sticks = NO_BEGINNING.has([...piece][0]!) || (last !== undefined && /[（(「『]$/.test(last));
    if (last !== undefined && sticks && !last.endsWith(" ")) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

/**
 * The text, its middle cut out where it is wider than `limit` em: names of neighbours begin alike (3丁目, 4丁目),
 * so the end has to stay. At least its first character is left.
 */
export function shorten(text: string, limit: number): string {
  if (widthInEm(text) <= limit) return text;
  const head = [...text];
  const tail: string[] = [];
  while (head.length > 1 && widthInEm(tail.join("") + head.at(-1)!) <= limit * 0.45)
    tail.unshift(head.pop()!);
  while (head.length > 1 && widthInEm([...head, ...tail].join("")) > limit - 1) head.pop();
  return `${head.join("")}…${tail.join("")}`;
}

/** Type size of a planner's chart, and the space around a label at the end of a bar, in px. */
const LABEL_PX = 13;
const AROUND_LABEL_PX = 18;

/** Room in px beside the longest bar for what stands at the bars' ends. @param least room that is kept in any case */
export const roomForLabels = (labels: readonly string[], least: number): number =>
  Math.max(least, Math.ceil(Math.max(0, ...labels.map(widthInEm)) * LABEL_PX) + AROUND_LABEL_PX);

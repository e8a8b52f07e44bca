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

/**
 * A text in lines of at most `limit` em: broken at spaces, between full-width characters, and never inside a
 * number or a Latin word. A single piece that is longer stands on a line of its own.
 */
export function breakText(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && widthInEm((line + piece).trimEnd()) > limit) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()].filter((l) => l !== "");
}

/** What a line may end after: words with their space, single full-width characters with the marks behind them. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const [piece] of text.matchAll(/[!-~‐-⁯’–]+ *| +|./gsu)) {
    const last = found.at(-1);
    const sticks = NO_BEGINNING.has([...piece][0]!) || (last !== undefined && /[（(「『]$/.test(last));
    if (last !== undefined && sticks && !last.endsWith(" ")) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

/** The text, cut with an ellipsis where it is wider than `limit` em. */
export function shorten(text: string, limit: number): string {
  if (widthInEm(text) <= limit) return text;
  const characters = [...text];
  while (characters.length > 1 && widthInEm(characters.join("")) > limit - 1) characters.pop();
  return `${characters.join("")}…`;
}

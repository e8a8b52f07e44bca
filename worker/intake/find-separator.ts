const SEPARATORS = [",", "\t", ";"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Lines that are enough to tell; a title or two above the header do not outweigh them. */
const LINES_LOOKED_AT = 20;

/**
 * The separator of a delimited text: the one that stands most often outside quotation marks in the typical
 * line. Counting inside them too would take the commas of "1,234" for separators.
 * @returns a comma where there is none of them: a table of one column.
 */
export function findSeparator(text: string): Separator {
  const lines = unquotedLines(text);
  const typical = SEPARATORS.map((separator) =>
    median(lines.map((line) => line.split(separator).length - 1)),
  );
  return SEPARATORS[typical.indexOf(Math.max(...typical))]!;
}

/** The first lines without what stands in quotation marks; a quoted line break does not end a line. */
function unquotedLines(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character !== "\n" && character !== "\r") line += character;
    else if (line !== "") {
      lines.push(line);
      line = "";
      if (lines.length === LINES_LOOKED_AT) return lines;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

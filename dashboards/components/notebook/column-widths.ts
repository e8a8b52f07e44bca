import type { Result } from "../../charts/notebook/result.js";
import { widthInEm } from "../../charts/public/text-width.js";

/** Rows that are looked at: the widths are a guess, long texts are cut in any case. */
const SAMPLE = 200;
const [LEAST, MOST] = [5, 22];
/** Room beside the text on both sides, and for the sign of the order in a heading. */
const [PADDING, SIGN] = [1.7, 1.2];

/** The columns' widths in em, from their heading and their first rows; scrolling then moves no column. */
export function columnWidths({ columns, rows }: Result): number[] {
  return columns.map((name, c) => {
    const texts = rows.slice(0, SAMPLE).map((row) => String(row[c] ?? "(なし)").slice(0, 60));
    const longest = Math.max(widthInEm(name) + SIGN, ...texts.map((text) => widthInEm(text) * 1.05));
    return Math.round((Math.min(MOST, Math.max(LEAST, longest)) + PADDING) * 10) / 10;
  });
}

import { escapeText, html, trusted, type Markup } from "../charts/html.js";
import { keepAbout } from "../charts/public/text-width.js";
import { COUNTERS, READINGS, WHOLE_READINGS } from "./readings.js";

/** Text as a page of one language says it: as markup, and as plain text for titles and attributes. */
export interface Voice {
  say: (text: string) => Markup;
  plain: (text: string) => string;
}

/** Japanese as it is written. */
export const ORDINARY: Voice = { say: (text) => html`${keepAbout(text)}`, plain: (text) => text };

/** Names that have no other form than the Japanese one, for whatever reads the page aloud. */
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;

/** English, in which Japanese names are marked as such. */
export const ENGLISH_VOICE: Voice = {
  say: (text) => trusted(escapeText(text).replaceAll(JAPANESE, '<span lang="ja">$&</span>')),
  plain: (text) => text,
};

/** `[人気|にんき]`: a reading that the dictionary lacks or has otherwise. */
const NOTATION = String.raw`\[(?<word>[^|\]]+)\|(?<reading>[^\]]*)\]`;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const oneOf = (words: Iterable<string>): string =>
  [...words]
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join("|");

/**
 * The voice of やさしい日本語: furigana over every word of our own dictionary (readings.ts), over counters after
 * a number, and over what the text itself gives a reading for as `[漢字|よみ]`.
 * @param names of places: they stay whole, and bare where the town's list does not say how they are read.
 * @param readings of such names, in hiragana.
 */
export function furiganaVoice(
  names: readonly string[],
  readings: ReadonlyMap<string, string> = new Map(),
): Voice {
  const parts = [
    `(?<name>${oneOf([...names, ...readings.keys()]) || "(?!)"})`,
    NOTATION,
    `(?<![\\d,.])(?<whole>${oneOf(WHOLE_READINGS.keys())})`,
    `(?<=[\\d%])(?<counter>${oneOf(COUNTERS.keys())})`,
    `(?<known>${oneOf(READINGS.keys())})`,
  ];
  const pattern = new RegExp(parts.join("|"), "gu");
  return {
    say: (text) => html`${marked(keepAbout(text), pattern, readings)}`,
    plain: (text) => text.replaceAll(new RegExp(NOTATION, "gu"), "$<word>"),
  };
}

function marked(text: string, pattern: RegExp, readings: ReadonlyMap<string, string>): Markup[] {
  const parts: Markup[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) parts.push(html`${text.slice(done, match.index)}`);
    const { word, reading, name, whole, counter, known } = match.groups!;
    const own = name === undefined ? undefined : readings.get(name);
    if (own !== undefined && fits(name!, own)) parts.push(ruby(name!, own));
    else if (name !== undefined) parts.push(html`${name}`);
    else if (word !== undefined) parts.push(reading === "" ? html`${word}` : ruby(word, reading!));
    else if (whole !== undefined) parts.push(ruby(whole, WHOLE_READINGS.get(whole)!));
    else if (counter !== undefined) parts.push(ruby(counter, COUNTERS.get(counter)!));
    else parts.push(ruby(known!, READINGS.get(known!)!));
    done = match.index + match[0].length;
  }
  parts.push(html`${text.slice(done)}`);
  return parts;
}

/** Kana at both ends of a word read themselves: 受け取る is 受け取 with うけと, and る. */
const ENDS = /^(?<head>[ぁ-ん]*)(?<core>.*?)(?<tail>[ぁ-ん]*)$/u;

/** Whether a reading somebody typed begins and ends with the kana that the word does. */
function fits(word: string, reading: string): boolean {
  const { head, core, tail } = ENDS.exec(word)!.groups as Record<"head" | "core" | "tail", string>;
  return (
    core !== "" && reading.startsWith(head) && reading.endsWith(tail) && reading.length > (head + tail).length
  );
}

function ruby(word: string, reading: string): Markup {
  const { head, core, tail } = ENDS.exec(word)!.groups as Record<"head" | "core" | "tail", string>;
  const inner = reading.slice(head.length, reading.length - tail.length);
  return trusted(
    `${escapeText(head)}<ruby>${escapeText(core)}<rt>${escapeText(inner)}</rt></ruby>${escapeText(tail)}`,
  );
}

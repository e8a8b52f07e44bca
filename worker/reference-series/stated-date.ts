import { isIsoDate } from "../../data/contract/as-of-date.js";
import { readDate } from "../intake/read-cell.js";

/** A day with its era or its full year; the month alone where it says 末, the end of it. */
const DAY = String.raw`(?:(?:令和|平成|R|H)\.?(?:元|\d{1,2})|20\d{2})(?:年|[./-])\d{1,2}(?:月?末日?|(?:月|[./-])\d{1,2}日?)`;
const STATED = new RegExp(`(${DAY})(?:現在|時点)`, "gi");
/** How a header carries its date: 【R4.8.31時点】, （R7.8末時点）. */
const IN_HEADER = new RegExp(String.raw`[【(\[]?(${DAY})(?:現在|時点)?[】)\]]?$`, "i");

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** `令和4年8月31日`, `R4.8.31`, `R7.8末` as an ISO date; null for a day that is none. */
function isoOf(day: string): string | null {
  const [, year, month] = /^(.*?)(?:年|[./-])(\d{1,2})月?末日?$/.exec(day) ?? [];
  const reading = readDate(year && month ? `${year}年${month}月1日` : day.replace(/月(\d{1,2})$/, "月$1日"));
  if (!("value" in reading)) return null;
  if (!year) return reading.value;
  const first = new Date(`${reading.value}T00:00:00Z`);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

/** A header without the date it carries, and that date: 「人口（R7.1.1時点）」 is 人口 and 2025-01-01. */
export function splitHeader(header: string): { label: string; date: string | null } {
  const text = plain(header);
  const found = IN_HEADER.exec(text);
  const date = found && isoOf(found[1]!);
  return date ? { label: text.slice(0, found.index), date } : { label: text, date: null };
}

/** A day that a title or a remark states, and what it is the day of. */
export interface StatedDate {
  date: string;
  of: "population" | "counts";
}

/**
 * The days that a title or a remark states with 現在 or 時点: of the population where the clause speaks of it
 * (「人口は、令和4年1月1日時点」「令和4年1月1日時点の住民基本台帳人口」), else of the counts. A rate's name
 * (人口に対する…) speaks of no population.
 */
export function statedDates(text: string): StatedDate[] {
  const clause = plain(text).replaceAll("人口に対する", "");
  return [...clause.matchAll(STATED)].flatMap((found): StatedDate[] => {
    const date = isoOf(found[1]!);
    if (!date || !isIsoDate(date)) return [];
    const before = clause.slice(0, found.index);
    const after = clause.slice(found.index + found[0].length);
    const ofPopulation =
      /^の[^。、,()]*人口/.test(after) || /人口(?:(?!交付|保有|申請)[^。]){0,12}$/.test(before);
    return [{ date, of: ofPopulation ? "population" : "counts" }];
  });
}

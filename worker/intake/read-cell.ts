import { isIsoDate } from "../../data/contract/as-of-date.js";
import { parseAgeBand } from "../../data/contract/age-band.js";
import { ALL, type Sex } from "../../data/contract/figure.js";
import type { IssueCode } from "./words.js";

/** A cell's value, perhaps with a note on how it was read, or the code of what is wrong with it. */
export type Reading<T> = { value: T; note?: IssueCode } | { error: IssueCode };

/** Full-width digits and compatibility forms folded, blanks around cut. */
export const cleanCell = (cell: string): string => cell.normalize("NFKC").trim();

/** How official tables write "not supplied": nothing, or a dash of any kind. */
const NOT_SUPPLIED = /^(?:[-‐‑‒–—―−ーｰ・*]|\.{3})*$/;

/** The largest count a 32-bit column of a snapshot holds. */
const MAX_COUNT = 2_147_483_647;

/** A count in its plainest dress, as nearly every cell of a large file has it; null for any other text. */
export const plainCount = (cell: string): number | null => (/^\d{1,9}$/.test(cell) ? Number(cell) : null);

/** A count, or null for "not supplied". */
export function readCount(cell: string): Reading<number | null> {
  const plain = plainCount(cell);
  if (plain !== null) return { value: plain };
  const text = cleanCell(cell);
  if (NOT_SUPPLIED.test(text)) return { value: null };
  const digits = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
  if (/^\d+(\.0+)?$/.test(digits)) {
    const value = Number(digits);
    return value <= MAX_COUNT ? { value } : { error: "count_too_large" };
  }
  if (/^[-−▲△]\s*\d/.test(digits)) return { error: "negative_count" };
  if (/^\d*\.\d+%?$/.test(digits) || /^\d+%$/.test(digits)) return { error: "fractional_count" };
  return { error: "not_a_count" };
}

/** A day in any of the usual dresses; two-digit years only where one reading is a real day. */
export function readDate(cell: string): Reading<string> {
  if (isIsoDate(cell)) return { value: cell };
  const text = cleanCell(cell);
  const iso = westernDate(text) ?? eraDate(text);
  if (iso !== null) return isIsoDate(iso) ? { value: iso, note: "date_rewritten" } : { error: "not_a_date" };
  return shortDate(text);
}

const pad = (n: number | string): string => String(n).padStart(2, "0");

function westernDate(text: string): string | null {
  const m =
    /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ T]00?:00(?::00)?)?$/.exec(
      text,
    );
  return m && `${m[1]}-${pad((m[2] ?? m[4] ?? m[6])!)}-${pad((m[3] ?? m[5] ?? m[7])!)}`;
}

function eraDate(text: string): string | null {
  const m = /^(令和|平成|R|H)\.?(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|[./-](\d{1,2})[./-](\d{1,2}))$/i.exec(
    text,
  );
  if (!m || Number(m[2]) === 0) return null;
  const before = m[1] === "令和" || m[1]!.toUpperCase() === "R" ? 2018 : 1988;
  const year = before + (m[2] === "元" ? 1 : Number(m[2]));
  return `${year}-${pad((m[3] ?? m[5])!)}-${pad((m[4] ?? m[6])!)}`;
}

/** `11/30/22`: month, day and year can stand in several orders; exactly one may be a day since 2016. */
function shortDate(text: string): Reading<string> {
  const m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!m) return { error: "not_a_date" };
  const [a, b, c] = [m[1]!, m[2]!, m[3]!].map(pad) as [string, string, string];
  const days = new Set(
    [`20${c}-${a}-${b}`, `20${a}-${b}-${c}`, `20${c}-${b}-${a}`].filter(
      (d) => isIsoDate(d) && d >= "2016" && d < "2060",
    ),
  );
  if (days.size === 1) return { value: [...days][0]!, note: "date_rewritten" };
  return { error: days.size === 0 ? "not_a_date" : "ambiguous_date" };
}

const TOTAL_WORDS = new Set([
  "all",
  "計",
  "合計",
  "総計",
  "総数",
  "全体",
  "全年齢",
  "男女計",
  "全域",
  "全地区",
  "町計",
  "市計",
]);

export const isTotalWord = (text: string): boolean => TOTAL_WORDS.has(text.toLowerCase());

/** `0-4`, `85～89歳`, `85歳以上`, `計`. */
export function readAgeBand(cell: string): Reading<string> {
  const text = cleanCell(cell).replace(/\s+/g, "");
  if (isTotalWord(text)) return { value: ALL };
  const band = text
    .replace(/[~〜‐‑‒–—―−ー]/g, "-")
    .replace(/歳/g, "")
    .replace(/(以上|-)$/, "+");
  const range = parseAgeBand(band.replace(/(?<!\d)0+(?=\d)/g, ""));
  if (!range) return { error: "not_an_age_band" };
  return { value: range.to === null ? `${range.from}+` : `${range.from}-${range.to}` };
}

const SEX_WORDS: Readonly<Record<string, Sex>> = {
  male: "male",
  m: "male",
  男: "male",
  男性: "male",
  female: "female",
  f: "female",
  女: "female",
  女性: "female",
};

export function readSex(cell: string): Reading<Sex> {
  const text = cleanCell(cell).toLowerCase();
  if (isTotalWord(text)) return { value: ALL };
  const sex = SEX_WORDS[text];
  return sex ? { value: sex } : { error: "not_a_sex" };
}

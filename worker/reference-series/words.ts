import type { FileIssue, FileNote, Severity, Words } from "../../data/contract/api/issue.js";

/** What a ministry's table can answer with beside the codes of every file (intake/words.ts). */
const WORDS = {
  unknown_table: [
    "error",
    "総務省の交付状況の表(市区町村別・都道府県別・区分別・年齢別)として読めません。見出しを確かめてください",
    "Not one of the ministry's tables (by municipality, prefecture, kind, age); check the headers",
  ],
  dates_differ: ["error", "算出基準日と交付の基準日が違います", "The two as-of dates of the row differ"],
  unknown_prefecture: ["error", "都道府県名が公式の一覧にありません", "Not a prefecture's official name"],
  unmatched_name: [
    "error",
    "団体コードがなく、市区町村名が公式の一覧と一致しません。推測では補いません",
    "No code, and the name is not on the official list; nothing is guessed",
  ],
  code_of_another_prefecture: [
    "error",
    "団体コードが都道府県名と合いません",
    "The code belongs to another prefecture",
  ],
  code_of_another_name: [
    "error",
    "団体コードと市区町村名が別の団体を指しています",
    "Code and name mean two different municipalities",
  ],
  not_a_municipality: ["error", "都道府県のコードです", "The code is a prefecture's"],
  unknown_type: ["error", "区分が分かりません", "An unknown kind of municipality"],
  missing_total: ["error", "全体の行がありません", "The row for all ages is missing"],
  unlisted_code: [
    "warning",
    "団体コードは正しい形ですが、公式の一覧にありません(合併前の団体など)",
    "A well-formed code that is not on the official list (a merged municipality?)",
  ],
  rate_differs: [
    "warning",
    "公表の率が人数・枚数から計算した率と違います。率は保存していません",
    "The published rate is not what its counts give; rates are not stored",
  ],
  total_differs: [
    "warning",
    "計が内訳の合計と違います(年齢不詳など)。公表どおりに保存しました",
    "A total is not the sum of its parts (ages unknown, for example); stored as published",
  ],
  check_total_differs: [
    "warning",
    "計の行が内訳の合計と違います。計の行は保存していません",
    "A total is not the sum of its parts; the total was not stored",
  ],
  ambiguous_date: [
    "error",
    "基準日が一つに決まりません。見出しか表題の日付を一つにしてください",
    "More than one as-of date is stated; leave one in the header or the title",
  ],
  prefecture_subtotal: [
    "note",
    "都道府県の計の行を、都道府県の数字として読みました",
    "Rows that total a prefecture were read as the prefecture's figures",
  ],
  check_total_used: [
    "note",
    "計の行は検算に使い、保存していません",
    "Total rows were used as check totals and not stored",
  ],
  remark_passed_over: ["note", "表題や注の行を読み飛ばしました", "Titles and remarks were passed over"],
  ranking_passed_over: [
    "note",
    "上位の団体などの表を読み飛ばしました。同じ数字が市区町村の表にあります",
    "Rankings were passed over; the table of municipalities holds the same figures",
  ],
  code_from_name: [
    "note",
    "団体コードのない行を、公式の一覧の名前でコードにしました",
    "Rows without a code were given the code of their official name",
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>;

export type ReferenceIssueCode = keyof typeof WORDS;

const wordsOf = (code: ReferenceIssueCode): Words => ({ ja: WORDS[code][1], en: WORDS[code][2] });

export function referenceIssue(
  code: ReferenceIssueCode,
  row: number | null,
  column: string | null,
): FileIssue {
  return { row, column, code, severity: WORDS[code][0], message: wordsOf(code) };
}

export function referenceNote(code: ReferenceIssueCode, count: number): FileNote {
  return { code, severity: WORDS[code][0], count, message: wordsOf(code) };
}

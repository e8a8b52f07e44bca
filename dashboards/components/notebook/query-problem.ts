import { errorPlace, type Place } from "./error-place.js";
import { NoEngine, Stopped } from "./query-runner.js";
import { OtherCellError } from "./run-query.js";
import type { Refusal } from "./statement.js";

/** Why a question has no answer, for the person who asked. */
export interface QueryProblem {
  /** In Japanese: what is wrong and what to do. */
  message: string;
  /** DuckDB's own words; null where it was not asked. */
  detail: string | null;
  /** Where in the text; null where that is not known. */
  place: Place | null;
}

const REFUSALS: Readonly<Record<Refusal["reason"], string>> = {
  outside: "この画面では、外のファイルや設定は使えません。読み込んだ表だけを調べられます。",
  writes: "表は書き換えられません。調べる問い(SELECTなど)だけを実行できます。",
  several: "1つのセルに書ける問いは1つです。2つ目からは、新しいセルに分けてください。",
};

export const STOPPED: QueryProblem = { message: "中止しました。", detail: null, place: null };
const NO_ENGINE = "集計の準備ができなかったので、実行できません。ページを読み込み直してください。";

/** The problem of a text that is not run at all. */
export const refusalProblem = ({ reason, from, to }: Refusal): QueryProblem => ({
  message: REFUSALS[reason],
  detail: null,
  place: { from, to },
});

/** What the engine threw, in words; `sql` is the text that was asked. */
export function queryProblem(cause: unknown, sql: string): QueryProblem {
  if (cause instanceof Stopped) return STOPPED;
  if (cause instanceof NoEngine) return { message: NO_ENGINE, detail: null, place: null };
  const detail = engineWords(cause instanceof Error ? cause.message : String(cause));
  const message = inJapanese(detail);
  if (cause instanceof OtherCellError) {
    return { message: `この問いが使うセル${cause.number}に誤りがあります。${message}`, detail, place: null };
  }
  return { message, detail, place: errorPlace(detail, sql) };
}

/** DuckDB writes errors of its parser as JSON, all others as text. */
function engineWords(text: string): string {
  try {
    const { exception_type: type, exception_message: message } = JSON.parse(text) as Record<string, string>;
    return `${type} Error: ${message}`;
  } catch {
    return text;
  }
}

/** What DuckDB says, most telling first. `$1` is what the pattern caught. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/interrupt|cancel/i, "中止しました。"],
  [/read-only mode/i, REFUSALS.writes],
  [/locked|disabled|external access|not allowed|INSTALL \w+/i, REFUSALS.outside],
  [/syntax error at end of input/, "問いが途中で終わっています。"],
  [/unterminated/, "引用符やコメントが閉じていません。"],
  [/syntax error at or near "([\s\S]*?)"\n/, "「$1」のあたりの書き方が正しくありません。"],
  [/Table with name (.+?) does not exist/, "表「$1」はありません。"],
  [/Referenced table "(.+?)" not found/, "表「$1」は、この問いのFROMにありません。"],
  [/Referenced column "(.+?)" not found|does not have a column named "(.+?)"/, "列「$1」はありません。"],
  [/Function with name (.+?) does not exist/, "関数「$1」はありません。"],
  [/No function matches the given name and argument types '(.+?)'/, "「$1」は、この値の種類では使えません。"],
  [
    /Ambiguous reference to column name "(.+?)"/,
    "列「$1」がどの表のものか決まりません。表の名前を前に付けてください。",
  ],
  [
    /column "(.+?)" must appear in the GROUP BY clause/,
    "「$1」は集計されていません。GROUP BYに加えるか、sum()などで囲んでください。",
  ],
  [/WHERE clause cannot contain aggregates/, "WHEREの中では集計できません。HAVINGを使ってください。"],
  [/^Conversion Error/, "値をほかの種類に変えられません。"],
  [/^Out of Memory|memory limit|bad_alloc/i, "結果か途中の計算が大きすぎて、メモリーが足りません。"],
  [/no statements/, "問いがありません。"],
];

function inJapanese(detail: string): string {
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(detail);
    if (match) return words.replace("$1", match[1] ?? match[2] ?? "") + suggestion(detail);
  }
  return "実行できませんでした。";
}

/** The engine's guess at what was meant, where it is a name of ours and none of its own tables. */
function suggestion(detail: string): string {
  const names = /Did you mean "(.+?)"|Candidate bindings: (.+)/.exec(detail);
  const found = (names?.[1] ?? names?.[2]?.replaceAll('"', "") ?? "").split(", ").slice(0, 3);
  const ours = found.filter((name) => name !== "" && !/^(pg_|duckdb_|sqlite_|information_schema)/.test(name));
  return ours.length === 0 ? "" : `近い名前:${ours.join("、")}`;
}

/** A value of a result: text, a number, a truth, or nothing. Dates are text: YYYY-MM-DD, or with the time behind. */
export type ResultValue = string | number | boolean | null;

/** What a column holds, as far as a chart and a heading need to know. */
export type ColumnKind = "number" | "date" | "datetime" | "text" | "boolean" | "other";

/** The rows that a question was answered with. */
export interface Result {
  columns: readonly string[];
  /** Per column. */
  kinds: readonly ColumnKind[];
  rows: readonly (readonly ResultValue[])[];
}

export const KIND_NAMES: Readonly<Record<ColumnKind, string>> = {
  number: "数",
  date: "日付",
  datetime: "日時",
  text: "文字",
  boolean: "はい・いいえ",
  other: "そのほか",
};

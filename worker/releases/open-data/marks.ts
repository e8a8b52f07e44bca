/** What stands in a cell of a printed-style table where there is no number to tell. */
export type Mark = "…" | "-";

/** The marks of 日本統計年鑑 (総務省統計局, 利用上の注意 9「符号の用法」, 2016 and later). A zero is written 0. */
export const MARKS: Readonly<Record<Mark, { ja: string; en: string }>> = {
  "…": { ja: "数値が得られないもの（資料なし）", en: "Not supplied" },
  "-": { ja: "定義上該当数値がないもの（人口0の率）", en: "None by definition: a rate of nobody" },
};

export const MARKS_SOURCE = {
  title: "総務省統計局「日本統計年鑑」利用上の注意（符号の用法）",
  path: "https://www.stat.go.jp/data/nenkan/index2-1.html",
};

/** Words that Framework's own scripts hold in English, as they stand in its minified output. */
const WORDS: readonly (readonly [string, string])[] = [
  ["Copy", "コピー"],
  ["Toggle sidebar", "メニューを開閉"],
  ["Search", "検索"],
  ["no results", "見つかりません"],
];

/** The script with Framework's words in Japanese, where they are texts shown to people (`title`, `aria-label`). */
export function inJapanese(script: string): string {
  return WORDS.reduce(
    (text, [english, japanese]) =>
      text.replaceAll(
        new RegExp(
          `((?:title|ariaLabel|aria-label|placeholder|textContent|innerText)["']?\\s*[=:]\\s*["'\`])${english}(["'\`])`,
          "g",
        ),
        `$1${japanese}$2`,
      ),
    script,
  );
}

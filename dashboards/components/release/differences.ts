import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import type { DisclosureReport, ReleaseDifferences } from "../../data/contract/api/disclosure-report.js";
import { releaseAddress } from "./now.js";

/** How the draft differs from the release before, a sentence each; one sentence where it does not. */
export function differenceLines(d: ReleaseDifferences, isFirst: boolean): string[] {
  if (isFirst) return [`はじめての公開です。${datesWords(d.dates_added)}の数字を公開します。`];
  const lines = [
    d.dates_added.length > 0 && `${datesWords(d.dates_added)}の数字が加わります。`,
    d.dates_removed.length > 0 && `${datesWords(d.dates_removed)}の数字がなくなります。`,
    d.values_changed > 0 && `${number(d.values_changed)}個の値が変わります(訂正や、人口の更新)。`,
    d.policy_changed && "年齢の区切りや合算など、公開の決まりが変わります。",
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : ["公開する数字は、前の公開版と同じです。"];
}

/** 2026年10月末; 2025年9月末から2026年10月末までの14基準日. */
function datesWords(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return "0基準日";
  return dates.length === 1
    ? dateJa(first)
    : `${dateJa(first)}から${dateJa(last)}までの${dates.length}基準日`;
}

/** The differences, then the warnings that were accepted since, then what the pictures cannot write. */
export function differencesSection(report: DisclosureReport, previous: string | null, town: string): Markup {
  const { warnings, unpictured } = report;
  return html`<h2>前の公開版との違い</h2>
    <ul class="notes" data-differences>
      ${differenceLines(report.differences, previous === null).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${previous !== null && html`<p><a class="row-link" href="${releaseAddress({ id: previous }, town)}">比べた公開版を見る</a></p>`}
    <h2>残っている警告</h2>
    ${
      warnings.length + unpictured.length === 0
        ? html`<p>前の公開版のあとの取り込みに、残っている警告はありません。</p>`
        : html`<p class="hint">前の公開版のあとの取り込みで、確かめたうえで取り込まれたものです。</p>
            <ul class="kinds">
              ${warnings.map(
                ({ message, count }) =>
                  html`<li>
                    <span class="mark mark-warning">確かめる</span
                    ><span>${message.ja} <b>${number(count)}件</b></span>
                  </li>`,
              )}
              ${
                unpictured.length > 0 &&
                html`<li>
                  <span class="mark mark-warning">確かめる</span
                  ><span
                    >画像の書体にない文字があり、画像(PNG)では「〓」になります:${unpictured.join(" ")}。ページとSVGでは正しく表示されます。</span
                  >
                </li>`
              }
            </ul>
            <p><a class="row-link" href="./uploads?m=${town}#history">取り込み履歴を見る</a></p>`
    }`;
}

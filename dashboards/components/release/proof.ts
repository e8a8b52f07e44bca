import { plainTable } from "../../charts/card.js";
import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import type { LeafCount } from "../../data/disclosure/audit-cells.js";
import { faultsBlock } from "./faults.js";
import { atMost, type PlaceName } from "./words.js";

/** More rows than this are cut: the fewest leaves, which come first, are what counts. */
const MOST_ROWS = 12;

/** The likeliest that any value of these counts can be; null where there are none. */
const greatestBound = (counts: readonly LeafCount[]): number | null =>
  counts.length === 0 ? null : Math.max(...counts.map(({ bound }) => bound));

/** How surely somebody could tell a true count, in one sentence. */
export function boundSentence({ cells }: Pick<DisclosureReport["audit"], "cells">): string {
  const bound = greatestBound(cells);
  return bound === null
    ? "およその数で公開する数字はありません。"
    : `地区や年齢ごとのどの数字も、もとの数を言い当てられる確率は最大${atMost(bound)}です。`;
}

/** What was checked, or what is wrong and what can be done. */
export function proofSection(report: DisclosureReport, town: string, nameOf: PlaceName): Markup {
  const { audit } = report;
  const difference = greatestBound(audit.differences);
  const leaves = audit.cells.length === 0 ? null : Math.min(...audit.cells.map((c) => c.leaves));
  return html`<h2 id="proof">一人ひとりが分からないことの確かめ</h2>
    ${
      audit.passed
        ? html`<p>守りの決まりをすべて満たしています。${boundSentence(audit)}</p>
            ${
              difference !== null &&
              html`<p>
                公開する数字やこれまでの公開版の数字を2つ選んで引き算しても、その差を言い当てられる確率は最大${atMost(difference)}です。
              </p>`
            }`
        : faultsBlock(report, town, nameOf)
    }
    ${
      leaves !== null &&
      html`<details>
        <summary>確かめの記録</summary>
        <p>
          地区の住民を5歳ごとの年齢と性別の42の組に分け、組ごとに決まった秘密の増減(−1・0・+1)を足しています。数字に入る組が多いほど、もとの数は分かりにくくなります。いちばん少ない数字でも${number(leaves)}組が入っています。確率は、公開するものをすべて知っていて、ほかに手がかりのない人が、いちばんありそうな数を言うときのものです。
        </p>
        ${boundTable("数字に入る組の数", "数字", audit.cells)}
        ${audit.differences.length > 0 && boundTable("2つの数字の差に入る組の数", "差", audit.differences)}
      </details>`
    }`;
}

const boundTable = (title: string, what: string, counts: readonly LeafCount[]): Markup =>
  html`<h3>${title}</h3>
    <div class="table-scroll" tabindex="0" role="region" aria-label="${title}">
      ${plainTable({
        columns: ["組", `${what}の種類`, "言い当てられる確率"],
        rows: counts
          .slice(0, MOST_ROWS)
          .map(({ leaves, cells, bound }) => [`${number(leaves)}組`, cells, `最大${atMost(bound)}`]),
        ...(counts.length > MOST_ROWS && {
          note: `組の少ないほうから${MOST_ROWS}行です。ほかは、どれもこれより分かりにくい数字です。`,
        }),
      })}
    </div>`;

import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { FileIssue } from "../../data/contract/api/issue.js";
import { fieldOrHeader } from "./words.js";

/** Fewer issues than this are read without a filter. */
const FILTER_FROM = 11;
const SEVERITY: Readonly<Record<FileIssue["severity"], string>> = {
  error: "直す",
  warning: "確かめる",
  note: "お知らせ",
};
const RANK: Readonly<Record<FileIssue["severity"], number>> = { error: 0, warning: 1, note: 2 };

/** Errors first, each severity in the order of the file's rows. */
export const inOrder = (issues: readonly FileIssue[]): FileIssue[] =>
  [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.row ?? 0) - (b.row ?? 0));

/** The kinds of issues with how often each is there, errors first, the most frequent first. */
export const kindsOf = (issues: readonly FileIssue[]): [FileIssue, number][] =>
  [...Map.groupBy(issues, (i) => i.code).values()]
    .map((group): [FileIssue, number] => [group[0]!, group.length])
    .sort(([a, n], [b, m]) => RANK[a.severity] - RANK[b.severity] || m - n);

/**
 * Puts issues into a place, by row and column; many can be cut to one kind.
 * @param total how many there truly are. @param rowName what the file's rows are called.
 */
export function mountIssues(
  place: HTMLElement,
  issues: readonly FileIssue[],
  total: number,
  onFilter: (text: string) => void,
  rowName = "行",
): void {
  const sorted = inOrder(issues);
  const kinds = kindsOf(issues);
  const all = `すべて(${number(issues.length)}件)`;
  const isLong = issues.length >= FILTER_FROM;
  place.innerHTML = html`${
      isLong &&
      html`<ul class="kinds">
        ${kinds.map(
          ([{ severity, message }, n]) =>
            html`<li>
              ${mark(severity)}<span>${message.ja} <b>${number(n)}件</b></span>
            </li>`,
        )}
      </ul>`
    }${
      isLong &&
      kinds.length > 1 &&
      html`<label class="field upload-filter"
        >種類で絞る
        <select>
          <option value="">${all}</option>
          ${kinds.map(([{ code, message }, n]) => html`<option value="${code}">${message.ja}(${number(n)}件)</option>`)}
        </select></label
      >`
    }
    ${
      total > issues.length &&
      html`<p class="table-note">全${number(total)}件のうち、先頭の${number(issues.length)}件です。</p>`
    }
    <div class="table-scroll issues" tabindex="0" role="region" aria-label="行ごとの指摘"></div>`.text;
  const table = place.querySelector(".issues")!;
  table.innerHTML = issueTable(sorted, rowName).text;
  place.querySelector("select")?.addEventListener("change", (event) => {
    const code = (event.target as HTMLSelectElement).value;
    const shown = sorted.filter((i) => code === "" || i.code === code);
    table.innerHTML = issueTable(shown, rowName).text;
    onFilter(`${number(shown.length)}件を表示しています`);
  });
}

const mark = (severity: FileIssue["severity"]): Markup =>
  html`<span class="mark mark-${severity}">${SEVERITY[severity]}</span> `;

function issueTable(issues: readonly FileIssue[], rowName: string): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="num">${rowName}</th>
        <th scope="col">列</th>
        <th scope="col">内容</th>
      </tr>
    </thead>
    <tbody>
      ${issues.map(
        ({ row, column, severity, message }) =>
          html`<tr>
            <th scope="row" class="num">${row === null ? "全体" : number(row)}</th>
            <td>${column === null ? "—" : fieldOrHeader(column)}</td>
            <td>${mark(severity)}${message.ja}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

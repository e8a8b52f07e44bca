import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import { EXAMPLES, examplesFor } from "../../queries/examples.js";
import type { LoadedTable } from "../../queries/loaded-tables.js";
import { columnMeaning, TABLE_WORDS } from "../../queries/table-words.js";
import type { QuestionHistory } from "./history.js";

export interface SideActions {
  /** Puts a name where the cursor is. */
  insert(name: string): void;
  /** Opens a question in a cell of its own and asks it, or leaves that to the user. */
  open(sql: string, ask: boolean): void;
}

export interface SidePanel {
  /** @param missing whether tables that belong here could not be had. */
  showTables(tables: readonly LoadedTable[], missing: boolean): void;
  showHistory(): void;
}

/** What a question is made from: the tables and their columns, examples, the questions asked before. */
export function mountSidePanel(place: HTMLElement, past: QuestionHistory, actions: SideActions): SidePanel {
  place.innerHTML = html`<details open>
      <summary>表と列</summary>
      <p class="hint">名前を押すと、カーソルの位置に入ります。</p>
      <div class="table-list"><p class="hint">表を読み込んでいます</p></div>
    </details>
    <details open>
      <summary>例から始める</summary>
      <ul class="example-list"></ul>
    </details>
    <details>
      <summary>これまでの問い</summary>
      <div class="past-questions"></div>
    </details>`.text;
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)!;
  const showExamples = (tables: readonly string[]) => {
    find(".example-list").innerHTML = html`${examplesFor(tables).map(
      ({ example, index }) =>
        html`<li><button type="button" data-example="${index}">${example.name}</button></li>`,
    )}`.text;
  };
  const panel: SidePanel = {
    showTables: (tables, missing) => {
      find(".table-list").innerHTML = html`${missing && MISSING}${tableList(tables)}`.text;
      showExamples(tables.map((table) => table.name));
    },
    showHistory: () => (find(".past-questions").innerHTML = historyList(past).text),
  };
  place.addEventListener("click", (event) => {
    const { name, example, past: index } = (event.target as Element).closest("button")?.dataset ?? {};
    if (name !== undefined) actions.insert(name);
    if (example !== undefined) actions.open(EXAMPLES[Number(example)]!.sql, true);
    if (index !== undefined) actions.open(past.list()[Number(index)]?.sql ?? "", false);
    if ((event.target as HTMLElement).matches("[data-do=clear-history]")) {
      past.clear();
      panel.showHistory();
      find(".past-questions button, .past-questions input").focus();
    }
  });
  place.addEventListener("change", (event) => {
    if (!(event.target as HTMLElement).matches("#history-on")) return;
    past.switch((event.target as HTMLInputElement).checked);
    panel.showHistory();
    find("#history-on").focus();
  });
  showExamples([]);
  panel.showHistory();
  return panel;
}

const MISSING = html`<p class="form-error">
  一部の表を受け取れませんでした。ページを読み込み直すと、もう一度試します。
</p>`;

const tableList = (tables: readonly LoadedTable[]): Markup =>
  html`${tables.map(
    ({ name, rows, from, to, columns }) =>
      html`<details class="one-table">
        <summary><code>${name}</code><span>${TABLE_WORDS[name]?.name ?? ""} ${number(rows)}行</span></summary>
        <p class="hint">
          ${TABLE_WORDS[name]?.meaning ?? ""}${from && to && html` ${dateJa(from)}～${dateJa(to)}。`}
        </p>
        <ul>
          <li>
            <button type="button" data-name="${name}">
              <code>${name}</code><span>表の名前を入れる</span>
            </button>
          </li>
          ${columns.map(
            (column) =>
              html`<li>
                <button type="button" data-name="${column.name}" title="${column.type}">
                  <code>${column.name}</code><span>${columnMeaning(name, column.name)}</span
                  ><small>${TYPE_NAMES[column.type] ?? column.type}</small>
                </button>
              </li>`,
          )}
        </ul>
      </details>`,
  )}`;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  VARCHAR: "文字",
  INTEGER: "整数",
  BIGINT: "整数",
  DOUBLE: "数",
  DATE: "日付",
  BOOLEAN: "真偽",
};

function historyList(past: QuestionHistory): Markup {
  const questions = past.list();
  return html`<p>
      <label class="check"
        ><input
          type="checkbox"
          id="history-on"
          ${past.on && html` checked`}
        />実行した問いを、このブラウザーに残す</label
      >
    </p>
    ${questions.length === 0 && html`<p class="hint">${past.on ? "まだありません。" : "残していません。"}</p>`}
    <ul>
      ${questions.map(
        ({ sql, at, rows }, i) =>
          html`<li>
            <button type="button" data-past="${i}">
              <code>${sql.replace(/\s+/g, " ").slice(0, 80)}</code
              ><span>${whenJa(at)} ${rows === null ? "答えなし" : `${number(rows)}行`}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${questions.length > 0 && html`<button type="button" data-do="clear-history">すべて消す</button>`}`;
}

const whenJa = (at: string): string =>
  new Date(at).toLocaleString("ja-JP", {
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });

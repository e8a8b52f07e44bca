import { html } from "../../charts/html.js";
import { mountEditor, type Editor } from "./editor.js";
import { type CellText } from "./notebook.js";
import type { QueryProblem } from "./query-problem.js";
import { mountResult, type ResultState } from "./result-view.js";
import type { QueryResult } from "./run-query.js";

/** One cell in the page. */
export interface CellView {
  readonly element: HTMLElement;
  readonly editor: Editor;
  /** As it is now, to be kept. */
  text(): CellText;
  /** Tells the cell its number and whether it is the last. */
  place(number: number, cells: number): void;
  waiting(): void;
  running(): void;
  /** Says something beside the cell's name; empty to say nothing. */
  say(words: string): void;
  answered(result: QueryResult, file: { name: string; source: string }): void;
  failed(problem: QueryProblem): void;
  destroy(): void;
}

export interface CellActions {
  run(): void;
  runAndGoOn(): void;
  stop(): void;
  move(by: -1 | 1): void;
  remove(): void;
  changed(): void;
  focused(): void;
}

/** A cell: its editor, what runs and moves it, what it was answered, or what is wrong with it. */
export function createCell(first: CellText, actions: CellActions): CellView {
  const element = document.createElement("section");
  element.className = "sql-cell card";
  element.innerHTML = html`<div class="cell-head">
      <h2 class="cell-name"></h2>
      <p class="cell-state" role="status"></p>
      <div class="cell-buttons">
        <button type="button" class="button" data-do="run">実行</button
        ><button type="button" data-do="stop" hidden>中止</button
        ><button type="button" class="button-sign" data-do="up"><span aria-hidden="true">↑</span></button
        ><button type="button" class="button-sign" data-do="down"><span aria-hidden="true">↓</span></button
        ><button type="button" class="button-quiet" data-do="remove">削除</button>
      </div>
    </div>
    <div class="cell-editor"></div>
    <div class="sql-error" role="alert"></div>
    <div class="sql-result"></div>`.text;
  const find = <E extends HTMLElement>(selector: string) => element.querySelector<E>(selector)!;
  const [name, state, error, output] = [
    find(".cell-name"),
    find(".cell-state"),
    find(".sql-error"),
    find(".sql-result"),
  ];
  const button = (what: string) => find<HTMLButtonElement>(`[data-do=${what}]`);
  let shown: ResultState = { shows: first.shows, chart: first.chart };
  const editor = mountEditor(find(".cell-editor"), first.sql, actions);

  const work: Record<string, () => void> = {
    run: actions.run,
    stop: actions.stop,
    up: () => actions.move(-1),
    down: () => actions.move(1),
    remove: actions.remove,
  };
  for (const [what, does] of Object.entries(work)) button(what).addEventListener("click", does);

  const busy = (words: string) => {
    error.replaceChildren();
    editor.markError(null);
    state.textContent = words;
    output.setAttribute("aria-busy", "true");
    button("stop").hidden = false;
  };
  const idle = (words: string) => {
    state.textContent = words;
    output.removeAttribute("aria-busy");
    const hadFocus = document.activeElement === button("stop");
    button("stop").hidden = true;
    if (hadFocus) button("run").focus();
  };
  return {
    element,
    editor,
    text: () => ({ sql: editor.text(), ...shown }),
    place: (number, cells) => {
      name.textContent = `セル${number}`;
      element.setAttribute("aria-label", `セル${number}`);
      editor.name(`セル${number}のSQL`);
      button("up").disabled = number === 1;
      button("down").disabled = number === cells;
      button("up").setAttribute("aria-label", `セル${number}を上へ`);
      button("down").setAttribute("aria-label", `セル${number}を下へ`);
      button("run").setAttribute("aria-label", `実行:セル${number}`);
      button("remove").setAttribute("aria-label", `削除:セル${number}`);
    },
    waiting: () => busy("順番を待っています"),
    running: () => busy("実行しています"),
    say: (words) => (state.textContent = words),
    answered: (result, { name: fileName, source }) => {
      idle(result.cut ? "途中まで読みました" : "実行しました");
      mountResult(output, result, {
        fileName,
        source,
        state: shown,
        onChange: (next) => {
          shown = next;
          actions.changed();
        },
      });
    },
    failed: ({ message, detail, place: at }) => {
      idle("");
      output.replaceChildren();
      editor.markError(at);
      error.innerHTML = html`<p>${message}</p>
        ${detail !== null && detail !== message && html`<pre tabindex="0" lang="en">${detail}</pre>`}`.text;
    },
    destroy: () => editor.destroy(),
  };
}

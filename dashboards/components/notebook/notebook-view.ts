import { html } from "../../charts/html.js";
import type { QuestionHistory } from "./history.js";
import { createCell, type CellView } from "./cell-view.js";
import { cellOf, MOST_CELLS, type CellText, type Notebook } from "./notebook.js";
import { queryProblem, STOPPED } from "./query-problem.js";
import type { QueryRunner } from "./query-runner.js";
import { questionOf } from "./question.js";
import type { SqlSupport } from "./sql-support.js";

export interface NotebookOptions {
  first: Notebook;
  runner: QueryRunner;
  past: QuestionHistory;
  /** Names the files of results; a town's code. */
  town: string;
  /** Said under charts. */
  source: string;
  /** ISO, with the time. */
  now: () => string;
  onChange: () => void;
  onAsked: () => void;
}

/** The cells of the page. */
export interface NotebookView {
  notebook(): Notebook;
  cellCount(): number;
  /** Opens a question in a cell of its own below the one in use; an empty one takes it. */
  open(sql: string): CellHandle;
  /** Puts a text at the cursor of the cell in use. */
  insert(text: string): void;
  runAll(): void;
  /** Puts another notebook in this one's place. */
  replace(notebook: Notebook): void;
  support(sql: SqlSupport): void;
  destroy(): void;
}

export interface CellHandle {
  run(): void;
  focus(): void;
}

/** A cell and what it is at. */
interface Row {
  view: CellView;
  /** Counts its runs: an answer to an earlier one is not shown. */
  turn: number;
  busy: boolean;
}

/** Draws the cells and lets them be written, run, stopped, moved, deleted and brought back. */
export function mountNotebook(place: HTMLElement, options: NotebookOptions): NotebookView {
  const { runner, past } = options;
  place.innerHTML = html`<div class="cells"></div>
    <p class="notebook-removed" role="status"></p>
    <p><button type="button" data-do="add">セルを足す</button></p>
    <p class="hint notebook-keys" id="notebook-keys">
      Ctrl+Enter(MacではCommand+Enter)で実行、Shift+Enterで実行して次のセルへ。Tabキーは次の項目へ進みます(候補が出ている間は候補を入れます。Escで閉じます)。FROM
      cell1 のように書くと、上のセルの結果を表として使えます。
    </p>`.text;
  const list = place.querySelector<HTMLElement>(".cells")!;
  const removed = place.querySelector<HTMLElement>(".notebook-removed")!;
  const add = place.querySelector<HTMLButtonElement>("[data-do=add]")!;
  const rows: Row[] = [];
  let inUse: Row | null = null;
  let support: SqlSupport | null = null;

  const texts = () => rows.map((row) => row.view.editor.text());
  const renumber = () => {
    for (const [i, row] of rows.entries()) row.view.place(i + 1, rows.length);
    add.disabled = rows.length >= MOST_CELLS;
  };
  const insertAt = (index: number, cell: CellText): Row => {
    const row: Row = {
      turn: 0,
      busy: false,
      view: createCell(cell, {
        run: () => void run(row),
        runAndGoOn: () => {
          void run(row);
          const next = rows[rows.indexOf(row) + 1] ?? insertAt(rows.length, cellOf(""));
          next.view.editor.focus();
        },
        stop: () => void stop(),
        move: (by) => move(row, by),
        remove: () => remove(row),
        changed: options.onChange,
        focused: () => (inUse = row),
      }),
    };
    if (support) row.view.editor.support(support);
    list.insertBefore(row.view.element, rows[index]?.view.element ?? null);
    rows.splice(index, 0, row);
    renumber();
    return row;
  };

  const run = async (row: Row): Promise<void> => {
    const asked = row.view.editor.text();
    if (asked.trim() === "") return row.view.say("問いがまだありません");
    // Asked again, a question stops the one before it, and those of other cells that wait; the newest wish wins.
    const turn = ++row.turn;
    if (row.busy) await stop(row);
    if (turn !== row.turn) return;
    const question = questionOf(texts(), rows.indexOf(row) + 1);
    if ("message" in question) return void row.view.failed(question);
    row.busy = true;
    row.view.waiting();
    try {
      const result = await runner.run(question, () => turn === row.turn && row.view.running());
      if (turn !== row.turn) return;
      row.busy = false;
      const name = `${options.town}_cell${rows.indexOf(row) + 1}`;
      row.view.answered(result, { name, source: options.source });
      past.add({ sql: asked, at: options.now(), rows: result.rows.length });
    } catch (cause) {
      if (turn !== row.turn) return;
      row.busy = false;
      row.view.failed(queryProblem(cause, asked));
      past.add({ sql: asked, at: options.now(), rows: null });
    }
    options.onAsked();
  };

  /**
   * Stops what runs and what waits. An engine that does not listen costs a new one, and the cells say so.
   * @param again a cell that is asked anew: it goes on
   */
  const stop = async (again: Row | null = null): Promise<void> => {
    if (again) again.busy = false;
    const stopped = rows.filter((row) => row.busy);
    const turns = new Map(stopped.map((row) => [row, ++row.turn]));
    const say = (words: string) => {
      for (const row of stopped) {
        if (row.turn === turns.get(row))
          row.view.failed({ ...STOPPED, message: `${STOPPED.message}${words}` });
      }
    };
    for (const row of stopped) row.busy = false;
    const { restarting } = await runner.stop();
    say(restarting ? "集計の準備をやり直しています。" : "");
    if (!restarting) return;
    say(
      (await restarting)
        ? "次の問いを実行できます。"
        : "集計の準備をやり直せませんでした。ページを読み込み直してください。",
    );
  };

  const move = (row: Row, by: -1 | 1): void => {
    const [from, to] = [rows.indexOf(row), rows.indexOf(row) + by];
    if (to < 0 || to >= rows.length) return;
    rows.splice(from, 1);
    rows.splice(to, 0, row);
    const focused = document.activeElement as HTMLElement | null;
    list.insertBefore(row.view.element, rows[to + 1]?.view.element ?? null);
    renumber();
    options.onChange();
    // Moving it in the page took the focus; at the end of the way the other direction is left.
    focused?.focus();
    if (document.activeElement !== focused)
      row.view.element.querySelector<HTMLElement>(`[data-do=${by < 0 ? "down" : "up"}]`)?.focus();
  };

  const remove = (row: Row): void => {
    const index = rows.indexOf(row);
    const text = row.view.text();
    if (row.busy) void stop();
    row.turn++;
    row.view.element.remove();
    rows.splice(index, 1);
    if (inUse === row) inUse = null;
    if (rows.length === 0) insertAt(0, cellOf(""));
    renumber();
    options.onChange();
    removed.innerHTML = html`セル${index + 1}を削除しました。<button type="button">元に戻す</button>`.text;
    const undo = removed.querySelector("button")!;
    undo.focus();
    undo.addEventListener("click", () => {
      removed.replaceChildren();
      // The empty cell that stood in for the only one goes again.
      const only = rows.length === 1 && texts()[0] === "" ? rows.pop()! : null;
      only?.view.element.remove();
      const back = insertAt(Math.min(index, rows.length), text);
      back.view.editor.focus();
      options.onChange();
    });
  };

  add.addEventListener("click", () => {
    insertAt(rows.length, cellOf("")).view.editor.focus();
    options.onChange();
  });
  for (const cell of options.first.cells) insertAt(rows.length, cell);
  const current = () => inUse ?? rows.at(-1)!;
  return {
    notebook: () => ({ cells: rows.map((row) => row.view.text()) }),
    cellCount: () => rows.length,
    open: (sql) => {
      const here = current();
      const empty = here.view.editor.text().trim() === "" || rows.length >= MOST_CELLS;
      const row = empty ? here : insertAt(rows.indexOf(here) + 1, cellOf(sql));
      if (empty) row.view.editor.setText(sql);
      inUse = row;
      options.onChange();
      row.view.element.scrollIntoView({ block: "nearest" });
      return { run: () => void run(row), focus: () => row.view.editor.focus() };
    },
    insert: (text) => current().view.editor.insert(text),
    runAll: () => {
      for (const row of rows) void run(row);
    },
    replace: ({ cells }) => {
      void stop();
      for (const row of rows.splice(0)) {
        row.view.element.remove();
        row.view.destroy();
      }
      inUse = null;
      for (const cell of cells) insertAt(rows.length, cell);
      options.onChange();
    },
    support: (sql) => {
      support = sql;
      for (const row of rows) row.view.editor.support(sql);
    },
    destroy: () => {
      for (const row of rows) row.view.destroy();
    },
  };
}

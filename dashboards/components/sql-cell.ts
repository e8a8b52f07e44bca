import { html } from "../charts/html.js";
import { EXAMPLES } from "../queries/examples.js";
import { fromAddress, toAddress } from "./address.js";
import { csvText } from "./csv-text.js";
import { download } from "./download.js";
import type { Database } from "./duckdb.js";
import { resultMarkup } from "./result-markup.js";
import { runQuery, type QueryResult } from "./run-query.js";

/** Milliseconds that a question may take to stop before its engine is ended. */
const PATIENCE = 600;
const wait = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

/** The free SQL cell: an editor, run and stop, errors where they happen, the result as a table and a CSV. */
export function mountSqlCell(place: HTMLElement, database: Database): void {
  place.innerHTML = html`<p class="field">
      <label for="sql-example">例から始める</label>
      <select id="sql-example">
        <option value="">選んでください</option>
        ${EXAMPLES.map((e, i) => html`<option value="${i}">${e.name}</option>`)}
      </select>
    </p>
    <label for="sql-text">問い(SQL)</label>
    <textarea
      id="sql-text"
      rows="10"
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
      aria-describedby="sql-keys"
    ></textarea>
    <p class="hint" id="sql-keys">
      Ctrl+Enter(MacではCommand+Enter)で実行。表は
      figures(数字)、districts(地区)、published(公表値)。このページの外のデータは読めません。
    </p>
    <p class="card-buttons">
      <button type="button" class="button" data-do="run">実行</button
      ><button type="button" data-do="stop" disabled>中止</button
      ><button type="button" data-do="csv" disabled>結果のCSV</button
      ><button type="button" data-do="link">この問いのリンクをコピー</button>
    </p>
    <div class="sql-error" role="alert"></div>
    <div class="sql-result"></div>`.text;
  const find = <E extends HTMLElement>(selector: string) => place.querySelector<E>(selector)!;
  const editor = find<HTMLTextAreaElement>("#sql-text");
  const [run, stop, csv, link] = ["run", "stop", "csv", "link"].map((d) =>
    find<HTMLButtonElement>(`[data-do=${d}]`),
  ) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const [error, output] = [find(".sql-error"), find(".sql-result")];
  let latest: QueryResult | null = null;

  let running: Promise<void> = Promise.resolve();
  let turn = 0;
  const execute = async () => {
    const sql = editor.value;
    if (sql.trim() === "") return;
    // A new question stops the one before it; of several asked meanwhile only the last is answered.
    const mine = ++turn;
    toAddress({ sql });
    if (!stop.disabled) await halt();
    await running;
    if (mine === turn) running = answer(sql);
  };
  /** Stops the question that runs; where the engine does not listen in time, a new one takes its place. */
  const halt = async () => {
    const stopped = running.then(() => true);
    database.cancel().catch(() => false);
    if (await Promise.race([stopped, wait(PATIENCE)])) return;
    const restarting = database.restart();
    await running;
    error.textContent = "中止しました。集計の準備をやり直しています。";
    const ready = await restarting.then(
      () => true,
      () => false,
    );
    // A question asked meanwhile may have its own words here by now.
    if (!error.textContent?.startsWith("中止しました。")) return;
    error.textContent = ready
      ? "中止しました。次の問いを実行できます。"
      : "中止しました。集計の準備をやり直せませんでした。ページを読み込み直してください。";
  };
  const answer = async (sql: string) => {
    error.textContent = "";
    output.replaceChildren();
    output.setAttribute("aria-busy", "true");
    stop.disabled = false;
    try {
      latest = await runQuery(database, sql, () => performance.now());
      output.innerHTML = resultMarkup(latest).text;
    } catch (cause) {
      latest = null;
      error.textContent = queryProblem(cause);
    }
    output.removeAttribute("aria-busy");
    stop.disabled = true;
    csv.disabled = latest === null;
  };

  editor.value = fromAddress("sql") ?? EXAMPLES[0]!.sql;
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void execute();
    }
  });
  find<HTMLSelectElement>("#sql-example").addEventListener("change", (event) => {
    const example = EXAMPLES[Number((event.target as HTMLSelectElement).value)];
    if (!example) return;
    editor.value = example.sql;
    void execute();
  });
  run.addEventListener("click", () => void execute());
  stop.addEventListener("click", () => void halt());
  csv.addEventListener("click", () => {
    if (latest) download("result.csv", csvText(latest.columns, latest.rows), "text/csv");
  });
  link.addEventListener("click", async () => {
    toAddress({ sql: editor.value });
    await navigator.clipboard?.writeText(location.href).catch(() => null);
    link.textContent = "アドレスに入れました";
    setTimeout(() => (link.textContent = "この問いのリンクをコピー"), 2500);
  });
  // A link that carries a question is answered at once; it can only read what this page shows anyway.
  void execute();
}

function queryProblem(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/cancel|interrupt/i.test(text)) return "中止しました。";
  if (/locked|disabled|external access|not allowed/i.test(text)) {
    return `この画面では、外のファイルや設定は使えません。\n${text}`;
  }
  return `実行できませんでした。\n${text}`;
}

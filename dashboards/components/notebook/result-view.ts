import { guessChart, type ChartChoice } from "../../charts/notebook/chart-choice.js";
import { html } from "../../charts/html.js";
import type { ResultValue } from "../../charts/notebook/result.js";
import { number } from "../../charts/words.js";
import { csvText } from "../../data/contract/csv.js";
import { download } from "../download.js";
import { mountChartView } from "./chart-view.js";
import { mountResultTable } from "./result-table.js";
import { MOST_ROWS, type QueryResult } from "./run-query.js";
import { tsvText } from "./tsv-text.js";

/** How the answer of a cell is shown, and what of it is kept with the notebook. */
export interface ResultState {
  shows: "table" | "chart";
  chart: ChartChoice | null;
}

export interface ResultOptions {
  /** Names the files: town and cell. */
  fileName: string;
  /** Said under a chart and in its file. */
  source: string;
  state: ResultState;
  onChange: (state: ResultState) => void;
}

/** A result as a table and as a chart, with its files. */
export function mountResult(place: HTMLElement, result: QueryResult, options: ResultOptions): void {
  const state = { ...options.state };
  place.innerHTML = html`<div class="result-bar">
      <p class="result-size">${sizeText(result)}</p>
      ${
        result.columns.length > 0 &&
        html`<div class="result-choice" role="group" aria-label="結果の見せ方">
            <button type="button" data-shows="table">表</button
            ><button type="button" data-shows="chart">図</button>
          </div>
          <p class="result-files">
            <button type="button" class="button-quiet" data-file="csv">CSV</button
            ><button type="button" class="button-quiet" data-file="tsv">表をコピー</button>
          </p>`
      }
    </div>
    <div class="result-table"></div>
    <div class="result-chart"></div>`.text;
  if (result.columns.length === 0) return;
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)!;
  const [tablePlace, chartPlace] = [find(".result-table"), find(".result-chart")];
  const table = mountResultTable(tablePlace, result);
  // The plan of a query, for one: drawn with characters, over many lines.
  const drawings = result.rows.length > 3 ? [] : result.rows.flat().filter(hasLines);
  for (const text of drawings)
    tablePlace.insertAdjacentHTML("beforeend", html`<pre tabindex="0">${text}</pre>`.text);
  let chartIsThere = false;

  const show = () => {
    for (const button of place.querySelectorAll<HTMLElement>("[data-shows]"))
      button.setAttribute("aria-pressed", String(button.dataset.shows === state.shows));
    tablePlace.hidden = state.shows !== "table";
    chartPlace.hidden = state.shows !== "chart";
    if (state.shows !== "chart" || chartIsThere) return;
    chartIsThere = true;
    mountChartView(chartPlace, result, {
      ...options,
      choice: state.chart ?? guessChart(result),
      onChange: (chart) => {
        state.chart = chart;
        options.onChange({ ...state });
      },
    });
  };
  place.querySelector(".result-choice")!.addEventListener("click", (event) => {
    const shows = (event.target as HTMLElement).closest<HTMLElement>("[data-shows]")?.dataset.shows;
    if (!shows) return;
    state.shows = shows as ResultState["shows"];
    show();
    options.onChange({ ...state });
  });
  find("[data-file=csv]").addEventListener("click", () =>
    download(`${options.fileName}.csv`, csvText(result.columns, table.rows()), "text/csv"),
  );
  const copy = find("[data-file=tsv]");
  copy.addEventListener("click", async () => {
    const copied = await copyText(tsvText(result.columns, table.rows()));
    copy.textContent = copied ? "コピーしました" : "コピーできませんでした。CSVをお使いください";
    setTimeout(() => (copy.textContent = "表をコピー"), 2500);
  });
  show();
}

const hasLines = (value: ResultValue): value is string => typeof value === "string" && value.includes("\n");

function sizeText({ rows, cut, milliseconds, columns }: QueryResult): string {
  if (columns.length === 0) return "結果はありません";
  const size = cut ? `${number(MOST_ROWS)}行を超えたので、そこで止めました` : `${number(rows.length)}行`;
  return `${size}、${(milliseconds / 1000).toFixed(2)}秒`;
}

/** @returns whether the clipboard took it: a browser may forbid it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

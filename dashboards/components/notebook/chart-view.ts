import type { Card } from "../../charts/card.js";
import { chartFile } from "../../charts/chart-files.js";
import { chartData } from "../../charts/notebook/chart-data.js";
import { fits, guessChart, type ChartChoice } from "../../charts/notebook/chart-choice.js";
import { titleOf } from "../../charts/notebook/chart-parts.js";
import { queryChart } from "../../charts/notebook/query-chart.js";
import { html } from "../../charts/html.js";
import { PAGE_PALETTE } from "../../charts/palette.js";
import { download } from "../download.js";
import { drawPng } from "../draw-png.js";
import { mountChartForm } from "./chart-form.js";
import type { QueryResult } from "./run-query.js";

export interface ChartViewOptions {
  fileName: string;
  source: string;
  /** Null where no chart fits the result. */
  choice: ChartChoice | null;
  onChange: (choice: ChartChoice) => void;
}

/** Px between which a chart is drawn in the page, and as wide as its file is. */
const [LEAST_WIDTH, MOST_WIDTH, FILE_WIDTH] = [300, 1040, 800];

/** The chart of a result with the form that shapes it. A choice whose columns are gone gives way to a guess. */
export function mountChartView(place: HTMLElement, result: QueryResult, options: ChartViewOptions): void {
  const first = options.choice && fits(options.choice, result) ? options.choice : guessChart(result);
  if (!first) {
    place.innerHTML = html`<p class="card-empty">
      図にするには、数の列と、分けるための列(名前や日付など)が要ります。
    </p>`.text;
    return;
  }
  let choice = first;
  place.innerHTML = html`<div class="chart-form"></div>
    <h3 class="chart-title"></h3>
    <div class="chart-place"></div>
    <p class="card-source">${options.source}</p>
    <p class="result-files">
      <button type="button" class="button-quiet" data-file="svg">SVG</button
      ><button type="button" class="button-quiet" data-file="png">PNG</button>
    </p>`.text;
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)!;
  const [chartPlace, title] = [find(".chart-place"), find(".chart-title")];
  let width = 0;
  const draw = () => {
    const data = chartData(result, choice);
    title.textContent = titleOf(choice);
    if (typeof data === "string") {
      chartPlace.innerHTML = html`<p class="card-empty">${data}</p>`.text;
    } else {
      const size = width < 560 ? "narrow" : "wide";
      const words = { title: titleOf(choice), description: data.note ?? "" };
      const chart = queryChart({ data, choice, width }, words, {
        document,
        size,
        palette: PAGE_PALETTE,
        tips: true,
      });
      chartPlace.replaceChildren(chart as unknown as Node);
      if (data.note) chartPlace.insertAdjacentHTML("beforeend", html`<p class="hint">${data.note}</p>`.text);
    }
    for (const button of place.querySelectorAll<HTMLButtonElement>("[data-file]"))
      button.disabled = typeof data === "string";
  };
  // Also the first drawing: a place that is not in sight yet has no width.
  new ResizeObserver(() => {
    const now = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, chartPlace.clientWidth)));
    if (chartPlace.clientWidth === 0 || now === width) return;
    width = now;
    draw();
  }).observe(chartPlace);
  mountChartForm(find(".chart-form"), result, choice, (next) => {
    choice = next;
    if (width > 0) draw();
    options.onChange(next);
  });
  const svg = () => chartFile(fileCard(result, choice, options.source), document);
  find("[data-file=svg]").addEventListener("click", () =>
    download(`${options.fileName}.svg`, svg(), "image/svg+xml"),
  );
  find("[data-file=png]").addEventListener("click", async () =>
    download(`${options.fileName}.png`, await drawPng(svg()), "image/png"),
  );
}

/** The chart as a card, so that its file looks like those of all other charts. */
function fileCard(result: QueryResult, choice: ChartChoice, source: string): Card {
  const data = chartData(result, choice);
  const title = titleOf(choice);
  return {
    slot: "notebook",
    title,
    reading: typeof data === "string" ? data : (data.note ?? ""),
    source,
    span: "full",
    draw:
      typeof data === "string"
        ? null
        : (drawing) =>
            queryChart({ data, choice, width: FILE_WIDTH }, { title, description: data.note ?? "" }, drawing),
    table: null,
  };
}

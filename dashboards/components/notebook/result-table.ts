import { KIND_NAMES, type ResultValue } from "../../charts/notebook/result.js";
import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import { columnWidths } from "./column-widths.js";
import { FROM_PAPER, tellOfPaper, TO_PAPER } from "./on-paper.js";
import { rowWindow, type RowWindow } from "./row-window.js";
import type { QueryResult } from "./run-query.js";
import { sortedRows, type Direction } from "./sort-rows.js";

/** Px; the style sheet sets the same. */
const ROW_HEIGHT = 34;
const MOST_HEIGHT = 12.5 * ROW_HEIGHT;
/** Characters. */
const LONG = 20;
/** Rows that a print shows: about ten pages. */
const ON_PAPER = 300;

/** The rows of a result in the order they are shown. */
export interface ShownRows {
  rows(): Iterable<readonly ResultValue[]>;
}

interface Sorting {
  column: number;
  direction: Direction;
}

/**
 * The result as a table of which only the rows in sight are in the page, however many there are: rows are of one
 * height, the scrolled part is as high as all of them, and screen readers are told each row's number.
 */
export function mountResultTable(place: HTMLElement, result: QueryResult): ShownRows {
  const { columns, rows } = result;
  let sorting: Sorting | null = null;
  let order: Uint32Array | null = null;
  const widths = columnWidths(result);
  const years = columns.map((_, c) => holdsYears(result, c));
  place.innerHTML = html`<div class="rows-scroll" tabindex="0" role="region" aria-label="結果の表">
      <div class="rows-all">
        <table class="rows" aria-rowcount="${rows.length + 1}">
          <colgroup>
            ${widths.map((width) => html`<col style="width:${width}em" />`)}
          </colgroup>
          <thead></thead>
          <tbody></tbody>
        </table>
      </div>
    </div>
    ${rows.length > ON_PAPER && html`<p class="hint on-paper">${number(rows.length)}行のうち、はじめの${number(ON_PAPER)}行です。全部はCSVで保存できます。</p>`}`.text;
  const find = <E extends HTMLElement>(selector: string) => place.querySelector<E>(selector)!;
  const [scroller, all, table] = [find(".rows-scroll"), find(".rows-all"), find<HTMLTableElement>(".rows")];
  const [head, body] = [find("thead"), find("tbody")];
  table.style.width = `${widths.reduce((a, b) => a + b, 0)}em`;
  const rowAt = (i: number) => rows[order?.[i] ?? i]!;
  let drawn: RowWindow = { start: -1, end: -1 };

  const inSight = () =>
    rowWindow(rows.length, {
      scrolled: scroller.scrollTop,
      height: scroller.clientHeight || MOST_HEIGHT,
      rowHeight: ROW_HEIGHT,
    });
  const draw = (window = inSight()) => {
    if (window.start === drawn.start && window.end === drawn.end) return;
    drawn = window;
    table.style.top = `${window.start * ROW_HEIGHT}px`;
    const shown = Array.from({ length: window.end - window.start }, (_, i) => window.start + i);
    body.innerHTML = html`${shown.map((i) => rowMarkup(rowAt(i), i))}`.text;
  };
  const rowMarkup = (row: readonly ResultValue[], i: number): Markup =>
    html`<tr aria-rowindex="${i + 2}">
      ${row.map((value, c) => html`<td${result.kinds[c] === "number" && html` class="num"`}${longText(value)}>${cellText(value, years[c]!)}</td>`)}
    </tr>`;
  const drawHead = () => {
    head.innerHTML = html`<tr aria-rowindex="1">
      ${columns.map((name, c) => headCell(name, c))}
    </tr>`.text;
  };
  const headCell = (name: string, c: number): Markup => {
    const kind = result.kinds[c]!;
    const sorted = sorting?.column === c ? sorting.direction : null;
    const sign = sorted === null ? "" : sorted === "ascending" ? "▲" : "▼";
    return html`<th
      scope="col"
      ${kind === "number" && html` class="num"`}
      ${sorted && html` aria-sort="${sorted}"`}
    >
      <button type="button" data-column="${c}" title="${name}(${KIND_NAMES[kind]})で並べ替え">
        <span>${name}</span><span aria-hidden="true">${sign}</span>
      </button>
    </th>`;
  };

  head.addEventListener("click", (event) => {
    const column = (event.target as Element).closest<HTMLElement>("[data-column]")?.dataset.column;
    if (column === undefined) return;
    sorting = nextSorting(sorting, Number(column));
    order = sorting && sortedRows(rows, sorting.column, sorting.direction);
    drawHead();
    drawn = { start: -1, end: -1 };
    draw();
    head.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus();
  });
  scroller.addEventListener("scroll", () => draw(), { passive: true });
  scroller.addEventListener(TO_PAPER, () => draw({ start: 0, end: Math.min(ON_PAPER, rows.length) }));
  scroller.addEventListener(FROM_PAPER, () => draw());
  tellOfPaper(".rows-scroll");
  drawHead();
  all.style.height = `${(rows.length + 1) * ROW_HEIGHT}px`;
  draw();
  return {
    *rows() {
      for (let i = 0; i < rows.length; i++) yield rowAt(i);
    },
  };
}

/** Up, down, and back to the order of the question. */
function nextSorting(now: Sorting | null, column: number): Sorting | null {
  if (now?.column !== column) return { column, direction: "ascending" };
  return now.direction === "ascending" ? { column, direction: "descending" } : null;
}

/** A text that its cell may cut is said in whole under the pointer. */
const longText = (value: ResultValue): Markup | null =>
  typeof value === "string" && value.length > LONG ? html` title="${value.slice(0, 500)}"` : null;

/** Numbers with thousands marked, fractions to six places; the files hold them all. A year has no thousands. */
export function cellText(value: ResultValue, isYear: boolean): Markup | string {
  if (value === null) return html`<span class="null">(なし)</span>`;
  if (typeof value === "boolean") return value ? "はい" : "いいえ";
  if (typeof value === "string") return value;
  const [whole, fraction] = String(Math.round(value * 1e6) / 1e6).split(".") as [string, string?];
  if (isYear || whole.includes("e")) return String(value);
  return fraction === undefined
    ? number(Number(whole))
    : `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
}

/** Whether a column of numbers holds calendar years, as far as its numbers tell. */
function holdsYears({ kinds, rows }: QueryResult, column: number): boolean {
  if (kinds[column] !== "number") return false;
  const values = rows.map((row) => row[column]).filter((v) => typeof v === "number");
  return values.length > 0 && values.every((v) => Number.isInteger(v) && v >= 1900 && v <= 2100);
}

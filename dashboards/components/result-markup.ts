import { html, type Markup } from "../charts/html.js";
import { number } from "../charts/words.js";
import { MOST_ROWS, type QueryResult } from "./run-query.js";

/** Rows drawn in the page; the CSV holds them all. */
const SHOWN_ROWS = 1000;

/** A result as a table with what was left out said above it. */
export function resultMarkup({ columns, numeric, rows, cut, milliseconds }: QueryResult): Markup {
  const shown = rows.slice(0, SHOWN_ROWS);
  const size = cut ? `${number(MOST_ROWS)}行以上(そこで止めました)` : `${number(rows.length)}行`;
  const part = rows.length > SHOWN_ROWS ? `のうち先頭の${number(SHOWN_ROWS)}行を表示` : "";
  return html`<p class="result-size" role="status">${size}${part}、${(milliseconds / 1000).toFixed(2)}秒</p>
    ${
      columns.length > 0 &&
      html`<div class="table-scroll result" tabindex="0" role="region" aria-label="結果の表">
        <table>
          <thead>
            <tr>
              ${columns.map((c, i) => html`<th scope="col" ${numeric[i] && html` class="num"`}>${c}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) =>
                html`<tr>
                  ${row.map((v, c) => html`<td${numeric[c] && html` class="num"`}>${v === null ? html`<span class="null">(なし)</span>` : String(v)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }`;
}

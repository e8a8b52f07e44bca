import type { DistrictStanding, StandingOrder } from "../../data/indicators/district-standing.js";
import type { CardTable } from "../card.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { number, NONE } from "../words.js";
import type { DistrictsView } from "./model.js";
import { standingsTable } from "./table.js";

/** Columns of numbers are set right, and so is what stands in a number's place. */
const NUMERIC = new Set([1, 2, 3, 5, 6]);

/** What each column sorts by; some sort by nothing of their own. */
const ORDERS: readonly (StandingOrder | null)[] = [
  "name",
  "without",
  "rate",
  null,
  null,
  "population",
  "count",
  null,
];

export interface TableOptions {
  /** So many rows at most, and said so; null for all. */
  limit: number | null;
  /** The address of the page sorted so: `rate`, `-rate`. */
  sorted: (sort: string) => string;
}

const num = (column: number) => NUMERIC.has(column) && html` class="num"`;

/** The card of all districts in the order of the view; its headings sort it, each row leads to the district's page. */
export function districtsTable(
  { districts: view, municipality }: PageModel,
  ordered: readonly DistrictStanding[],
  { limit, sorted }: TableOptions,
): Markup {
  if (ordered.length === 0) return html``;
  const standings = ordered.slice(0, limit ?? undefined);
  const table = standingsTable(standings, view);
  const headings = table.columns.map((name, column) => heading(name, column, view, sorted));
  const rows = table.rows.map((cells, i) => row(cells, standings[i]!, municipality.code));
  const cut =
    standings.length < ordered.length &&
    html`<p class="table-note">全${number(ordered.length)}地区のうち、はじめの${standings.length}地区。</p>`;
  return html`<h2 class="card-title">すべての地区の数字</h2>
    <div class="table-scroll" tabindex="0" role="region" aria-label="地区の表">
      <table>
        <thead>
          <tr>
            ${headings}
            <th scope="col">地区のページ</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${cut}
    </div>
    <p class="card-actions card-buttons needs-script">
      <button type="button" data-csv="districts">全地区のCSV</button>
    </p>`;
}

function heading(
  name: string,
  column: number,
  { order: shown, descending }: DistrictsView,
  sorted: TableOptions["sorted"],
): Markup {
  const order = ORDERS[column];
  if (!order) return html`<th scope="col" ${num(column)}>${name}</th>`;
  // The style sheet puts ▲ or ▼ behind the heading that the table is sorted by.
  const current = order === shown ? (descending ? "descending" : "ascending") : "none";
  // Numbers begin with the largest, names with the first; the same heading again turns it round.
  const down = order === shown ? !descending : order !== "name";
  const sort = `${down ? "-" : ""}${order}`;
  return html`<th scope="col" aria-sort="${current}" ${num(column)}>
    <a id="sort-${order}" href="${sorted(sort)}" data-set="sort=${sort}">${name}</a>
  </th>`;
}

function row(cells: CardTable["rows"][number], { code, name }: DistrictStanding, town: string): Markup {
  const address = `./district?${new URLSearchParams({ m: town, district: code })}`;
  const rest = cells
    .slice(1)
    .map((v, i) => html`<td${num(i + 1)}>${typeof v === "number" ? number(v) : (v ?? NONE)}</td>`);
  return html`<tr data-district="${code}">
    <th scope="row"><button type="button" class="district-name">${name}</button></th>
    ${rest}
    <td class="no-name"><a class="row-link" href="${address}" aria-label="${name}をくわしく">くわしく</a></td>
  </tr>`;
}

import { standingsTable } from "../../charts/districts/table.js";
import { html, type Markup } from "../../charts/html.js";
import type { PageModel } from "../../charts/model.js";
import { number, NONE } from "../../charts/words.js";
import { orderStandings, type StandingOrder } from "../../data/indicators/district-standing.js";
import { csvText } from "../csv-text.js";
import { download } from "../download.js";
import { slot } from "../slots.js";

/** What each column of the table sorts by; some sort by nothing of their own. */
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

/** Columns of numbers are set right, and so is what stands in a number's place. */
const NUMERIC = new Set([1, 2, 3, 5, 6]);

/** The table of all districts, sortable by its headings; each row can be chosen and leads to the district's page. */
export function mountDistrictTable(
  model: PageModel,
  change: (values: Record<string, string | null>) => void,
): void {
  const place = slot("districts-table");
  if (!place) return;
  const { districts: view, municipality } = model;
  const standings = orderStandings(view.standings, view.order, view.descending);
  const table = standingsTable(standings, view);
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.sort : undefined;
  const heading = (name: string, i: number): Markup => {
    const order = ORDERS[i];
    if (!order) return html`<th scope="col">${name}</th>`;
    const numeric = order !== "name" && html` class="num"`;
    const current = order === view.order ? (view.descending ? "descending" : "ascending") : "none";
    const mark = current === "none" ? "" : view.descending ? "▼" : "▲";
    return html`<th scope="col" aria-sort="${current}" ${numeric}>
      <button type="button" data-sort="${order}">${name}<span aria-hidden="true">${mark}</span></button>
    </th>`;
  };
  const row = (cells: (typeof table.rows)[number], i: number): Markup => {
    const { code, name } = standings[i]!;
    const address = `./district?${new URLSearchParams({ m: municipality.code, district: code })}`;
    return html`<tr data-district="${code}">
      <th scope="row"><button type="button" class="district-name">${name}</button></th>
      ${cells
        .slice(1)
        .map(
          (v, column) =>
            html`<td${NUMERIC.has(column + 1) && html` class="num"`}>${typeof v === "number" ? number(v) : (v ?? NONE)}</td>`,
        )}
      <td class="no-name">
        <a class="row-link" href="${address}" aria-label="${name}をくわしく">くわしく</a>
      </td>
    </tr>`;
  };
  place.innerHTML = html`<table>
      <thead>
        <tr>
          ${table.columns.map(heading)}
          <th scope="col">地区のページ</th>
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(row)}
      </tbody>
    </table>
    <p class="card-buttons"><button type="button" data-file="csv">全地区のCSV</button></p>`.text;
  for (const button of place.querySelectorAll<HTMLElement>("[data-sort]")) {
    button.addEventListener("click", () => {
      const order = button.dataset.sort!;
      // Numbers begin with the largest, names with the first; the same heading again turns it round.
      const descending = order === view.order ? !view.descending : order !== "name";
      change({ sort: `${descending ? "-" : ""}${order}` });
    });
  }
  place.querySelector('[data-file="csv"]')?.addEventListener("click", () => {
    const name = `${model.municipality.code}_districts_${view.asOf}.csv`;
    download(
      name,
      csvText(
        ["地区コード", ...table.columns],
        table.rows.map((r, i) => [standings[i]!.code, ...r]),
      ),
      "text/csv",
    );
  });
  if (focused) place.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
}

import { standingsTable } from "../../charts/districts/table.js";
import { districtsTableMarkup } from "../../charts/districts/table-markup.js";
import { html, type Markup } from "../../charts/html.js";
import type { PageModel } from "../../charts/model.js";
import {
  orderStandings,
  type DistrictStanding,
  type StandingOrder,
} from "../../data/indicators/district-standing.js";
import { csvText } from "../../data/contract/csv.js";
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

/** The table of all districts, sortable by its headings; each row can be chosen and leads to the district's page. */
export function mountDistrictTable(
  model: PageModel,
  change: (values: Record<string, string | null>) => void,
): void {
  const place = slot("districts-table");
  if (!place) return;
  const { districts: view } = model;
  const standings = orderStandings(view.standings, view.order, view.descending);
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.sort : undefined;
  const heading = (name: string, i: number): { attributes?: Markup; inside: Markup } => {
    const order = ORDERS[i];
    if (!order) return { inside: html`${name}` };
    // The style sheet puts ▲ or ▼ behind the heading that the table is sorted by.
    const current = order === view.order ? (view.descending ? "descending" : "ascending") : "none";
    return {
      attributes: html`aria-sort="${current}"`,
      inside: html`<button type="button" data-sort="${order}">${name}</button>`,
    };
  };
  const name = (s: DistrictStanding): Markup =>
    html`<button type="button" class="district-name">${s.name}</button>`;
  place.innerHTML = html`${districtsTableMarkup(model, standings, { heading, name })}
    <p class="card-actions card-buttons"><button type="button" data-file="csv">全地区のCSV</button></p>`.text;
  for (const button of place.querySelectorAll<HTMLElement>("[data-sort]")) {
    button.addEventListener("click", () => {
      const order = button.dataset.sort!;
      // Numbers begin with the largest, names with the first; the same heading again turns it round.
      const descending = order === view.order ? !view.descending : order !== "name";
      change({ sort: `${descending ? "-" : ""}${order}` });
    });
  }
  place.querySelector('[data-file="csv"]')?.addEventListener("click", () => {
    const file = `${model.municipality.code}_districts_${view.asOf}.csv`;
    const table = standingsTable(standings, view);
    download(
      file,
      csvText(
        ["地区コード", ...table.columns],
        table.rows.map((r, i) => [standings[i]!.code, ...r]),
      ),
      "text/csv",
    );
  });
  if (focused) place.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
}

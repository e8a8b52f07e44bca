import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import type { CardTable } from "../card.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { number, NONE } from "../words.js";
import { standingsTable } from "./table.js";

/** Columns of numbers are set right, and so is what stands in a number's place. */
const NUMERIC = new Set([1, 2, 3, 5, 6]);

/** How a heading and a district's name are written: plain before any script, as buttons once they work. */
export interface TableParts {
  heading: (name: string, column: number) => { attributes?: Markup; inside: Markup };
  name: (standing: DistrictStanding) => Markup;
}

const num = (column: number) => NUMERIC.has(column) && html` class="num"`;

const PLAIN: TableParts = {
  heading: (name) => ({ inside: html`${name}` }),
  name: ({ name }) => html`${name}`,
};

/** The table of districts, each with the way to its page; what it says is the same with and without a script. */
export function districtsTableMarkup(
  { districts: view, municipality }: PageModel,
  standings: readonly DistrictStanding[],
  parts: TableParts = PLAIN,
): Markup {
  const table = standingsTable(standings, view);
  const headings = table.columns.map((name, column) => {
    const { attributes, inside } = parts.heading(name, column);
    return html`<th scope="col" ${attributes} ${num(column)}>${inside}</th>`;
  });
  const rows = table.rows.map((cells, i) => row(cells, standings[i]!, municipality.code, parts));
  return html`<table>
    <thead>
      <tr>
        ${headings}
        <th scope="col">地区のページ</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function row(
  cells: CardTable["rows"][number],
  standing: DistrictStanding,
  town: string,
  parts: TableParts,
): Markup {
  const { code, name } = standing;
  const address = `./district?${new URLSearchParams({ m: town, district: code })}`;
  const rest = cells
    .slice(1)
    .map((v, i) => html`<td${num(i + 1)}>${typeof v === "number" ? number(v) : (v ?? NONE)}</td>`);
  return html`<tr data-district="${code}">
    <th scope="row">${parts.name(standing)}</th>
    ${rest}
    <td class="no-name"><a class="row-link" href="${address}" aria-label="${name}をくわしく">くわしく</a></td>
  </tr>`;
}

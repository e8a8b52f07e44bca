import { html, type Markup } from "../charts/html.js";
import { NONE, number } from "../charts/words.js";
import type { NamedRow } from "../charts/public/public-model.js";
import { formOf, rateOf, rateText } from "../charts/public/rates.js";
import type { Page } from "./page.js";

/** Places that fit beside the chart on one sheet of A4, in two tables from so many on. */
const MOST_PLACES = 32;
const MOST_IN_ONE_TABLE = 12;

/** The districts as a small table for paper; the areas where there are too many; nothing where those are, too. */
export function paperPlaces({ model, labels, say }: Page): Markup {
  const { focus, districts, areas } = model;
  const places = [districts, areas].find((list) => list.length > 1 && list.length <= MOST_PLACES);
  if (!focus || !places) return html``;
  const middle = places.length > MOST_IN_ONE_TABLE ? Math.ceil(places.length / 2) : places.length;
  const parts = [places.slice(0, middle), places.slice(middle)].filter((part) => part.length > 0);
  const rates = new Map(places.map((p) => [p, rateOf(p[focus], p.population, p.margin)]));
  const form = formOf([...rates.values()].filter((rate) => rate !== null));
  const row = (place: NamedRow): Markup => {
    const rate = rates.get(place);
    return html`<tr>
      <th scope="row">${say(place.merged ? `${place.name}${labels.merged}` : place.name)}</th>
      <td class="num">${number(place.population)}</td>
      <td class="num">${rate ? rateText(rate, form, labels) : NONE}</td>
    </tr>`;
  };
  return html`<div class="paper places">
    <div class="tables">
      ${parts.map(
        (part) =>
          html`<table>
            <thead>
              <tr>
                <th scope="col">${say(labels.columns.district)}</th>
                <th scope="col" class="num">${say(labels.columns.population)}</th>
                <th scope="col" class="num">
                  ${say(form === "band" ? labels.bandColumn(labels.rate[focus]) : labels.rate[focus])}
                </th>
              </tr>
            </thead>
            <tbody>
              ${part.map(row)}
            </tbody>
          </table>`,
      )}
    </div>
    ${form !== "exact" && html`<p class="why">${say(labels.inTens)}</p>`}
  </div>`;
}

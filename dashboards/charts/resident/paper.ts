import { percentHalfUp } from "../../data/indicators/rate.js";
import { shown } from "../../data/disclosure/published.js";
import { html, type Markup } from "../html.js";
import { NONE, number } from "../words.js";
import type { NamedRow } from "../public/public-model.js";
import type { Page } from "./page.js";

/** Places that fit beside the chart on one sheet of A4, in two tables from so many on. */
const MOST_PLACES = 32;
const MOST_IN_ONE_TABLE = 12;

/** The districts as a small table for paper; the areas where there are too many; nothing where those are, too. */
export function paperPlaces({ model, labels, say, words }: Page): Markup {
  const { focus, districts, areas } = model;
  const places = [districts, areas].find((list) => list.length > 1 && list.length <= MOST_PLACES);
  if (!focus || !places) return html``;
  const middle = places.length > MOST_IN_ONE_TABLE ? Math.ceil(places.length / 2) : places.length;
  const parts = [places.slice(0, middle), places.slice(middle)].filter((part) => part.length > 0);
  const row = (place: NamedRow): Markup => {
    const count = shown(place[focus]);
    const percent = percentHalfUp(count, place.population);
    return html`<tr>
      <th scope="row">${say(place.merged ? `${place.name}${labels.merged}` : place.name)}</th>
      <td class="num">${number(place.population)}</td>
      <td class="num">${count === null ? say(labels.withheld) : percent === null ? NONE : `${percent}%`}</td>
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
                <th scope="col" class="num">${say(labels.rate[focus])}</th>
              </tr>
            </thead>
            <tbody>
              ${part.map(row)}
            </tbody>
          </table>`,
      )}
    </div>
    ${places.some((p) => shown(p[focus]) === null) && html`<p class="why">${say(words.hidden)}</p>`}
  </div>`;
}

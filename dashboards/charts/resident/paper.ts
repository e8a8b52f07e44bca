import { percentHalfUp } from "../../data/indicators/rate.js";
import { shown } from "../../data/disclosure/published.js";
import { html, type Markup } from "../html.js";
import { number } from "../words.js";
import type { Page } from "./page.js";

/** Places that fit beside everything else on one sheet of A4. */
const MOST_PLACES = 24;

/** The districts as a small table for paper; the areas where there are too many; nothing where those are, too. */
export function paperPlaces({ model, labels, say, words }: Page): Markup {
  const { focus, districts, areas } = model;
  const places = [districts, areas].find((list) => list.length > 1 && list.length <= MOST_PLACES);
  if (!focus || !places) return html``;
  const anyHidden = places.some((p) => shown(p[focus]) === null);
  return html`<div class="paper places">
      <table>
        <thead>
          <tr>
            <th scope="col">${say(labels.columns.district)}</th>
            <th scope="col" class="num">${say(labels.columns.population)}</th>
            <th scope="col" class="num">${say(labels.rate[focus])}</th>
          </tr>
        </thead>
        <tbody>
          ${places.map((place) => {
            const count = shown(place[focus]);
            const percent = percentHalfUp(count, place.population);
            const name = place.merged ? `${place.name}${labels.merged}` : place.name;
            return html`<tr>
              <th scope="row">${name}</th>
              <td class="num">${number(place.population)}</td>
              <td class="num">${count === null ? say(labels.withheld) : `${percent ?? "—"}%`}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${anyHidden && html`<p class="paper why">${say(words.hidden)}</p>`}`;
}

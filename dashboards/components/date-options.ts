import { html, type Markup } from "../charts/html.js";
import { dateJa } from "../charts/words.js";

/** The as-of dates of a choice, latest first, with the one shown chosen. */
export const dateOptions = (dates: readonly string[], shown: string | null): Markup =>
  html`${[...dates].reverse().map((d) => html`<option value="${d}" ${d === shown && html` selected`}>${dateJa(d)}</option>`)}`;

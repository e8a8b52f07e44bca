import type { PublicRelease } from "../data/contract/public-release.js";
import type { Language } from "../data/contract/town-settings.js";
import { html } from "../charts/html.js";
import { frameOf } from "./page.js";

type Town = PublicRelease["municipality"];

/** What a residents' page says only at the moment it is served, by `data-slot`. */
export interface VisitorSlots {
  staff: string;
  towns: string;
}

/**
 * The inner HTML of the slots.
 * @param towns that have published; with another one among them, the page offers the choice.
 * @param signedIn whether the way to the notebooks is of use to the visitor.
 */
export function visitorSlots(
  here: Town,
  language: Language,
  { towns, signedIn, path }: { towns: readonly Town[]; signedIn: boolean; path: string },
): VisitorSlots {
  const { words, say } = frameOf(here, language);
  const choice = towns.some(({ code }) => code === here.code) ? towns : [here, ...towns];
  const options = choice.map(
    ({ code, name, prefecture }) =>
      html`<option value="${code}" ${code === here.code && html` selected`}>${prefecture} ${name}</option>`,
  );
  return {
    staff: signedIn ? html`<a href="/progress?m=${here.code}">${say(words.notebooks)}</a>`.text : "",
    towns:
      choice.length < 2
        ? ""
        : html`<form method="get" action="${path}">
            <label for="town">${say(words.towns)}</label>
            <select id="town" name="m">
              ${options}
            </select>
            <input type="hidden" name="lang" value="${language}" />
            <button>${say(words.chooseTown)}</button>
          </form>`.text,
  };
}

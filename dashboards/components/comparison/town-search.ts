import { html } from "../../charts/html.js";
import type { NamedTown } from "../../data/indicators/comparison/place-rate.js";
import { findTowns, MOST_FOUND } from "./find-towns.js";

const nameOf = (town: NamedTown): string => `${town.prefecture} ${town.name}`.trim();

/**
 * A search box over all municipalities: a combobox with a list below it, by pointer and by keyboard (WAI-ARIA APG,
 * "Editable Combobox With List Autocomplete"). Typing narrows the list; Enter takes the marked town, Escape closes the
 * list and, once it is closed, puts the name shown back.
 */
export function townSearch(
  place: HTMLElement,
  towns: readonly NamedTown[],
  choose: (code: string) => void,
): { show(town: NamedTown): void } {
  place.innerHTML = html`<label for="town-search">市区町村を見る</label>
    <input
      id="town-search"
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-expanded="false"
      aria-controls="town-list"
    />
    <ul id="town-list" role="listbox" aria-label="市区町村" hidden></ul>
    <p class="visually-hidden" role="status" id="town-found"></p>`.text;
  const input = place.querySelector("input")!;
  const list = place.querySelector("ul")!;
  const status = place.querySelector<HTMLElement>("#town-found")!;
  let shown: NamedTown | null = null;
  let found: NamedTown[] = [];
  let marked = -1;

  const mark = (index: number): void => {
    marked = index;
    for (const [i, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(i === marked));
    const option = list.children[marked];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const open = (typed: string): void => {
    const all = findTowns(towns, typed);
    found = all.slice(0, MOST_FOUND);
    list.innerHTML = html`${found.map(
      (town, i) =>
        html`<li id="town-option-${i}" role="option" aria-selected="false" data-code="${town.code}">
          ${nameOf(town)}<span class="town-code">${town.code}</span>
        </li>`,
    )}`.text;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent =
      all.length === 0
        ? "見つかりません"
        : all.length > MOST_FOUND
          ? `${all.length}件。はじめの${MOST_FOUND}件`
          : `${all.length}件`;
    mark(typed === "" || found.length === 0 ? -1 : 0);
  };
  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const restore = (): void => {
    input.value = shown ? nameOf(shown) : "";
    status.textContent = "";
  };
  const take = (code: string | undefined): void => {
    if (code === undefined) return;
    close();
    status.textContent = "";
    choose(code);
  };

  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => {
    input.select();
    if (list.hidden) open("");
  });
  input.addEventListener("blur", () => {
    close();
    restore();
  });
  input.addEventListener("keydown", (event) => {
    // While a word is being composed, Enter and the arrows belong to the input method.
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(shown && input.value === nameOf(shown) ? "" : input.value);
      else {
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark((marked + step + found.length + (marked < 0 && step < 0 ? 1 : 0)) % found.length);
      }
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      take(found[marked]?.code);
    } else if (event.key === "Escape") {
      if (list.hidden) restore();
      else close();
    }
  });
  // The list must not take the focus away: the box would close it before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    take((event.target as Element).closest<HTMLElement>("[data-code]")?.dataset.code);
  });
  return {
    show: (town) => {
      shown = town;
      restore();
    },
  };
}

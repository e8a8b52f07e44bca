import { slot } from "./slots.js";

let hearsChoice = false;

/** Brings the header that the Worker filled to life: the choice of towns, and the menu, which shows where one is. */
export function mountFrame(): void {
  const here = slot("nav")?.querySelector<HTMLElement>("[aria-current]");
  const list = here?.closest("ul");
  // On a phone the menu is wider than the screen: the page that is open stands in its middle.
  if (here && list)
    list.scrollLeft = here.offsetLeft - list.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
  if (hearsChoice) return;
  hearsChoice = true;
  document.querySelector<HTMLSelectElement>("#town-choice")?.addEventListener("change", (event) => {
    location.search = `?m=${encodeURIComponent((event.target as HTMLSelectElement).value)}`;
  });
}

import { addressOf, type Control } from "../pages/controls.js";
import type { Shown } from "../pages/page.js";
import { csvText } from "../data/contract/csv.js";
import { download } from "./download.js";

/** Puts values into the address and shows what it says then; null takes a key out. `typing`: leave this field alone. */
export type Change = (values: Record<string, string | null>, typing?: Element | null) => void;

/** What the page shows now; null until its data are there. */
export interface Live {
  shown: Shown | null;
}

/**
 * Listens to everything in a page that changes what it shows: its controls, links that set a key (`data-set`), buttons
 * that take keys out (`data-reset`) and those that save a table (`data-csv`). Markup may be drawn anew under it.
 */
export function listenToControls(main: Element, change: Change): Live {
  const live: Live = { shown: null };
  const turn = (event: Event): void => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    const key = field.dataset?.key;
    if (key === undefined) return;
    const isTyped = event.type === "input" && field instanceof HTMLInputElement;
    // A choice tells of itself twice.
    if (event.type === "input" && !isTyped) return;
    change({ [key]: field.value || null }, isTyped && field.type !== "range" ? field : null);
  };
  main.addEventListener("input", turn);
  main.addEventListener("change", turn);
  main.addEventListener("submit", (event) => {
    if ((event.target as Element).matches(".controls-form")) event.preventDefault();
  });
  main.addEventListener("click", (event) => {
    const target = event.target as Element;
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
    const reset = target.closest<HTMLElement>("[data-reset]")?.dataset.reset;
    if (reset !== undefined) change(Object.fromEntries(reset.split(" ").map((key) => [key, null])));
    const set = target.closest<HTMLElement>("a[data-set]")?.dataset.set;
    if (set !== undefined && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey) {
      event.preventDefault();
      change(Object.fromEntries(new URLSearchParams(set)));
    }
    const csv = target.closest<HTMLElement>("[data-csv]")?.dataset.csv;
    if (csv !== undefined) saveTable(live.shown, csv);
  });
  return live;
}

function saveTable(shown: Shown | null, name: string): void {
  const table = shown?.tables?.[name];
  if (!table) return;
  download(`${shown!.town.code}_${name}_${shown!.asOf}.csv`, csvText(table.columns, table.rows), "text/csv");
}

/**
 * What the address should say of the controls, with no word too many: null for what is usual. What has no usual value is
 * told where it was asked for.
 */
export function plainAddress(
  controls: readonly Control[],
  asked: (key: string) => string | null,
): Record<string, string | null> {
  const said = addressOf(controls);
  return Object.fromEntries(
    controls.flatMap((c): [string, string | null][] => {
      if (c.kind === "reset") return [];
      const isFree = c.usual === null && asked(c.key) === null;
      return [[c.key, isFree ? null : (said[c.key] ?? null)]];
    }),
  );
}

/** Says the finding anew to whoever cannot see it change. */
export function announceFinding(): void {
  const main = document.querySelector("main")!;
  let place = main.querySelector<HTMLElement>(":scope > [data-finding]");
  if (!place) {
    place = document.createElement("p");
    Object.assign(place, { className: "visually-hidden", role: "status" });
    place.dataset.finding = "";
    main.prepend(place);
  }
  place.textContent = main.querySelector("h1")?.textContent.replaceAll(/\s+/g, " ").trim() ?? "";
}

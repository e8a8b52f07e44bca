import { controlSlot, controlsMarkup, type Control } from "../pages/controls.js";
import type { Page, Shown } from "../pages/page.js";
import { fromAddress, toAddress } from "./address.js";
import { mountCards } from "./card-view.js";
import { townSearch } from "./comparison/town-search.js";
import { plainAddress, type Change } from "./live-controls.js";
import { fillSlots, slot } from "./slots.js";

/** What a place of controls was drawn from, but for what is chosen: where that is the same, values alone are set. */
const drawn = new WeakMap<Element, string>();
const searches = new WeakMap<Element, ReturnType<typeof townSearch>>();

/** Puts what a page shows into its slots, over its first paint or what was shown before; others are emptied. */
export function showLive(
  page: Page,
  shown: Shown,
  { code, typing, changed, change }: Omit<Drawing, "all"> & { changed: boolean },
): void {
  const focused = document.activeElement?.id;
  const groups = new Map<string, Control[]>();
  for (const control of shown.controls) {
    const name = controlSlot(page.path, control.group);
    groups.set(name, [...(groups.get(name) ?? []), control]);
  }
  const cards = new Set(shown.cards.map((card) => card.slot));
  for (const place of document.querySelectorAll<HTMLElement>("main [data-slot]")) {
    const name = place.dataset.slot!;
    if (!cards.has(name) && !groups.has(name) && !(name in shown.slots)) place.replaceChildren();
  }
  fillSlots(shown.slots);
  mountCards(shown.cards, (card) => ({ town: shown.town, asOf: shown.asOf, sql: shown.sqlOf(card) }));
  for (const [name, controls] of groups) {
    const place = slot(name);
    if (place) showControls(place, controls, { all: shown.controls, code, typing, change });
  }
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  if (changed && typing === null) toAddress(plainAddress(shown.controls, fromAddress));
}

interface Drawing {
  all: readonly Control[];
  /** The town's, which forms keep. */
  code: string;
  /** The field that is being typed in: it is left alone. */
  typing: Element | null;
  change: Change;
}

function showControls(
  place: HTMLElement,
  controls: readonly Control[],
  { all, code, typing, change }: Drawing,
): void {
  const skeleton = JSON.stringify(controls.map(skeletonOf));
  if (drawn.get(place) !== skeleton) {
    const inside = place.contains(document.activeElement);
    const key = (document.activeElement as HTMLElement | null)?.dataset.key;
    const group = controls[0]!.group;
    place.innerHTML = controlsMarkup(all, { kept: { m: code }, ...(group && { group }) }).text;
    drawn.set(place, skeleton);
    // Whoever pressed a button that is no longer there goes on at the first control.
    if (inside)
      (key
        ? place.querySelector<HTMLElement>(`[data-key="${key}"]`)
        : place.querySelector("select")
      )?.focus();
  }
  for (const control of controls) setControl(place, control, { typing, change });
}

/** All of a control's markup that setting a value does not change. */
function skeletonOf(control: Control): unknown[] {
  switch (control.kind) {
    case "choice":
      return [control.key, control.label, control.options];
    case "number":
      return [control.key, control.label, control.least, control.most, control.step];
    case "town":
      return [control.key];
    case "reset":
      return [control.label, control.keys];
  }
}

function setControl(
  place: HTMLElement,
  control: Control,
  { typing, change }: Pick<Drawing, "typing" | "change">,
): void {
  if (control.kind === "reset") {
    const button = place.querySelector<HTMLButtonElement>(`[data-reset="${control.keys.join(" ")}"]`);
    if (button) button.disabled = control.disabled ?? false;
  } else if (control.kind === "town") {
    const box = place.querySelector<HTMLElement>(`[data-search="${control.key}"]`)!;
    const search =
      searches.get(box) ??
      townSearch(box, control.towns, (town) =>
        change({ [control.key]: town === control.usual ? null : town }),
      );
    searches.set(box, search);
    search.show(control.chosen);
  } else {
    const value = control.kind === "number" ? String(control.value) : control.chosen;
    for (const field of place.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      `[data-key="${control.key}"]`,
    ))
      // What is being typed is left alone, else "1." would become "1".
      if (field !== typing) field.value = value;
  }
}

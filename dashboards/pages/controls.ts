import { html, type Markup } from "../charts/html.js";
import { dateJa } from "../charts/words.js";
import type { Measure } from "../data/contract/figure.js";
import type { NamedTown } from "../data/indicators/comparison/place-rate.js";
import { rateName } from "../charts/words.js";

/** One of several. */
export interface Choice {
  kind: "choice";
  /** In the address. */
  key: string;
  label: string;
  options: readonly { value: string; name: string }[];
  chosen: string;
  /** What needs no word in the address; null where every choice has one. */
  usual: string | null;
}

/** A number within bounds, with a slider where wanted. */
export interface NumberField {
  kind: "number";
  key: string;
  label: string;
  least: number;
  most: number;
  step: number;
  value: number;
  usual: number;
  slider?: true;
}

/** One municipality of all, found by typing; it works with a script alone. */
export interface TownSearch {
  kind: "town";
  key: string;
  towns: readonly NamedTown[];
  chosen: NamedTown;
  usual: string;
}

/** Takes keys out of the address: back to what is usual. */
export interface Reset {
  kind: "reset";
  label: string;
  keys: readonly string[];
  disabled?: boolean;
}

/** A control of a page; those of one `group` stand together in a place of their own. */
export type Control = (Choice | NumberField | TownSearch | Reset) & { group?: string };

/** The slot in which the controls of a group stand. */
export const controlSlot = (path: string, group: string | undefined): string =>
  `${path}-${group ?? "controls"}`;

export const choice = (
  key: string,
  label: string,
  options: Choice["options"],
  chosen: string,
  usual: string | null,
): Choice => ({ kind: "choice", key, label, options, chosen, usual });

/** The as-of dates, latest first; the latest needs no word in the address. */
export const dateChoice = (
  /** Oldest first. */
  dates: readonly string[],
  shown: string,
  { label = "基準日", usual = dates.at(-1) ?? null }: { label?: string; usual?: string | null } = {},
): Choice =>
  choice(
    "date",
    label,
    [...dates].reverse().map((d) => ({ value: d, name: dateJa(d) })),
    shown,
    usual,
  );

/** The measures there are. Which one is shown unasked depends on the date: once chosen, it stays in the address. */
export const measureChoice = (measures: readonly Measure[], shown: Measure | null): Choice[] =>
  measures.length === 0
    ? []
    : [
        choice(
          "measure",
          "指標",
          measures.map((m) => ({ value: m, name: rateName(m) })),
          shown ?? "",
          null,
        ),
      ];

/** What the controls say, as the address keeps it: what is usual is left out. */
export function addressOf(controls: readonly Control[]): Record<string, string> {
  return Object.fromEntries(
    controls.flatMap((c): [string, string][] => {
      if (c.kind === "reset") return [];
      const value = c.kind === "number" ? String(c.value) : c.kind === "town" ? c.chosen.code : c.chosen;
      const usual = c.usual === null ? null : String(c.usual);
      return value === usual ? [] : [[c.key, value]];
    }),
  );
}

/**
 * The controls of one group as a form: without a script it asks for the page anew, with one every change is shown at once.
 * @param kept what the address must keep beside them, such as the town
 */
export function controlsMarkup(
  controls: readonly Control[],
  { kept, group }: { kept: Readonly<Record<string, string>>; group?: string },
): Markup {
  const mine = controls.filter((c) => c.group === group);
  if (mine.length === 0) return html``;
  const others = { ...kept, ...addressOf(controls.filter((c) => c.group !== group)) };
  const hidden = Object.entries(others).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="get" class="controls-form">
    ${mine.map(controlMarkup)}<noscript><button type="submit">表示</button></noscript>${hidden}
  </form>`;
}

function controlMarkup(control: Control): Markup {
  switch (control.kind) {
    case "choice":
      return html`<label
        >${control.label}<select name="${control.key}" data-key="${control.key}">
          ${control.options.map(
            ({ value, name }) =>
              html`<option value="${value}" ${value === control.chosen && html` selected`}>${name}</option>`,
          )}
        </select></label
      >`;
    case "number":
      return numberMarkup(control);
    case "town":
      return html`<div class="town-search" data-search="${control.key}"></div>`;
    case "reset":
      return html`<button
        type="button"
        class="button-quiet"
        data-reset="${control.keys.join(" ")}"
        ${control.disabled && html` disabled`}
      >
        ${control.label}
      </button>`;
  }
}

function numberMarkup({ key, label, least, most, step, value, slider }: NumberField): Markup {
  const bounds = html`min="${least}" max="${most}" step="${step}" value="${value}" data-key="${key}"`;
  const field = html`<input type="number" inputmode="decimal" name="${key}" id="field-${key}" ${bounds} />`;
  return html`<div class="number-field">
    <label for="field-${key}">${label}</label>${
      slider
        ? html`<span class="number-row"
            ><input type="range" aria-label="${label}をつまみで" ${bounds} />${field}</span
          >`
        : field
    }
  </div>`;
}

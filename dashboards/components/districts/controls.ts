import { ageBandLabel } from "../../data/contract/age-band.js";
import { ALL } from "../../data/contract/figure.js";
import { html, type Markup } from "../../charts/html.js";
import type { PageModel } from "../../charts/model.js";
import { rateName } from "../../charts/words.js";
import { dateOptions } from "../date-options.js";

const ORDERS = [
  { value: "-without", name: "人数の多い順" },
  { value: "rate", name: "率の低い順" },
  { value: "-rate", name: "率の高い順" },
  { value: "-population", name: "人口の多い順" },
  { value: "name", name: "名前の順" },
] as const;

export const SEX_OPTIONS = [
  { value: ALL, name: "男女とも" },
  { value: "female", name: "女性" },
  { value: "male", name: "男性" },
] as const;

const option = (value: string, name: string, chosen: boolean): Markup =>
  html`<option value="${value}" ${chosen && html` selected`}>${name}</option>`;

/** A choice as the controls of a page show it; what is chosen goes into the address under its key. */
export const choice = (
  key: string,
  label: string,
  options: readonly { value: string; name: string }[],
  chosen: string,
): Markup =>
  html`<label
    >${label}<select data-key="${key}">
      ${options.map(({ value, name }) => option(value, name, value === chosen))}
    </select></label
  >`;

/** Date, measure, people and order of the page of districts; a change goes into the address. */
export function districtControls(
  model: PageModel,
  dates: readonly string[],
  change: (values: Record<string, string | null>) => void,
): void {
  const place = document.getElementById("district-controls");
  if (!place) return;
  const { asOf, measure, measures, order, descending, ages, sexes, filter } = model.districts;
  const sort = `${descending ? "-" : ""}${order}`;
  const orders = ORDERS.some((o) => o.value === sort)
    ? ORDERS
    : [...ORDERS, { value: sort, name: "選んだ列" }];
  const everyAge = { value: ALL, name: "全年齢" };
  fillControls(
    place,
    html`<label
        >基準日<select data-key="date">
          ${dateOptions(dates, asOf)}
        </select></label
      >
      ${choice(
        "measure",
        "指標",
        measures.map((m) => ({ value: m, name: rateName(m) })),
        measure ?? "",
      )}
      ${
        ages.length > 0 &&
        choice(
          "age",
          "年齢",
          [everyAge, ...ages.map(({ key }) => ({ value: key, name: ageBandLabel(key) }))],
          filter.age ?? ALL,
        )
      }
      ${sexes && choice("sex", "性別", SEX_OPTIONS, filter.sex)} ${choice("sort", "並び", orders, sort)}
      <button type="button" class="button-quiet" data-key="clear">選択を外す</button>`,
    change,
  );
  place.querySelector("button")?.addEventListener("click", () => change({ district: null }));
}

/** Puts controls into their place, listens to them, and gives the focus back to the one that had it. */
export function fillControls(
  place: HTMLElement,
  markup: Markup,
  change: (values: Record<string, string | null>) => void,
): void {
  const focused =
    document.activeElement instanceof HTMLElement && place.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : undefined;
  place.innerHTML = markup.text;
  for (const select of place.querySelectorAll("select")) {
    // What needs no word in the address has none: `all` is the default of ages and sexes.
    select.addEventListener("change", () =>
      change({ [select.dataset.key!]: select.value === ALL ? null : select.value }),
    );
  }
  if (focused) place.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

import { html } from "../charts/html.js";
import type { PageModel } from "../charts/model.js";
import { rateName } from "../charts/words.js";
import { dateOptions } from "./date-options.js";

const ORDERS = [
  { value: "-without", name: "持っていない人の多い順" },
  { value: "rate", name: "率の低い順" },
  { value: "-rate", name: "率の高い順" },
  { value: "-population", name: "人口の多い順" },
  { value: "name", name: "名前の順" },
] as const;

/** Date, measure and order of the page of districts; a change goes into the address. */
export function districtControls(
  model: PageModel,
  dates: readonly string[],
  change: (values: Record<string, string | null>) => void,
): void {
  const place = document.getElementById("district-controls");
  if (!place) return;
  const { asOf, measure, measures, order, descending } = model.districts;
  const sort = `${descending ? "-" : ""}${order}`;
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen && html` selected`}>${name}</option>`;
  place.innerHTML = html`<label
      >基準日<select data-key="date">
        ${dateOptions(dates, asOf)}
      </select></label
    >
    <label
      >指標<select data-key="measure">
        ${measures.map((m) => option(m, rateName(m), m === measure))}
      </select></label
    >
    <label
      >表の並び<select data-key="sort">
        ${ORDERS.map(({ value, name }) => option(value, name, value === sort))}${
          ORDERS.some((o) => o.value === sort) ? null : option(sort, "選んだ列", true)
        }
      </select></label
    >
    <button type="button" class="button-quiet" data-key="clear">選択を外す</button>`.text;
  for (const select of place.querySelectorAll("select")) {
    select.addEventListener("change", () => change({ [select.dataset.key!]: select.value }));
  }
  place.querySelector("button")?.addEventListener("click", () => change({ district: null }));
  if (focused) place.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

import { html } from "../../charts/html.js";
import type { OutlookModel } from "../../charts/outlook/model.js";
import { rateName } from "../../charts/words.js";
import { dateOptions } from "../date-options.js";

/** From which date it is looked ahead, and at which measure; a change goes into the address. */
export function outlookControls(
  model: OutlookModel,
  change: (values: Record<string, string | null>) => void,
): void {
  const place = document.getElementById("outlook-controls");
  if (!place) return;
  const { dates, asOf, latest, measures, measure } = model;
  const focused =
    document.activeElement instanceof HTMLElement && place.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : undefined;
  place.innerHTML = html`<label
      >見通しを立てる基準日<select data-key="date">
        ${dateOptions(dates, asOf)}
      </select></label
    >
    <label
      >指標<select data-key="measure">
        ${measures.map((m) => html`<option value="${m}" ${m === measure && html` selected`}>${rateName(m)}</option>`)}
      </select></label
    >`.text;
  for (const select of place.querySelectorAll("select")) {
    select.addEventListener("change", () => {
      const value = select.dataset.key === "date" && select.value === latest ? null : select.value;
      change({ [select.dataset.key!]: value });
    });
  }
  if (focused) place.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

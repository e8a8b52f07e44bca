import { html } from "../charts/html.js";
import { dateOptions } from "./date-options.js";

/**
 * The as-of date of 進捗, and the way back to the latest where another is shown.
 * @param dates oldest first.
 * @param change is told the date chosen; null for the latest, which needs no place in the address.
 */
export function progressControls(
  dates: readonly string[],
  shown: string,
  change: (date: string | null) => void,
): void {
  const place = document.getElementById("progress-controls");
  if (!place) return;
  const latest = dates.at(-1)!;
  const focused = place.contains(document.activeElement);
  place.innerHTML = html`<label
      >基準日<select data-key="date">
        ${dateOptions(dates, shown)}
      </select></label
    >
    ${shown !== latest && html`<button type="button" class="button-quiet">最新に戻す</button>`}`.text;
  const select = place.querySelector("select")!;
  select.addEventListener("change", () => change(select.value === latest ? null : select.value));
  place.querySelector("button")?.addEventListener("click", () => change(null));
  if (focused) select.focus();
}

import { comparedRate } from "../../charts/comparison/words.js";
import { html } from "../../charts/html.js";
import type { ReferenceDate } from "../../data/indicators/comparison/place-rate.js";
import { COMPARED_MEASURES, type ComparedMeasure } from "../../data/indicators/comparison/reference-place.js";
import { dateOptions } from "../date-options.js";

/**
 * The published date, the measure where there are two, and the way back to the town of the page.
 * @param home whether the town of the page itself is shown.
 */
export function comparisonControls(
  place: HTMLElement,
  {
    dates,
    asOf,
    measure,
    home,
    name,
  }: { dates: readonly ReferenceDate[]; asOf: string; measure: ComparedMeasure; home: boolean; name: string },
  change: (values: Record<string, string | null>) => void,
): void {
  const measures = COMPARED_MEASURES.filter((m) => dates.some((d) => d[m] > 0));
  const focused =
    document.activeElement instanceof HTMLElement && place.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : undefined;
  const ofMeasure = dates.filter((d) => d[measure] > 0).map((d) => d.as_of);
  place.innerHTML = html`<label
      >公表の基準日<select data-key="date">
        ${dateOptions(ofMeasure, asOf)}
      </select></label
    >${
      measures.length > 1 &&
      html`<label
        >指標<select data-key="measure">
          ${measures.map((m) => html`<option value="${m}" ${m === measure && html` selected`}>${comparedRate(m)}</option>`)}
        </select></label
      >`
    }${!home && html`<button type="button" class="button-quiet" data-key="home">${name}に戻す</button>`}`.text;
  for (const select of place.querySelectorAll("select")) {
    select.addEventListener("change", () => change({ [select.dataset.key!]: select.value }));
  }
  place.querySelector("button")?.addEventListener("click", () => change({ town: null }));
  if (focused) place.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

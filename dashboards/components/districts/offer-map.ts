import { html } from "../../charts/html.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { slot } from "../slots.js";

/** Tells whoever may give the town's map where to, as long as there is none. */
export function offerMap({ role, files, municipality }: PageContext): void {
  if (role === null || role === "reader" || files?.map !== undefined) return;
  const place = slot("districts-map")?.querySelector(".card-actions");
  if (!place || place.querySelector("[data-link=map]")) return;
  const address = `./uploads?m=${municipality.code}#map`;
  const link = html`<a class="button-quiet" data-link="map" href="${address}">町の境界データを登録</a>`;
  place.insertAdjacentHTML("beforeend", link.text);
}

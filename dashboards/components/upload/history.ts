import { html } from "../../charts/html.js";
import type { Upload, UploadList } from "../../data/contract/api/upload.js";
import { plainFailure } from "../failure.js";
import { ask, NotAnswered } from "../http.js";
import { historyTable } from "./history-table.js";

export interface History {
  /** Reads the list again from its newest end. */
  reload: () => Promise<void>;
  /** The same for a list that stands already: a failure is said beside it. */
  refresh: () => Promise<void>;
  find: (id: string) => Upload | undefined;
}

/** The history of a town's uploads in a place, page by page. @throws NotAnswered from `reload` */
export function mountHistory(place: HTMLElement, town: string, mayChange: boolean): History {
  let all: Upload[] = [];
  const tryLoad = (after: number | null) =>
    load(after).catch((error: unknown) => {
      if (!(error instanceof NotAnswered)) throw error;
      place.querySelector("[data-problem]")!.textContent = plainFailure(error.ended).title;
    });
  const load = async (after: number | null): Promise<void> => {
    const query = new URLSearchParams({
      municipality: town,
      ...(after !== null && { after: String(after) }),
    });
    const { uploads, next } = await ask<UploadList>(`/api/v1/uploads?${query}`);
    const seen = after === null ? 0 : all.length;
    all = after === null ? uploads : [...all, ...uploads];
    place.innerHTML = html`${historyTable(all, town, mayChange)}${
        next !== null &&
        html`<p class="card-buttons"><button type="button" data-more>さらに表示する</button></p>`
      }
      <p class="form-error" role="alert" data-problem></p>`.text;
    place.querySelector("[data-more]")?.addEventListener("click", () => void tryLoad(next));
    // The button that was pressed is gone: the keyboard goes on at the first row that came.
    if (seen > 0) place.querySelectorAll<HTMLElement>(".row-link")[seen]?.focus();
  };
  return {
    reload: () => load(null),
    refresh: () => tryLoad(null),
    find: (id) => all.find((u) => u.id === id),
  };
}

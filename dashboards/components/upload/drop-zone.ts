import { html, type Markup } from "../../charts/html.js";

/** Endings that the server knows; a hint for the file chooser only. */
const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl";

/** Where a file is dropped or chosen. */
export const dropZone = (town: string): Markup =>
  html`<section class="drop-zone" aria-label="ファイルを選ぶところ">
    <p class="drop-words">集計ファイルをここに置いてください</p>
    <p>
      <button type="button" class="button" data-do="choose" aria-describedby="drop-hint">
        ファイルを選ぶ
      </button>
      <input type="file" accept="${ACCEPTED}" hidden />
    </p>
    <p class="hint" id="drop-hint">
      CSV・Excel(.xlsx)・JSON、5MBまで。まず内容を確かめるだけで、まだ取り込みません。
    </p>
    <p class="hint">
      ひな形:<a href="/api/v1/municipalities/${town}/template.xlsx" download>Excel</a>
      <a href="/api/v1/municipalities/${town}/template.csv" download>CSV</a>
    </p>
  </section>`;

/** Brings the zone to life; `onFiles` gets what was dropped or chosen, never nothing. */
export function mountDropZone(zone: HTMLElement, onFiles: (files: File[]) => void): { choose: () => void } {
  const input = zone.querySelector<HTMLInputElement>("input[type=file]")!;
  const choose = () => input.click();
  zone.querySelector('[data-do="choose"]')!.addEventListener("click", choose);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // So that the same file, corrected, can be chosen again.
    input.value = "";
    if (files.length > 0) onFiles(files);
  });
  let depth = 0;
  const light = (change: number) => {
    depth = change === 0 ? 0 : Math.max(0, depth + change);
    zone.classList.toggle("is-over", depth > 0);
  };
  zone.addEventListener("dragenter", () => light(1));
  zone.addEventListener("dragleave", () => light(-1));
  zone.addEventListener("drop", (event) => {
    light(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
  // A file that misses the zone must not replace the page.
  for (const kind of ["dragover", "drop"] as const) {
    window.addEventListener(kind, (event) => event.preventDefault());
  }
  return { choose };
}

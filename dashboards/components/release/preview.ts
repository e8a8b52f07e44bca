import type { ManifestFile } from "../../data/contract/api/manifest.js";
import type { Language } from "../../data/contract/town-settings.js";
import { fileList, languagePanel } from "./preview-markup.js";

/** Brings tabs, frames and pictures to life; nothing is asked for before it comes near. */
export function mountPreview(place: HTMLElement, id: string, files: readonly ManifestFile[]): void {
  const names = new Set(files.map(({ name }) => name));
  const panel = place.querySelector<HTMLElement>("[data-panel]")!;
  const tabs = [...place.querySelectorAll<HTMLElement>('[role="tab"]')];
  const select = (tab: HTMLElement) => {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", tab.id);
    panel.innerHTML = languagePanel(id, tab.dataset.language as Language, names).text;
  };
  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? tabs.length - 1 : 0;
      if (step === 0) return;
      const next = tabs[(i + step) % tabs.length]!;
      select(next);
      next.focus();
    });
  }
  select(tabs[0]!);
  place.querySelector("[data-files]")!.innerHTML = fileList(id, files).text;
}

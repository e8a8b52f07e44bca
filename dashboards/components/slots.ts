/** The element of a slot in this page; null where the page has no such slot. */
export const slot = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-slot="${name}"]`);

/** Fills slots with markup that `html` made; slots this page does not have are skipped. */
export function fillSlots(slots: Record<string, string>): void {
  for (const [name, markup] of Object.entries(slots)) {
    const element = slot(name);
    if (element && element.innerHTML !== markup) element.innerHTML = markup;
  }
}

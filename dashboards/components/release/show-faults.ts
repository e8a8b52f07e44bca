import type { FieldFault } from "./settings-values.js";

/** Takes back what was said of the fields inside. */
export function clearFaults(place: Element): void {
  for (const message of place.querySelectorAll(".form-error")) message.textContent = "";
  for (const control of [place, ...place.querySelectorAll("[aria-invalid]")])
    control.removeAttribute("aria-invalid");
}

/** Says faults at their fields and takes the keyboard to the first. @returns whether there are any */
export function showFaults(form: HTMLFormElement, faults: readonly FieldFault[]): boolean {
  clearFaults(form);
  for (const { field, message } of faults) {
    form.querySelector(`[id="${CSS.escape(field)}-error"]`)!.textContent = message;
    form.querySelector(`[id="${CSS.escape(field)}"]`)?.setAttribute("aria-invalid", "true");
  }
  const [first] = faults;
  if (first) form.querySelector<HTMLElement>(`[id="${CSS.escape(first.field)}"]`)?.focus();
  return first !== undefined;
}

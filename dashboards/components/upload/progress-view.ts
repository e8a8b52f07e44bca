import { html } from "../../charts/html.js";

/** Shows how far sending is: the share of the bytes, then that the server reads them. Says it at each turn, once. */
export function mountProgress(
  place: HTMLElement,
  {
    name,
    verb,
    onStop,
    say,
  }: { name: string; verb: string; onStop: (() => void) | null; say: (t: string) => void },
): (share: number) => void {
  const hadKeyboard = place.contains(document.activeElement);
  place.innerHTML = html`<div class="upload-box">
    <p data-words tabindex="-1">「${name}」を送っています…</p>
    <progress max="1" value="0" aria-label="送った割合"></progress>
    ${onStop && html`<p class="card-buttons"><button type="button" data-do="stop">やめる</button></p>`}
  </div>`.text;
  const words = place.querySelector<HTMLElement>("[data-words]")!;
  // The button that was pressed is gone; the keyboard stays where it was.
  if (hadKeyboard) words.focus();
  const bar = place.querySelector("progress")!;
  if (onStop) place.querySelector('[data-do="stop"]')!.addEventListener("click", onStop);
  say(`${name}を送っています`);
  let isReading = false;
  return (share) => {
    if (isReading) return;
    if (share < 1) {
      bar.value = share;
      words.textContent = `「${name}」を送っています… ${Math.floor(share * 100)}%`;
      return;
    }
    isReading = true;
    bar.removeAttribute("value");
    bar.setAttribute("aria-label", verb);
    words.textContent = `「${name}」を${verb}…`;
    say(`${verb}…`);
  };
}

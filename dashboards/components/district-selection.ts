/**
 * Lets any mark of a district (bar, tile, table row) choose it, by pointer and by keyboard. Choosing it again
 * lets go of it.
 */
export function linkSelection(choose: (code: string | null) => void): void {
  const main = document.querySelector("main")!;
  const codeOf = (event: Event): string | null =>
    (event.target as Element).closest?.("[data-district]")?.getAttribute("data-district") ?? null;
  const pick = (code: string) => choose(main.getAttribute("data-selected") === code ? null : code);
  main.addEventListener("click", (event) => {
    const code = codeOf(event);
    if (code !== null) pick(code);
  });
  main.addEventListener("keydown", (event) => {
    const code = codeOf(event);
    // A button in the table makes its own click out of these keys.
    if (code === null || !["Enter", " "].includes(event.key) || event.target instanceof HTMLButtonElement)
      return;
    event.preventDefault();
    pick(code);
  });
}

/** More marks than this would be a march of tab stops; the table's buttons are the keyboard's way there. */
const MOST_TAB_STOPS = 60;

/** Shows one district as chosen in every figure; null shows all alike. */
export function showSelection(code: string | null): void {
  const main = document.querySelector("main")!;
  const marks = [...main.querySelectorAll("[data-district]")];
  const known = code !== null && marks.some((mark) => mark.getAttribute("data-district") === code);
  if (known) main.setAttribute("data-selected", code);
  else main.removeAttribute("data-selected");
  for (const mark of marks) {
    mark.classList.toggle("is-selected", known && mark.getAttribute("data-district") === code);
  }
  for (const button of main.querySelectorAll("button.district-name")) {
    const pressed = known && button.closest("[data-district]")?.getAttribute("data-district") === code;
    button.setAttribute("aria-pressed", String(pressed));
  }
  makeReachable(main);
}

function makeReachable(main: Element): void {
  for (const chart of main.querySelectorAll("svg.chart")) {
    const shapes = chart.querySelectorAll<SVGElement>(
      'g[data-mark="bar"] > rect, g[data-mark="rect"] > rect',
    );
    if (shapes.length === 0 || shapes.length > MOST_TAB_STOPS || !chart.querySelector("[data-district]"))
      continue;
    chart.setAttribute("role", "group");
    for (const shape of shapes) {
      const selected = shape.classList.contains("is-selected");
      shape.setAttribute("tabindex", "0");
      shape.setAttribute("role", "button");
      shape.setAttribute("aria-pressed", String(selected));
      shape.setAttribute("aria-label", nameOf(shape.getAttribute("data-district") ?? ""));
    }
  }
}

function nameOf(code: string): string {
  const row = document.querySelector(`tr[data-district="${CSS.escape(code)}"]`);
  return row ? [...row.children].map((c) => c.textContent).join("、") : code;
}

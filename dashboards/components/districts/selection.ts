import { DRAWN_LATER } from "../draw-where-shown.js";

/**
 * Lets any mark of a district (bar, point, tile, shape, table row) choose it, by pointer and by keyboard. Choosing it again
 * lets go of it. Links inside a mark are followed and choose nothing.
 */
export function linkSelection(choose: (code: string | null) => void): void {
  const main = document.querySelector("main")!;
  followLateCharts(main);
  const codeOf = (event: Event): string | null =>
    (event.target as Element).closest?.("[data-district]")?.getAttribute("data-district") ?? null;
  const isLink = (event: Event): boolean => (event.target as Element).closest?.("a[href]") !== null;
  const pick = (code: string) => choose(main.getAttribute("data-selected") === code ? null : code);
  main.addEventListener("click", (event) => {
    const code = codeOf(event);
    if (code !== null && !isLink(event)) pick(code);
  });
  main.addEventListener("keydown", (event) => {
    const code = codeOf(event);
    // A button in the table makes its own click out of these keys, a link its own way.
    if (code === null || !["Enter", " "].includes(event.key)) return;
    if (event.target instanceof HTMLButtonElement || isLink(event)) return;
    event.preventDefault();
    pick(code);
  });
}

/** A chart that is drawn when the page grows or shrinks shows the choice as the others do. */
function followLateCharts(main: Element): void {
  main.addEventListener(DRAWN_LATER, () => showSelection(main.getAttribute("data-selected")));
}

/** More marks than this would be a march of tab stops; the table's buttons are the keyboard's way there. */
const MOST_TAB_STOPS = 60;

/** Marks of which each stands for one district; a chart with several kinds is walked through by the first of them. */
const SHAPES = [
  'g[data-mark="bar"] > rect',
  'g[data-mark="cell"] > rect',
  'g[data-mark="rect"] > rect',
  'g[data-mark="dot"] > *',
  'g[data-mark="district"] > path',
];

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
    const found = SHAPES.map((s) => [...chart.querySelectorAll<SVGElement>(`${s}[data-district]`)]);
    const all = found.find((shapes) => shapes.length > 0) ?? [];
    const seen = new Set<string>();
    // One stop a district, though it may have two points in a chart.
    const shapes = all.filter((shape) => {
      const code = shape.getAttribute("data-district")!;
      return !seen.has(code) && seen.add(code);
    });
    if (shapes.length === 0 || shapes.length > MOST_TAB_STOPS) continue;
    chart.setAttribute("role", "group");
    for (const shape of shapes) {
      const selected = shape.classList.contains("is-selected");
      shape.setAttribute("tabindex", "0");
      shape.setAttribute("role", "button");
      shape.setAttribute("aria-pressed", String(selected));
      // What the pointer is shown is what a screen reader says.
      const tip = shape.querySelector("title")?.textContent;
      shape.setAttribute("aria-label", tip ?? nameOf(shape.getAttribute("data-district") ?? ""));
    }
  }
}

function nameOf(code: string): string {
  const row = document.querySelector(`tr[data-district="${CSS.escape(code)}"]`);
  return row
    ? [...row.querySelectorAll(":scope > :not(.no-name)")].map((c) => c.textContent).join("、")
    : code;
}

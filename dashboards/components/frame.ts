import { syntheticBadge } from "../charts/first-paint.js";
import { frameSlots } from "../charts/page-frame.js";
import type { PageContext } from "../data/contract/page-context.js";
import { fillSlots, slot } from "./slots.js";
import { keepVisit } from "./visit/soft-navigation.js";

/** Pages that have no place of their own in the navigation, and the one that leads to them. */
const PART_OF: Readonly<Record<string, string>> = { district: "districts" };

/** Brings the header to life: town, badges, choice of towns, links that keep the town. */
export function mountFrame(context: PageContext): void {
  keepVisit();
  if (context.municipality.code) {
    fillSlots(frameSlots(context));
    const { name, prefecture } = context.municipality;
    const town = slot("town");
    if (town) town.textContent = `${prefecture} ${name}`;
  }
  fillSlots({ "synthetic-badge": syntheticBadge(context.synthetic) });
  const nav = slot("nav");
  for (const link of nav?.querySelectorAll("a") ?? []) {
    const page = new URL(link.href).pathname.split("/").pop();
    if (page === PART_OF[nav?.dataset.page ?? ""] || page === nav?.dataset.page) {
      link.setAttribute("aria-current", "page");
      // On a phone the list is wider than the screen: the page that is open stands in its middle.
      const list = link.closest("ul")!;
      list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
    } else link.removeAttribute("aria-current");
  }
  document.querySelector<HTMLSelectElement>("#town-choice")?.addEventListener("change", (event) => {
    location.search = `?m=${encodeURIComponent((event.target as HTMLSelectElement).value)}`;
  });
}

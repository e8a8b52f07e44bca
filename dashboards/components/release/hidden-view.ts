import { number } from "../../charts/words.js";
import { hiddenTable, type PlaceName } from "./hidden-table.js";
import type { Report } from "./types.js";

/** More rows than this are cut, and say so: the files hold them all. */
const MOST_ROWS = 500;

/** Brings the list and its filter to life where `hiddenSection` left room. */
export function mountHidden(place: HTMLElement, { hidden, policy }: Report, nameOf: PlaceName): void {
  const rows = place.querySelector("[data-rows]");
  if (!rows) return;
  const choice = (name: string) => place.querySelector<HTMLSelectElement>(`.release-filter [name=${name}]`)!;
  const show = () => {
    const [kind, reason] = [choice("kind").value, choice("reason").value];
    const found = hidden.filter((h) => (!kind || h.kind === kind) && (!reason || h.reason === reason));
    const cut = found.length > MOST_ROWS ? `。はじめの${number(MOST_ROWS)}系列を表示しています` : "";
    place.querySelector("[data-count]")!.textContent = `${number(found.length)}系列${cut}`;
    rows.innerHTML = hiddenTable(found.slice(0, MOST_ROWS), policy, nameOf).text;
  };
  for (const name of ["kind", "reason"]) choice(name).addEventListener("change", show);
  show();
}

import { noDataMarkup } from "../pages/no-data.js";
import type { PageContext } from "../data/contract/page-context.js";
import { slot } from "./slots.js";

/** Says in a page's lead that its town has no data at this visitor's door. */
export function showNoData(context: PageContext, leadSlot: string): void {
  document.body.classList.add("no-data");
  const lead = slot(leadSlot);
  if (lead) lead.innerHTML = noDataMarkup(context).text;
}

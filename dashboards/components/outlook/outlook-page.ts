import { outlookModel, type OutlookParts } from "../../charts/outlook/model.js";
import { outlookPaint } from "../../charts/outlook/paint.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../queries/town-totals.js";
import { fromAddress, toAddress } from "../address.js";
import { mountCards } from "../card-view.js";
import { mountFrame } from "../frame.js";
import { showNoData } from "../no-data.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { fillSlots } from "../slots.js";
import { outlookControls } from "./outlook-controls.js";
import { planControls } from "./plan-controls.js";
import { viewFrom } from "./view.js";

const SLOTS = ["fan", "left", "past", "backtest"].map((name) => `outlook-${name}`);

/** Starts 見通し: the years ahead of the date, by the measure and with the plan that the address names. */
export async function startOutlook(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "outlook-lead");
  const database = await openPageData(context, "outlook-lead");
  if (!database) return;
  showOutlook({
    municipality: context.municipality,
    synthetic: context.synthetic,
    totals: townTotalsFrom(await database.rows(TOWN_TOTALS)),
  });
}

/** Nothing is asked again when a control changes: the totals say it all. */
function showOutlook(parts: Omit<OutlookParts, "view">): void {
  const view = viewFrom(fromAddress);
  const model = outlookModel({ ...parts, view });
  const { asOf } = model;
  if (asOf === null) return;
  const { slots, cards } = outlookPaint(model);
  fillSlots(slots);
  mountCards(cards, SLOTS, () => ({ town: model.municipality, asOf, sql: TOWN_TOTALS }));
  const change = (values: Record<string, string | null>): void => {
    toAddress(values);
    showOutlook(parts);
    announce();
  };
  outlookControls(model, change);
  if (model.path) planControls(view.plan, change);
  else document.getElementById("outlook-plan")?.replaceChildren();
}

/** Says the finding anew to whoever cannot see it change. */
function announce(): void {
  const place = document.getElementById("outlook-announce");
  if (place) place.textContent = document.querySelector('[data-slot="outlook-lead"] h1')?.textContent ?? "";
}

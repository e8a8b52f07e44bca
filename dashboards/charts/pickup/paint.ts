import type { Card } from "../card.js";
import type { PageSource } from "../page-source.js";
import { pickupCards } from "./cards.js";
import { pickupLead, pickupTiles } from "./lead.js";
import { pickupModel, type PickupModel } from "./model.js";
import { pickupParts } from "./parts.js";

/** What 受取 shows of a model. */
export function pickupPaint(model: PickupModel): { slots: Record<string, string>; cards: Card[] } {
  return {
    slots: { "pickup-lead": pickupLead(model).text, "pickup-tiles": pickupTiles(model).text },
    cards: pickupCards(model),
  };
}

/** 受取 at its default state: the whole town at its latest date. */
export const pickupPage = (source: PageSource) => pickupPaint(pickupModel(pickupParts(source)));

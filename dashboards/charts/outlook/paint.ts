import { townTotals } from "../../data/indicators/totals.js";
import type { Card } from "../card.js";
import type { PageSource } from "../page-source.js";
import { outlookCards } from "./cards.js";
import { outlookLead, outlookTiles } from "./lead.js";
import { outlookModel, type OutlookModel } from "./model.js";

/** What 見通し shows of a model. */
export function outlookPaint(model: OutlookModel): { slots: Record<string, string>; cards: Card[] } {
  return {
    slots: { "outlook-lead": outlookLead(model).text, "outlook-tiles": outlookTiles(model).text },
    cards: outlookCards(model),
  };
}

/** 見通し at its default state: from the latest date, nothing planned. */
export const outlookPage = ({ municipality, synthetic, figures }: PageSource) =>
  outlookPaint(outlookModel({ municipality, synthetic, totals: townTotals(figures) }));

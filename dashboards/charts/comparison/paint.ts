import type { Card } from "../card.js";
import { agesCard } from "./ages-card.js";
import { distributionCard } from "./distribution-card.js";
import { comparisonLead, comparisonTiles } from "./lead.js";
import type { ComparisonModel } from "./model.js";
import { peersCard } from "./peers-card.js";
import { prefectureCard } from "./prefecture-card.js";
import { rankCard } from "./rank-card.js";

/** The slots of 比較 that hold cards, in the order of the page. */
export const COMPARISON_SLOTS = [
  "comparison-distribution",
  "comparison-rank",
  "comparison-peers",
  "comparison-prefecture",
  "comparison-ages",
  "comparison-published",
] as const;

/** What 比較 shows of a model. */
export function comparisonPaint(model: ComparisonModel): { slots: Record<string, string>; cards: Card[] } {
  return {
    slots: {
      "comparison-lead": comparisonLead(model).text,
      "comparison-tiles": comparisonTiles(model).text,
    },
    cards: [distributionCard, rankCard, peersCard, prefectureCard, agesCard].flatMap((make) => make(model)),
  };
}

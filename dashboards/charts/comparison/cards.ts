import type { Card } from "../card.js";
import { agesCard } from "./ages-card.js";
import { distributionCard } from "./distribution-card.js";
import type { ComparisonModel } from "./model.js";
import { peersCard } from "./peers-card.js";
import { prefectureCard } from "./prefecture-card.js";
import { rankCard } from "./rank-card.js";

/** The cards of 比較, in the order of the page. */
export const comparisonCards = (model: ComparisonModel): Card[] =>
  [distributionCard, rankCard, peersCard, prefectureCard, agesCard].flatMap((make) => make(model));

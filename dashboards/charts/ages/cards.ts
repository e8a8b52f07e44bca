import type { Card } from "../card.js";
import { gapCard } from "./gap-card.js";
import { heatCard } from "./heat-card.js";
import { internetCard } from "./internet-card.js";
import { lineCard } from "./line-card.js";
import type { AgesModel } from "./model.js";
import { pyramidCard } from "./pyramid-card.js";

/** The cards of 年齢, in the order of the page; none where ages are not told apart. */
export function agesCards(model: AgesModel): Card[] {
  if (model.gaps.length === 0 || !model.measure) return [];
  return [gapCard(model), pyramidCard(model), heatCard(model), lineCard(model), internetCard(model)];
}
